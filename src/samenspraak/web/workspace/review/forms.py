"""What a person typed about a proposal or an agreement, checked and turned into what the actions take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.review.pages import FactsText, MissedParty, PartyAnswer, PartyText, ProposalText, QuantityText
from samenspraak.core.vocabulary.deadline_finder import find_deadline
from samenspraak.core.vocabulary.typed_number import typed_number
from samenspraak.web.design.units import unit_of_name

_UNKNOWN_LIGHT = [("", _("Nog niet bekend")), *Commitment.Rating.choices]
LONGEST_TEXT = 100_000  # as the register takes
MOST_MISSED = 100
LARGEST_NUMBER = 1e15
_MISSED = "missed-"  # with a kind of organisation: the field for parties that were not found
_PARTY = "party-"  # with its number: the field that says who it is
NEW, UNKNOWN, NO_PARTY = "new", "unknown", "none"  # what can be chosen there beside an organisation


def _day(**options: Any) -> forms.DateField:
    return forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class ProposalForm(forms.Form):
    """Everything of a proposal that can be changed; parties and numbers are rows beside it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    code = forms.CharField(label=_("Nummer"), max_length=60, required=False)
    theme = forms.ChoiceField(
        label=_("Thema"), choices=[("", _("Zonder thema")), *Commitment.Theme.choices], required=False
    )
    title = forms.CharField(label=_("Titel"), max_length=1000, required=False)
    text = forms.CharField(
        label=_("Tekst"),
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Een afspraak heeft tekst nodig. Sla haar anders over.")},
    )
    kind = forms.ChoiceField(label=_("Soort"), choices=Commitment.Kind.choices)
    year = forms.IntegerField(label=_("Jaar"), min_value=1900, max_value=2199, required=False)  # as the register takes
    deadline_text = forms.CharField(label=_("Termijn in woorden"), max_length=500, required=False)
    deadline_kind = forms.ChoiceField(
        label=_("Soort termijn"), choices=[("", _("Geen termijn")), *Commitment.DeadlineKind.choices], required=False
    )
    deadline_on = _day(label=_("Uiterlijk"), error_messages={"invalid": _("Deze datum bestaat niet.")})
    priority = forms.CharField(label=_("Prioriteit"), max_length=200, required=False)
    rating = forms.ChoiceField(label=_("Stoplicht"), choices=_UNKNOWN_LIGHT, required=False)
    progress = forms.CharField(
        label=_("Voortgang"), max_length=LONGEST_TEXT, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_text(self) -> str:
        # Browsers send line ends as two characters; places in the text count one.
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if not text.strip():
            raise forms.ValidationError(_("Een afspraak heeft tekst nodig. Sla haar anders over."))
        return text

    def clean_progress(self) -> str:
        return str(self.cleaned_data["progress"]).replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        """Make a term whole: words and kind go together, and a day needs no words."""
        values: dict[str, Any] = super().clean() or {}
        words, kind, day = (values.get(f"deadline_{part}") for part in ("text", "kind", "on"))
        if day and not kind:
            values["deadline_kind"] = kind = Commitment.DeadlineKind.DATE.value
        if words and not kind:
            found = find_deadline(words, document_year=values.get("year"))
            if found is None:
                self.add_error("deadline_kind", _("Kies wat voor termijn dit is, of maak de woorden leeg."))
            else:
                values["deadline_kind"], values["deadline_on"] = found.kind.value, day or found.on
        if kind and not words:
            values["deadline_text"] = f"{day:%d-%m-%Y}" if day else str(Commitment.DeadlineKind(kind).label)
        self._rows()
        return values

    def _rows(self) -> None:
        try:
            self.quantities = tuple(_quantities(self.posted))
        except ValueError as error:
            self.quantities = ()
            self.add_error(None, _("Dit is geen getal: %(word)s. Schrijf het in cijfers.") % {"word": error.args[0]})

    @property
    def posted(self) -> QueryDict:
        """Everything that was sent, rows included."""
        data = self.data
        return data if isinstance(data, QueryDict) else QueryDict()

    def typed_parties(self) -> tuple[PartyText, ...]:
        """Return the parties as typed, also when something else is wrong."""
        return tuple(_parties(self.posted))

    def typed_quantities(self) -> list[dict[str, str]]:
        """Return the numbers as typed, also when they are none."""
        parts = ("text", "value", "unit", "bound", "subject")
        rows = zip(*(self.posted.getlist(f"quantity_{part}") for part in parts), strict=False)
        return [dict(zip(parts, row, strict=True)) for row in rows if any(row[:2])]

    def proposal_text(self) -> ProposalText:
        """Return what was typed; only for a valid form."""
        values = self.cleaned_data
        plain = ("code", "title", "text", "theme", "kind", "year", "priority", "rating", "progress")
        term = ("deadline_text", "deadline_kind", "deadline_on")
        return ProposalText(
            **{name: values[name] for name in (*plain, *term)},
            parties=tuple(_parties(self.posted)),
            quantities=self.quantities,
        )


def values_of(text: ProposalText, version: int) -> dict[str, object]:
    """Return what a form begins with."""
    names = (name for name in ProposalForm.base_fields if name != "version")
    return {name: getattr(text, name) for name in names} | {"version": version}


def _parties(posted: QueryDict) -> Iterator[PartyText]:
    seen: set[tuple[str, str]] = set()
    for name, role in zip(posted.getlist("party_name"), posted.getlist("party_role"), strict=False):
        words = " ".join(name.replace("\x00", "").split())[:300]
        chosen = role if role in CommitmentParty.Role.values else CommitmentParty.Role.PARTNER.value
        if words and (words, chosen) not in seen:
            seen.add((words, chosen))
            yield PartyText(words, CommitmentParty.Role(chosen))


def _quantities(posted: QueryDict) -> Iterator[QuantityText]:
    columns = [posted.getlist(f"quantity_{part}") for part in ("text", "value", "unit", "bound", "subject")]
    for text, value, unit, bound, subject in zip(*columns, strict=False):
        if not value.strip():
            continue
        chosen = bound if bound in CommitmentQuantity.Bound.values else CommitmentQuantity.Bound.EXACT.value
        number = _number(value)
        yield QuantityText(
            (text or f"{value} {unit}").replace("\x00", "").strip(),
            number,
            unit_of_name(unit.replace("\x00", "")) or "dwelling",
            CommitmentQuantity.Bound(chosen),
            subject.replace("\x00", "").strip(),
        )


def _number(words: str) -> float:
    """Return a number as people in the Netherlands write it; raises ValueError with the words."""
    number = typed_number(words)
    if number is None or abs(number) > LARGEST_NUMBER:
        raise ValueError(words[:40])
    return number


class FactsForm(forms.Form):
    """What the document says of itself."""

    title = forms.CharField(label=_("Titel"), max_length=500)
    kind = forms.ChoiceField(label=_("Soort document"), choices=Agreement.Kind.choices)
    period_start = forms.IntegerField(label=_("Eerste jaar"), min_value=1990, max_value=2100, required=False)
    period_end = forms.IntegerField(label=_("Laatste jaar"), min_value=1990, max_value=2100, required=False)
    signed_on = _day(label=_("Ondertekend op"))

    def facts_text(self) -> FactsText:
        """Return what was typed; only for a valid form."""
        values = self.cleaned_data
        signed_on: date | None = values["signed_on"]
        return FactsText(values["title"], values["kind"], values["period_start"], values["period_end"], signed_on)

    def differing(self, facts: FactsText) -> list[tuple[str, str]]:
        """Return what stands there of each fact that was typed otherwise, with its label."""
        mine = self.facts_text()
        names = [name for name in self.base_fields if getattr(mine, name) != getattr(facts, name)]
        return [(str(self.fields[name].label), _shown(getattr(facts, name), name)) for name in names]


def _shown(value: object, name: str) -> str:
    if name == "kind":
        return str(Agreement.Kind(str(value)).label)
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value or _("Niet bekend"))


