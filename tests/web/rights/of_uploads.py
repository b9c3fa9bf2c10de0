"""Rights on handing in documents and on reading them."""

from __future__ import annotations

from tests.web.rights.row import NO_FORM, PARTY, SIGNED_IN, Answer, Role, Row, from_role, of_document

MAY_UPLOAD = from_role(Role.CONTRIBUTOR, stranger=Answer.ALLOWED)  # a stranger has an organisation of their own

ROWS = (
    Row("upload", get=MAY_UPLOAD, post=MAY_UPLOAD),
    Row("runs", get=SIGNED_IN, is_page=False),  # holds what one may see; it may be empty
    Row("read-again", get=NO_FORM, post=from_role(Role.CONTRIBUTOR), arguments=of_document, is_page=False),
    # Only who asked for a run may stop it: another is told so.
    Row("stop-reading", get=NO_FORM, post=PARTY, arguments=of_document, is_page=False),
)
