"""Rights on rounds and what is said in them. Who keeps the installation may move a round, but speaks for nobody."""

from __future__ import annotations

from tests.web.rights.row import PARTY, SIGNED_IN, Answer, Role, Row, Visitor, from_role, of_agreement
from tests.web.rounds import of_evidence, of_item, of_round, of_task

SPEAKS = {**from_role(Role.CONTRIBUTOR), Visitor.KEEPER: Answer.FORBIDDEN}
MANAGES = from_role(Role.COORDINATOR)

ROWS = (
    Row("desk", get=SIGNED_IN, post=SIGNED_IN),  # holds what waits for oneself; it may be empty
    Row("desk-task", get=PARTY, arguments=of_task, is_page=False),
    Row("rounds", get=PARTY, post=MANAGES, arguments=of_agreement),
    Row("agreement-quality", get=PARTY, arguments=of_agreement),
    Row("agreement-parties", get=PARTY, post=MANAGES, arguments=of_agreement),
    Row("round", get=PARTY, post=MANAGES, arguments=of_round),
    Row("round-comparison", get=PARTY, arguments=of_round),
    Row("round-reading", get=PARTY, post=SPEAKS, arguments=of_round),
    Row("round-course", get=PARTY, arguments=of_round),
    Row("round-approval", get=MANAGES, post=MANAGES, arguments=of_round),
    Row("round-item", get=PARTY, post=SPEAKS, arguments=of_item),
    Row("evidence-file", get=PARTY, arguments=of_evidence, is_page=False),
)
