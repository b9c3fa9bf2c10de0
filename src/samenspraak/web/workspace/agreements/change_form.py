"""The form in which somebody changes a commitment, and what it says of two people's changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity, CommitmentVersion
from samenspraak.apps.agreements.revisions.pages import FIELD_LABELS, EditPage
from samenspraak.core.vocabulary.typed_number import typed_number
from samenspraak.web.design.units import unit_of_name

THEIRS, MINE = "hunne", "mijne"
CHOICE = "keuze-"
EMPTY_ROWS = 2  # for numbers that the machine missed
_NATURES = [one for one in CommitmentVersion.Nature.choices if one[0] != CommitmentVersion.Nature.UNDO]
_NOTHING = [("", "–")]
_PARTS = ("bound", "value", "unit", "subject", "text")


class ChangeForm(forms.Form):
    """All that a commitment says, and why it changes. Values are checked where they are kept."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    text = forms.CharField(label=FIELD_LABELS["text"], widget=forms.Textarea(attrs={"rows": 6}), strip=True)
    title = forms.CharField(label=FIELD_LABELS["title"], required=False)
    code = forms.CharField(label=FIELD_LABELS["code"], required=False)
    leads = forms.CharField(
        label=FIELD_LABELS["leads"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Eén partij per regel."),
    )
    partners = forms.CharField(
        label=FIELD_LABELS["partners"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Eén partij per regel."),
    )
    deadline_text = forms.CharField(
        label=FIELD_LABELS["deadline_text"], required=False, help_text=_("Letterlijk, zoals “voor de zomer van 2027”.")
    )
    deadline_kind = forms.ChoiceField(
        label=FIELD_LABELS["deadline_kind"], required=False, choices=[*_NOTHING, *Commitment.DeadlineKind.choices]
    )
    deadline_on = forms.DateField(
        label=FIELD_LABELS["deadline_on"],
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag bestaat niet.")},
    )
    kind = forms.ChoiceField(label=FIELD_LABELS["kind"], choices=Commitment.Kind.choices)
    year = forms.IntegerField(label=FIELD_LABELS["year"], required=False, min_value=1900, max_value=2199)
    theme = forms.ChoiceField(
        label=FIELD_LABELS["theme"], required=False, choices=[*_NOTHING, *Commitment.Theme.choices]
    )
    heading = forms.CharField(label=FIELD_LABELS["heading"], required=False)
    elaborates = forms.ChoiceField(label=FIELD_LABELS["elaborates"], required=False)
    priority = forms.CharField(label=FIELD_LABELS["priority"], required=False)
    rating = forms.ChoiceField(
        label=FIELD_LABELS["rating"], required=False, choices=[*_NOTHING, *Commitment.Rating.choices]
    )
    rating_text = forms.CharField(label=FIELD_LABELS["rating_text"], required=False)
    progress = forms.CharField(label=FIELD_LABELS["progress"], required=False, widget=forms.Textarea(attrs={"rows": 3}))
    nature = forms.ChoiceField(label=_("Wat voor wijziging is dit?"), choices=_NATURES, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Waarom?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Nodig als de tekst, een getal, een partij of de termijn verandert. Iedereen kan dit teruglezen."),
    )

    def __init__(self, page: EditPage, data: QueryDict | None = None) -> None:
        super().__init__(data, initial=_initial(page), label_suffix="")
        self.page = page
        frameworks = [(str(one.public_id), f"{one.code} {one.title}".strip()) for one in page.frameworks]
        current = page.values["elaborates"]
        if current and current not in dict(frameworks):
            frameworks.append((current, str(_("De afspraak die nu is gekozen"))))
        elaborates = self.fields["elaborates"]
        elaborates.choices = [*_NOTHING, *frameworks]  # type: ignore[attr-defined]
        if page.proposed is not None:
            proposed = f"{page.proposed.code} {page.proposed.title}".strip()
            elaborates.help_text = _("Voorstel: %(name)s") % {"name": proposed}

    def quantity_rows(self) -> list[dict[str, Any]]:
        """Return the rows of numbers to show: those there are, or were filled in, and some empty ones."""
        rows = self._filled_in() if self.is_bound else [_shown(one) for one in self.page.values["quantities"]]
        return [*rows, *({} for _ in range(EMPTY_ROWS))]

    def values(self) -> dict[str, Any]:
        """Return what the form says, without the fields for which another's text was chosen."""
        found = {name: self.cleaned_data[name] for name in FIELD_LABELS if name in self.cleaned_data}
        found["leads"] = self.cleaned_data["leads"].splitlines()
        found["partners"] = self.cleaned_data["partners"].splitlines()
        found["deadline_on"] = found["deadline_on"] and found["deadline_on"].isoformat()
        found["elaborates"] = found["elaborates"] or None
        found["quantities"] = [_number_of(row) for row in self._filled_in()]
        return {name: value for name, value in found.items() if self.data.get(CHOICE + name) != THEIRS}

    def undecided(self) -> bool:
        """Whether a field on which two people differ was left without a choice."""
        return any(not self.data.get(CHOICE + name) for name in self._sent("collision"))

    def base(self) -> int:
        """Return the version from which this person started."""
        base = self.data.get("base", "")
        return int(base) if base.isascii() and base.isdigit() and len(base) < 9 else self.cleaned_data["seen"]

    def sent_on(self) -> list[tuple[str, str]]:
        """Return what was filled in, to be sent again from the page on which two changes are compared."""
        if not isinstance(self.data, QueryDict):
            return []
        return [
            (name, value)
            for name, values in self.data.lists()
            for value in values
            if name not in {"csrfmiddlewaretoken", "seen", "base", "collision"} and not name.startswith(CHOICE)
        ]

    def _sent(self, name: str) -> list[str]:
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    def _filled_in(self) -> list[dict[str, Any]]:
        columns = [self._sent(f"quantity_{part}") for part in _PARTS]
        rows = [dict(zip(_PARTS, cells, strict=True)) for cells in zip(*columns, strict=False)]
        filled_in = [row for row in rows if row["value"].strip() or row["text"].strip()]
        return [row | {"unit": unit_of_name(row["unit"])} for row in filled_in]


def _initial(page: EditPage) -> dict[str, Any]:
    found = {**page.values, "seen": page.version, "nature": CommitmentVersion.Nature.CORRECTION}
    found["leads"], found["partners"] = "\n".join(found["leads"]), "\n".join(found["partners"])
    return found


def _shown(one: Mapping[str, Any]) -> dict[str, Any]:
    return {**one, "value": f"{one['value']:.15g}".replace(".", ",")}


def _number_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with its number as people write it here; what is no number is refused where it is kept."""
    number = typed_number(str(row["value"]))
    return {**row, "value": row["value"] if number is None else number}


BOUNDS = CommitmentQuantity.Bound.choices
