"""Rights on agreements, commitments and documents."""

from __future__ import annotations

from typing import Any

from samenspraak.apps.agreements.exchange.actions import offer_table
from samenspraak.apps.agreements.models import CommitmentVersion
from samenspraak.apps.agreements.own_views.actions import save_view
from samenspraak.apps.agreements.revisions.actions import revise_commitments
from tests.web.cast import Cast
from tests.web.rights.row import (
    NO_FORM,
    PARTY,
    SIGNED_IN,
    Answer,
    Role,
    Row,
    Visitor,
    from_role,
    of_agreement,
    of_commitment,
    of_document,
)

CORRECTION = CommitmentVersion.Nature.CORRECTION


def _first_page(cast: Cast) -> list[Any]:
    return [cast.document.public_id, 1]


def _first_version(cast: Cast) -> list[Any]:
    return [cast.first.public_id, 1]


def _as_csv(cast: Cast) -> list[Any]:
    return [cast.agreement.public_id, "csv"]


def _table(cast: Cast) -> list[Any]:
    """Return a table that Noor offered: one row with another theme."""
    content = f"ID;Thema\n{cast.first.public_id};leefbaarheid\n".encode()
    return [offer_table(agreement=cast.agreement, name="t.csv", content=content, by=cast.noor).public_id]


def _view(cast: Cast) -> list[Any]:
    """Return a view that Noor shares: to read for all, to change for her alone."""
    view = save_view(agreement=cast.agreement, name="Zorg", address="", is_shared=True, by=cast.noor)
    return [view.public_id]


def _change(cast: Cast) -> list[Any]:
    """Return what Noor changed in one go: the theme of the first commitment."""
    seen = {cast.first.public_id: cast.first.version}
    change = revise_commitments(
        agreement=cast.agreement, seen=seen, values={"theme": "care"}, nature=CORRECTION, reason="", by=cast.noor
    )
    return [cast.agreement.public_id, change]


HERS_ALONE = dict.fromkeys(Visitor, Answer.HIDDEN) | {Visitor.NOBODY: Answer.SIGN_IN}

ROWS = (
    Row("agreements", get=SIGNED_IN),  # the list holds what one may see; it may be empty
    Row("agreement", get=PARTY, arguments=of_agreement),
    Row("findings", get=PARTY, arguments=of_agreement),
    Row("tables", get=PARTY, arguments=of_agreement),
    Row("glossary", get=PARTY, arguments=of_agreement),
    Row("commitment", get=PARTY, arguments=of_commitment),
    Row(
        "commitment-change",
        get=from_role(Role.COORDINATOR),
        post=from_role(Role.COORDINATOR),
        arguments=of_commitment,
    ),
    Row(
        "commitment-undo",
        get=NO_FORM,
        post=from_role(Role.COORDINATOR),
        arguments=of_commitment,
        is_page=False,
    ),
    Row("commitment-version", get=PARTY, arguments=_first_version),
    Row("register-export", get=PARTY, arguments=_as_csv, is_page=False),
    Row("selection-change", get=from_role(Role.COORDINATOR), post=from_role(Role.COORDINATOR), arguments=of_agreement),
    Row("selection-done", get=from_role(Role.COORDINATOR), post=from_role(Role.COORDINATOR), arguments=_change),
    Row("table-offer", get=from_role(Role.COORDINATOR), post=from_role(Role.COORDINATOR), arguments=of_agreement),
    Row("table", get=from_role(Role.COORDINATOR), post=from_role(Role.COORDINATOR), arguments=_table),
    Row("columns", get=NO_FORM, post=PARTY, arguments=of_agreement, is_page=False),
    Row("saved-views", get=PARTY, post=PARTY, arguments=of_agreement),
    Row("saved-view", get=NO_FORM, post=HERS_ALONE, arguments=_view, is_page=False),
    Row("saved-view-delete", get=NO_FORM, post=HERS_ALONE, arguments=_view, is_page=False),
    Row("documents", get=SIGNED_IN),
    Row("document", get=PARTY, arguments=of_document),
    Row("page-picture", get=PARTY, arguments=_first_page, is_page=False),
    Row("original-file", get=PARTY, arguments=of_document, is_page=False),
)