def typed_answers(posted: QueryDict) -> dict[int, str]:
    """Return what was chosen for each party that was asked about; nothing chosen is no answer."""
    answers = ((name.removeprefix(_PARTY), posted.get(name, "")) for name in posted if name.startswith(_PARTY))
    return {
        int(number): answer
        for number, answer in answers
        if number.isascii() and number.isdigit() and len(number) < 10 and answer
    }


def party_answers(posted: QueryDict) -> tuple[PartyAnswer, ...]:
    """Return the answers that can be one: an organisation, a new one, or not known."""
    return tuple(
        PartyAnswer(party, int(answer) if answer.isdigit() else None, is_new=answer == NEW, is_party=answer != NO_PARTY)
        for party, answer in typed_answers(posted).items()
        if answer in {NEW, UNKNOWN, NO_PARTY} or (answer.isascii() and answer.isdigit() and len(answer) < 10)
    )


def missed_parties(posted: QueryDict) -> tuple[MissedParty, ...]:
    """Return the parties that were typed, a line for each."""
    return tuple(
        MissedParty(kind, name)
        for kind in Organisation.Kind
        for line in posted.get(f"{_MISSED}{kind.value}", "").replace("\x00", "").splitlines()[:MOST_MISSED]
        if (name := " ".join(line.split())[:300])
    )


def missed_fields(posted: QueryDict) -> list[tuple[str, str, str]]:
    """Return for each kind of organisation the name of its field, its label, and what was typed there."""
    return [
        (f"{_MISSED}{kind.value}", str(kind.label), posted.get(f"{_MISSED}{kind.value}", ""))
        for kind in Organisation.Kind
    ]
