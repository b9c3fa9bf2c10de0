"""What must hold before something is written about a round; rows are locked, so that two at once take turns."""

from __future__ import annotations

from datetime import date

from django.db.models import TextChoices

from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.monitoring.errors import NeedsExplanation, RoundClosed, RoundExists, WrongPeriod
from samenspraak.apps.monitoring.models import Progress, Round, RoundItem
from samenspraak.apps.parties.models import Person
from samenspraak.core.assessment.standing import needs_explanation
from samenspraak.core.vocabulary.round_period import RoundPeriod
from samenspraak.core.vocabulary.traffic_light import TrafficLight

LONGEST_TEXT = 10_000


def new_round(agreement: Agreement, period: RoundPeriod, due_on: date, by: Person) -> Round:
    """Return a new, empty round; raises RoundExists and WrongPeriod."""
    if due_on < period.first_day or period.last_day < period.first_day:
        raise WrongPeriod("De uiterste dag ligt voor het begin van de periode. Kies een latere dag.")
    same = {"period_kind": period.kind.value, "year": period.year, "number": period.number}
    if Round.objects.filter(agreement=agreement, **same).exists():
        raise RoundExists("Over deze periode is er al een ronde. Open die, of kies een andere periode.")
    return Round.objects.create(
        agreement=agreement,
        first_day=period.first_day,
        last_day=period.last_day,
        due_on=due_on,
        opened_by=by,
        **same,
    )


def fresh_round(round_: Round) -> Round:
    """Return the round as it is now, held until the end of the transaction."""
    return Round.objects.select_for_update(of=("self",)).select_related("agreement").get(pk=round_.pk)


def fresh_item(item: RoundItem) -> RoundItem:
    """Return a row of a round as it is now, held with its round: nobody locks the round meanwhile."""
    round_ = Round.objects.select_for_update(of=("self",)).select_related("agreement").get(pk=item.round_id)
    fresh = RoundItem.objects.select_for_update(of=("self",)).select_related("commitment").get(pk=item.pk)
    fresh.round = round_
    return fresh


def fresh_progress(item: RoundItem, party: AgreementParty) -> Progress:
    """Return what a party said so far, held; a party that was not asked begins at nothing."""
    Progress.objects.get_or_create(item=item, party=party)
    held = Progress.objects.select_for_update(of=("self",)).select_related("party", "reported_by")
    progress = held.get(item=item, party=party)
    progress.item = item
    return progress


def checked_open(round_: Round) -> Round:
    """Return the round; raises RoundClosed when it takes no reports any more."""
    if round_.state != Round.State.OPEN:
        raise RoundClosed("Deze ronde is gesloten. Vraag de coördinator haar te heropenen als er nog iets in moet.")
    return round_


def checked_text(text: str, what_to_do: str) -> str:
    """Return the text without what a database refuses; raises NeedsExplanation when nothing is left."""
    text = text.replace("\x00", "").strip()
    if not text:
        raise NeedsExplanation(what_to_do)
    return text[:LONGEST_TEXT]


def explained(choices: type[TextChoices], light: str, text: str) -> tuple[str, str]:
    """Return a light with its words; raises NeedsExplanation for amber or red without any."""
    text = text.replace("\x00", "").strip()[:LONGEST_TEXT]
    if not light:
        return "", text
    value = choices(light).value
    if needs_explanation(TrafficLight(value)) and not text:
        raise NeedsExplanation("Bij geel en rood hoort een toelichting. Schrijf er in een of twee zinnen bij waarom.")
    return value, text
