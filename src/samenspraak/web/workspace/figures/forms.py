"""The forms of figures: confirming a target, recording measurements, adding a limit of the law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import AgreementParty, CommitmentQuantity
from samenspraak.apps.figures.models import AddedParameter, Target
from samenspraak.apps.figures.queries import Measured, ParameterValues, TargetValues, number_in
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.targets import PathPoint, Timing
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.web.design.units import unit_of_name
from samenspraak.web.workspace.figures.typed import NotReadable, measured_in, path_in

_LINES = _(
    "Eén per regel, zoals “2026: 253”. Schrijf t.b. voor wat nog niet is bepaald. Geldt het doel over de hele periode"
    " samen, schrijf dan wat er tot en met dat jaar bij elkaar moet zijn."
)


class NumberField(forms.CharField):
    """A number as people write it here; empty is to be determined."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **options)

    def clean(self, value: object) -> Decimal | None:
        text = super().clean(value)
        if not text:
            return None
        number = number_in(text)
        if number is None:
            raise forms.ValidationError(_now("Dit is geen getal. Schrijf het als 1.250 of 62,5."))
        return number


def day_field(**options: Any) -> forms.DateField:
    """Return a field for a day, as the browser's own calendar gives it."""
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag bestaat niet.")},
        **options,
    )


