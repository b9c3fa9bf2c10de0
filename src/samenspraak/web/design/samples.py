"""What the gallery shows: every component with every state it can be in. All names are invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity
from samenspraak.apps.agreements.pages import DeadlineView, Mark, QuantityView
from samenspraak.apps.parties.models import Organisation

Bound = CommitmentQuantity.Bound
DeadlineKind = Commitment.DeadlineKind


class SampleForm(forms.Form):
    """A form with a field in each state."""

    name = forms.CharField(label="Naam", initial="Huurdersplatform De Linde")
    note = forms.CharField(label="Toelichting", required=False, help_text="Eén zin is genoeg.")
    email = forms.EmailField(label="E-mailadres", error_messages={"invalid": "Dit is geen e-mailadres."})
    kind = forms.ChoiceField(label="Soort", choices=Organisation.Kind.choices)


@dataclass(frozen=True, slots=True)
class SampleParty:
    """A party with the role it has."""

    name: str
    kind: Organisation.Kind
    role: str = ""


@dataclass(frozen=True, slots=True)
class SampleTable:
    """A table as a document has it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


def _quantities() -> list[QuantityView]:
    return [
        QuantityView("ten minste 65%", 65, "percent", Bound.MIN, "van de huurwoningen"),
        QuantityView("hooguit 12", 12, "week", Bound.MAX, ""),
        QuantityView("1.250 woningen", 1250, "dwelling", Bound.EXACT, ""),
        QuantityView("zo'n 2,5 miljoen", 2_500_000, "EUR", Bound.ABOUT, "voor onderhoud"),
        QuantityView("€ 640", 640, "EUR/month", Bound.MAX, "huur"),
        QuantityView("vier keer per jaar", 4, "times/year", Bound.MIN, "overleg"),
        QuantityView("30 laadpalen", 30, "laadpalen", Bound.EXACT, ""),
    ]


def _deadlines() -> list[DeadlineView]:
    return [
        DeadlineView("vóór 1 juli 2027", DeadlineKind.DATE, date(2027, 6, 30)),
        DeadlineView("in het derde kwartaal", DeadlineKind.QUARTER, date(2026, 9, 30)),
        DeadlineView("T2", DeadlineKind.TERTIAL, date(2026, 8, 31)),
        DeadlineView("eind 2028", DeadlineKind.YEAR, date(2028, 12, 31)),
        DeadlineView("doorlopend", DeadlineKind.CONTINUOUS, None),
        DeadlineView("zodra de vergunning er is", DeadlineKind.CONDITIONAL, None),
    ]


def gallery_samples() -> dict[str, Any]:
    """Return the context of the gallery page."""
    return {
        "lights": ["green", "amber", "red", "grey", ""],
        "themes": [*Commitment.Theme, None],
        "parties": [
            SampleParty("Gemeente Waterhoven", Organisation.Kind.MUNICIPALITY, "trekker"),
            SampleParty("Woonstichting De Linde", Organisation.Kind.HOUSING_ASSOCIATION, "doet mee"),
            SampleParty("Huurdersplatform De Linde", Organisation.Kind.TENANTS_ORGANISATION),
            SampleParty("Provincie", Organisation.Kind.PROVINCE),
            SampleParty("Regio Waterland", Organisation.Kind.REGION),
            SampleParty("Zorgpartij Onderdak", Organisation.Kind.OTHER),
        ],
        "quantities": _quantities(),
        "deadlines": _deadlines(),
        "marks": [Mark(left=90, top=180, width=400, height=14), Mark(left=90, top=196, width=260, height=14)],
        "form": SampleForm(),
        "wrong_form": SampleForm({"name": "", "email": "geen-adres"}, auto_id="wrong_%s"),
        "table": SampleTable(
            ("Corporatie", "2026", "2027", "Opmerking"),
            (
                ("Woonstichting De Linde", 120, "n.t.b.", ""),
                ("Thuis in Waterhoven", 2250, 3.5, "met de regio"),
                ("Samen", None, None, ""),
            ),
        ),
        "passage": {
            "before": "Partijen kijken elk voorjaar terug. ",
            "marked": "De Linde verhuurt ten minste 65% van haar vrije woningen aan huishoudens met een laag inkomen.",
            "after": " De gemeente zorgt voor de toewijzing van urgenten.",
            "as_written": "De Linde verhuurt ten minste 65% van haar vrije woningen aan huis-\nhoudens.",
        },
        "repairs": [("ligature", "Ɵ", "ti", 312), ("hyphenation", "", "", 41), ("running_head", "pagina 3", "", 24)],
        "changes": {
            "before": "De Linde bouwt in 2027 ten minste 80 sociale huurwoningen bij het station.",
            "after": "De Linde bouwt vóór 1 juli 2028 ten minste 95 sociale huurwoningen bij het station.",
        },
        "section": "design",
    }
