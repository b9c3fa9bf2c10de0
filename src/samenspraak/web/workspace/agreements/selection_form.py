"""The form in which somebody gives several commitments the same values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.pages import CommitmentLink
from samenspraak.apps.agreements.revisions.pages import FIELD_LABELS

CLEAR = "leeg"
_SAME = ("", _("niet wijzigen"))
_EMPTY = (CLEAR, _("leegmaken"))


class SelectionForm(forms.Form):
    """New values; what is left as it was, stays as each commitment has it."""

    theme = forms.ChoiceField(
        label=FIELD_LABELS["theme"], required=False, choices=[_SAME, *Commitment.Theme.choices, _EMPTY]
    )
    kind = forms.ChoiceField(label=FIELD_LABELS["kind"], required=False, choices=[_SAME, *Commitment.Kind.choices])
    elaborates = forms.ChoiceField(label=FIELD_LABELS["elaborates"], required=False)
    leads = forms.CharField(
        label=FIELD_LABELS["leads"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Eén partij per regel. Laat leeg om de trekkers niet te wijzigen."),
    )
    clear_leads = forms.BooleanField(label=_("Trekkers leegmaken"), required=False)
    deadline_kind = forms.ChoiceField(
        label=FIELD_LABELS["deadline_kind"], required=False, choices=[_SAME, *Commitment.DeadlineKind.choices, _EMPTY]
    )
    deadline_text = forms.CharField(
        label=FIELD_LABELS["deadline_text"], required=False, help_text=_("Letterlijk, zoals “voor de zomer van 2027”.")
    )
    deadline_on = forms.DateField(
        label=FIELD_LABELS["deadline_on"],
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag bestaat niet.")},
    )

    def __init__(self, frameworks: Iterable[CommitmentLink], data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")
        named = [(str(one.public_id), f"{one.code} {one.title}".strip()) for one in frameworks]
        self.fields["elaborates"].choices = [_SAME, *named, _EMPTY]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse a form without a change, and half a deadline."""
        found = super().clean() or {}
        kind = found.get("deadline_kind", "")
        if kind not in ("", CLEAR) and not found.get("deadline_text"):
            self.add_error("deadline_text", _("Schrijf ook op hoe de termijn luidt."))
        if kind in ("", CLEAR) and (found.get("deadline_text") or found.get("deadline_on")):
            self.add_error("deadline_kind", _("Kies ook wat voor termijn dit is."))
        if found.get("clear_leads") and found.get("leads", "").strip():
            self.add_error("leads", _("Vul de trekkers in of maak ze leeg, niet allebei."))
        if not self.errors and not any(found.values()):
            self.add_error(None, _("Kies eerst wat u wilt wijzigen."))
        return found

    def values(self) -> dict[str, Any]:
        """Return the new values by field."""
        asked = self.cleaned_data
        found: dict[str, Any] = {
            name: "" if asked[name] == CLEAR else asked[name] for name in ("theme", "kind") if asked[name]
        }
        if asked["elaborates"]:
            found["elaborates"] = None if asked["elaborates"] == CLEAR else asked["elaborates"]
        if asked["leads"].strip() or asked["clear_leads"]:
            found["leads"] = asked["leads"].splitlines()
        if asked["deadline_kind"] == CLEAR:
            return {**found, "deadline_text": "", "deadline_kind": "", "deadline_on": None}
        if asked["deadline_kind"]:
            found |= {name: asked[name] for name in ("deadline_text", "deadline_kind", "deadline_on")}
        return found
