"""Every action of the monitor, with everything that it needs made beforehand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import ModuleType

from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.approvals import actions as approvals
from samenspraak.apps.monitoring.asking import actions as asking
from samenspraak.apps.monitoring.models import Consultation, Light
from samenspraak.apps.monitoring.successions import actions as successions
from samenspraak.apps.parties.actions import add_organisation
from samenspraak.apps.parties.models import Organisation
from tests.apps.acts.doing import Act, later
from tests.apps.cast import People
from tests.apps.monitoring.board import Board, asked_along, make_board, tertial

DAY = date(2028, 6, 1)
PAST = date(2026, 1, 1)


def on_board(action: str, **arguments: str) -> Act:
    """Return an action of Noor's on the round itself."""

    def made(people: People) -> Callable[[], object]:
        board = make_board(people)
        return later(getattr(actions, action), round_=board.round, by=people.noor, **arguments)

    return made


def answer(people: People) -> Callable[[], object]:
    board = make_board(people)
    row = position(board)
    return later(
        actions.answer_position, consultation=row, party=board.municipality, text="Wij nemen dit over.", by=people.noor
    )


def position(board: Board) -> Consultation:
    return actions.take_position(
        round_=board.round,
        party=board.tenants,
        position=Consultation.Position.REMARKS,
        text="Kortere wachttijd.",
        by=board.hanna,
    )


def adopt(people: People) -> Callable[[], object]:
    board = make_board(people)
    actions.lock_round(round_=board.round, by=people.noor)
    return later(actions.adopt_round, round_=board.round, adopted_in="overleg", by=people.noor)


def reopen(people: People) -> Callable[[], object]:
    board = make_board(people)
    actions.lock_round(round_=board.round, by=people.noor)
    return later(actions.reopen_round, round_=board.round, reason="Er mist een cijfer.", by=people.noor)


def ask(people: People) -> Callable[[], object]:
    board = make_board(people)
    left_out = board.agreement.commitments.get(code="J 2.1")
    return later(actions.ask_commitment, round_=board.round, commitment=left_out, by=people.noor)


def by_noor(action: str, door: ModuleType = actions, **arguments: object) -> Act:
    """Return an action of Noor's as the municipality; functions are asked for the board's value."""

    def made(people: People) -> Callable[[], object]:
        board = make_board(people)
        filled = {name: value(board) if callable(value) else value for name, value in arguments.items()}
        return later(getattr(door, action), by=people.noor, **filled)

    return made


def own_progress(board: Board) -> object:
    item = board.building
    return actions.report_progress(
        item=item,
        party=board.municipality,
        report=actions.Report(text="Vergund."),
        seen_version=0,
        by=board.people.noor,
    )


def own_reaction(board: Board) -> object:
    return actions.react(item=board.building, party=board.municipality, text="Mee eens.", by=board.people.noor)


def approve(people: People) -> Callable[[], object]:
    board = make_board(people)
    said = board.progress()
    return later(approvals.approve_reports, round_=board.round, seen={said.pk: said.version}, by=people.noor)


def take_back(people: People) -> Callable[[], object]:
    board = make_board(people)
    said = board.progress()
    approvals.approve_reports(round_=board.round, seen={said.pk: said.version}, by=people.noor)
    return later(approvals.withdraw_approvals, round_=board.round, reports=[said.pk], by=people.noor)


def leave_out(people: People) -> Callable[[], object]:
    item, party = asked_along(make_board(people))
    return later(asking.leave_out_party, item=item, party=party, reason="Doet niet mee.", by=people.noor)


def ask_again(people: People) -> Callable[[], object]:
    item, party = asked_along(make_board(people))
    asking.leave_out_party(item=item, party=party, reason="Doet niet mee.", by=people.noor)
    return later(asking.ask_again, item=item, party=party, by=people.noor)


def another(people: People) -> Organisation:
    return add_organisation(kind=Organisation.Kind.HOUSING_ASSOCIATION, name="Woonstichting De Es", by=people.ada)


def join(people: People) -> Callable[[], object]:
    board, new = make_board(people), another(people)
    return later(
        successions.join_agreement,
        agreement=board.agreement,
        organisation=new,
        on=PAST,
        reason="Nieuw.",
        by=people.noor,
    )


def leave(people: People) -> Callable[[], object]:
    board = make_board(people)
    return later(successions.leave_agreement, party=board.association, on=PAST, reason="Gestopt.", by=people.noor)


def merge(people: People) -> Callable[[], object]:
    board, new = make_board(people), another(people)
    return later(
        successions.merge_organisations,
        organisations=[board.association.organisation],
        successor=new,
        on=PAST,
        reason="Fusie.",
        by=people.ada,
    )


def unmerge(people: People) -> Callable[[], object]:
    merger = merge(people)()
    return later(successions.undo_merger, merger=merger, reason="Ging niet door.", by=people.ada)


ACTS: dict[str, Act] = {
    "open_round": by_noor("open_round", agreement=lambda b: b.agreement, period=tertial(2028, 1), due_on=DAY),
    "import_monitor_round": by_noor(
        "import_monitor_round", agreement=lambda b: b.agreement, period=tertial(2026, 3), due_on=DAY
    ),
    "ask_commitment": ask,
    "drop_commitment": by_noor("drop_commitment", item=lambda b: b.building, reason="Hoort bij een ander jaar."),
    "report_progress": by_noor(
        "report_progress",
        item=lambda b: b.building,
        party=lambda b: b.municipality,
        report=actions.Report(light="green", text="Vergund."),
        seen_version=0,
    ),
    "add_evidence_link": by_noor(
        "add_evidence_link", progress=own_progress, url="https://waterhoven.example/besluit", name="Besluit"
    ),
    "add_evidence_file": by_noor("add_evidence_file", progress=own_progress, name="besluit.pdf", content=b"%PDF-1.7"),
    "react": by_noor("react", item=lambda b: b.building, party=lambda b: b.municipality, text="Mee eens."),
    "withdraw_reaction": by_noor("withdraw_reaction", reaction=own_reaction, reason="Het is opgelost."),
    "approve_reports": approve,
    "withdraw_approvals": take_back,
    "join_agreement": join,
    "leave_agreement": leave,
    "merge_organisations": merge,
    "undo_merger": unmerge,
    "leave_out_party": leave_out,
    "ask_again": ask_again,
    "name_lead": by_noor(
        "name_lead", asking, item=lambda b: b.building, party=lambda b: b.municipality, reason="De trekker is weg."
    ),
    "settle_item": by_noor("settle_item", item=lambda b: b.building, light="amber", text="Zo besproken."),
    "take_position": by_noor(
        "take_position",
        round_=lambda b: b.round,
        party=lambda b: b.municipality,
        position=Consultation.Position.AGREES,
        text="",
    ),
    "answer_position": answer,
    "nudge_party": by_noor("nudge_party", round_=lambda b: b.round, party=lambda b: b.association),
    "lock_round": on_board("lock_round"),
    "adopt_round": adopt,
    "reopen_round": reopen,
    "set_legend": by_noor(
        "set_legend", agreement=lambda b: b.agreement, light=Light.RED, word="loopt achter", definition=""
    ),
}
