"""In what a proposal differs from what somebody typed, field by field, beside its text."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.review.pages import ProposalText
from samenspraak.web.workspace.review.forms import ProposalForm

_SHOWN_ALREADY = {"code", "title", "text"}
_CHOICES = {
    "theme": Commitment.Theme,
    "kind": Commitment.Kind,
    "deadline_kind": Commitment.DeadlineKind,
    "rating": Commitment.Rating,
}


def differences(form: ProposalForm, theirs: ProposalText) -> list[tuple[str, str, str]]:
    """Return the label, what stands there and what was typed, of each field that differs; only for a valid form."""
    mine = form.proposal_text()
    names = [name for name in form.base_fields if name != "version" and name not in _SHOWN_ALREADY]
    found = [
        (str(form.fields[name].label), _words(name, getattr(theirs, name)), _words(name, getattr(mine, name)))
        for name in names
    ]
    found.append((_("Wie"), _parties(theirs), _parties(mine)))
    found.append((_("Getallen"), _numbers(theirs), _numbers(mine)))
    return [row for row in found if row[1] != row[2]]


def _words(name: str, value: object) -> str:
    if not value:
        return "–"
    if name == "deadline_on":
        return f"{value:%d-%m-%Y}"
    return str(_CHOICES[name](str(value)).label) if name in _CHOICES else str(value)


def _parties(text: ProposalText) -> str:
    return ", ".join(f"{party.name} ({party.role.label})" for party in text.parties) or "–"


def _numbers(text: ProposalText) -> str:
    return ", ".join(f"{one.bound.label} {one.text}" for one in text.quantities) or "–"