class TargetForm(forms.Form):
    """A target as a person confirms it. Values are checked where they are kept."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, initial=0)
    from_text = forms.CharField(widget=forms.HiddenInput, required=False, max_length=500)
    label = forms.CharField(
        label=_("Wat wordt geteld"), max_length=500, help_text=_("Zo precies dat een ander hetzelfde zou tellen.")
    )
    party = forms.TypedChoiceField(label=_("Voor wie geldt het"), required=False, coerce=int, empty_value=None)
    key_figure = forms.ChoiceField(
        label=_("Volgt een kengetal"),
        required=False,
        help_text=_("De metingen komen dan uit de lijsten van de corporaties, met eenheid en soort."),
    )
    bound = forms.ChoiceField(label=_("Grens"), choices=CommitmentQuantity.Bound.choices)
    value = NumberField(label=_("Streefwaarde"), required=False, help_text=_("Leeg als die nog niet is bepaald."))
    unit = forms.CharField(
        label=_("Eenheid"), required=False, max_length=100, help_text=_("Zoals procent, woningen of euro per maand.")
    )
    nature = forms.ChoiceField(label=_("Soort cijfer"), choices=Target.Nature.choices)
    timing = forms.ChoiceField(label=_("Wanneer het moet gelden"), choices=Target.Timing.choices)
    first_year = forms.IntegerField(label=_("Eerste jaar"), min_value=1950, max_value=2150)
    last_year = forms.IntegerField(label=_("Laatste jaar"), min_value=1950, max_value=2150)
    signal_value = NumberField(
        label=_("Signaalwaarde"),
        required=False,
        help_text=_("Waar u wilt worden gewaarschuwd, voordat het doel wordt gemist."),
    )
    price_year = forms.IntegerField(
        label=_("Prijspeil"),
        required=False,
        min_value=1950,
        max_value=2150,
        help_text=_("Het jaar van de huurgrenzen of prijzen."),
    )
    path = forms.CharField(
        label=_("Gepland pad"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 9}),
        max_length=5000,
        help_text=_LINES,
    )
    definition = forms.CharField(
        label=_("Hoe wordt geteld"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )
    definition_version = forms.CharField(
        label=_("Versie van de definitie"),
        max_length=40,
        initial="1",
        help_text=_("Verander haar als u anders gaat tellen: eerdere metingen vergelijken dan niet meer."),
    )

    def __init__(
        self,
        parties: Iterable[AgreementParty],
        figures: Iterable[tuple[str, str]],
        data: QueryDict | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        choices = [("", _("alle partijen samen")), *((party.pk, party.name) for party in parties)]
        self.fields["party"].choices = choices  # type: ignore[attr-defined]
        by_hand = ("", _("nee: met de hand, of uit een tabel"))
        self.fields["key_figure"].choices = [by_hand, *figures]  # type: ignore[attr-defined]

    def clean_path(self) -> tuple[PathPoint, ...]:
        try:
            return path_in(self.cleaned_data["path"])
        except NotReadable as error:
            raise forms.ValidationError(str(error)) from None

    def values(self) -> TargetValues:
        """Return what the form says."""
        said = self.cleaned_data
        return TargetValues(
            label=said["label"],
            unit=unit_of_name(said["unit"]),
            nature=Nature(said["nature"]),
            bound=Bound(said["bound"]),
            value=said["value"],
            timing=Timing(said["timing"]),
            first_year=said["first_year"],
            last_year=said["last_year"],
            definition=said["definition"],
            definition_version=said["definition_version"],
            price_year=said["price_year"],
            party_id=said["party"],
            signal_value=said["signal_value"],
            path=said["path"],
            from_text=said["from_text"],
            key_figure=said["key_figure"],
        )


class MeasuringForm(forms.Form):
    """One measurement or many at once, all from one source."""

    numbers = forms.CharField(
        label=_("Metingen"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
        help_text=_("Eén per regel: een jaar of een dag, en het getal. Zoals “2025: 71” of “30-10-2025: 62,5”."),
    )
    source = forms.CharField(
        label=_("Bron"), max_length=500, help_text=_("Waar het cijfer vandaan komt, zodat een ander het kan nagaan.")
    )
    since = day_field(
        label=_("Geteld vanaf"),
        required=False,
        help_text=_("Leeg is vanaf 1 januari. Telt u in dat jaar later verder, dan vervangt dat de eerdere telling."),
    )
    margin = NumberField(label=_("Marge"), required=False, help_text=_("Hoeveel het er naast kan zitten."))
    definition_version = forms.CharField(
        label=_("Andere versie van de definitie"),
        required=False,
        max_length=40,
        help_text=_("Alleen als er anders is geteld."),
    )
    is_provisional = forms.BooleanField(label=_("Nog voorlopig"), required=False)

    def clean_numbers(self) -> list[tuple[date, Decimal]]:
        try:
            return measured_in(self.cleaned_data["numbers"])
        except NotReadable as error:
            raise forms.ValidationError(str(error)) from None

    def measured(self, *, is_flow: bool) -> list[Measured]:
        """Return the measurements; what happened in a period is counted from the first of January, or the day given."""
        said = self.cleaned_data
        return [
            Measured(
                value=number,
                on=on,
                source=said["source"],
                since=(said["since"] or on.replace(month=1, day=1)) if is_flow else None,
                is_final=not said["is_provisional"],
                margin=said["margin"],
                definition_version=said["definition_version"],
            )
            for on, number in said["numbers"]
        ]


class ParameterForm(forms.Form):
    """A limit of the law that is not known yet."""

    name = forms.ChoiceField(label=_("Grens"))
    household = forms.ChoiceField(
        label=_("Huishouden"), required=False, choices=[("", _("alle huishoudens")), *AddedParameter.Household.choices]
    )
    value = NumberField(label=_("Bedrag"), help_text=_("Een aandeel als percentage: 92,5."))
    valid_from = day_field(label=_("Geldt vanaf"))
    valid_to = day_field(label=_("Geldt tot en met"), required=False)
    source = forms.CharField(label=_("Bron"), max_length=500, help_text=_("Waar het bedrag is bekendgemaakt."))

    def __init__(self, names: list[tuple[str, str]], data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")
        self.fields["name"].choices = names  # type: ignore[attr-defined]

    def values(self, *, is_share: bool) -> ParameterValues:
        """Return what the form says; a share is typed as a percentage."""
        said = self.cleaned_data
        amount = said["value"] / 100 if is_share else said["value"]
        return ParameterValues(
            said["name"], said["household"], amount, said["valid_from"], said["valid_to"], said["source"]
        )
