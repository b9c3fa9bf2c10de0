"""Rights on checking what was found: for the organisation that brought the document in."""

from __future__ import annotations

from tests.web.rights.row import PARTY, SIGNED_IN, Role, Row, from_role, of_commitment, of_document

MAY_REVIEW = from_role(Role.CONTRIBUTOR)

ROWS = (
    Row("reviews", get=SIGNED_IN),  # holds what one may check; it may be empty
    Row("review", get=PARTY, post=MAY_REVIEW, arguments=of_document),
    Row("review-facts", get=PARTY, post=MAY_REVIEW, arguments=of_document),
    Row("review-missed", get=PARTY, post=MAY_REVIEW, arguments=of_document),
    Row("proposal", get=PARTY, post=MAY_REVIEW, arguments=of_commitment),
    Row("proposal-split", get=PARTY, arguments=of_commitment),
)
