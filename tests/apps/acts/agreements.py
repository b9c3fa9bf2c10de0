"""Every action of the agreements, with everything that it needs made beforehand."""

from __future__ import annotations

from collections.abc import Callable

from samenspraak.apps.agreements import actions
from samenspraak.apps.agreements.exchange import actions as exchange
from samenspraak.apps.agreements.models import Commitment, CommitmentVersion, SavedView
from samenspraak.apps.agreements.own_views import actions as own_views
from samenspraak.apps.agreements.revisions import actions as revisions
from tests.apps.acts.doing import Act, later
from tests.apps.acts.parties import association
from tests.apps.cast import People, extraction, first_commitment, registered, source, store

CORRECTION = CommitmentVersion.Nature.CORRECTION


def _changed(people: People) -> Commitment:
    """Return a commitment that Noor changed once."""
    commitment = first_commitment(registered(people.noor))
    return revisions.revise_commitment(
        commitment=commitment, values={"text": "Anders."}, seen=1, nature=CORRECTION, reason="Typefout.", by=people.noor
    )


def _undo_all(people: People) -> Callable[[], object]:
    agreement = registered(people.noor)
    change = revisions.revise_commitments(
        agreement=agreement,
        seen=dict(agreement.commitments.values_list("public_id", "version")),
        values={"theme": "care"},
        nature=CORRECTION,
        reason="",
        by=people.noor,
    )
    return later(revisions.undo_revisions, agreement=agreement, change=change, by=people.noor)


def _revise_all(people: People) -> Callable[[], object]:
    agreement = registered(people.noor)
    seen = dict(agreement.commitments.values_list("public_id", "version"))
    return later(
        revisions.revise_commitments,
        agreement=agreement,
        seen=seen,
        values={"theme": "care"},
        nature=CORRECTION,
        reason="",
        by=people.noor,
    )


def _apply_table(people: People) -> Callable[[], object]:
    agreement = registered(people.noor)
    content = f"ID;Thema\n{first_commitment(agreement).public_id};leefbaarheid\n".encode()
    table = exchange.offer_table(agreement=agreement, name="t.csv", content=content, by=people.noor)
    return later(exchange.apply_table, table=table, nature=CORRECTION, reason="", by=people.noor)


def _view(people: People) -> SavedView:
    agreement = registered(people.noor)
    return own_views.save_view(agreement=agreement, name="Zorg", address="", is_shared=False, by=people.noor)


ACTS: dict[str, Act] = {
    "register_extraction": lambda people: later(
        actions.register_extraction, document=store(people.noor), extraction=extraction(source()), by=people.noor
    ),
    "recognise_organisation": lambda people: later(
        actions.recognise_organisation, organisation=association(), by=people.ada
    ),
    "revise_commitment": lambda people: later(
        revisions.revise_commitment,
        commitment=first_commitment(registered(people.noor)),
        values={"theme": "care"},
        seen=1,
        nature=CORRECTION,
        reason="",
        by=people.noor,
    ),
    "revise_commitments": _revise_all,
    "undo_revision": lambda people: later(revisions.undo_revision, commitment=_changed(people), seen=2, by=people.noor),
    "undo_revisions": _undo_all,
    "offer_table": lambda people: later(
        exchange.offer_table, agreement=registered(people.noor), name="t.csv", content=b"ID;Thema\n", by=people.noor
    ),
    "apply_table": _apply_table,
    "choose_columns": lambda people: later(own_views.choose_columns, columns=["theme"], by=people.noor),
    "save_view": lambda people: later(
        own_views.save_view, agreement=registered(people.noor), name="Zorg", address="", is_shared=True, by=people.noor
    ),
    "change_view": lambda people: later(
        own_views.change_view, view=_view(people), name="Wonen en zorg", is_shared=True, by=people.noor
    ),
    "delete_view": lambda people: later(own_views.delete_view, view=_view(people), by=people.noor),
}
