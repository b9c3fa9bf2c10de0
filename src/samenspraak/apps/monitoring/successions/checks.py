"""What must hold before parties change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from samenspraak.apps.agreements.models import AgreementParty
from samenspraak.apps.monitoring.checks import checked_text
from samenspraak.apps.monitoring.errors import PartiesStay
from samenspraak.apps.monitoring.models import Adoption
from samenspraak.apps.parties.models import Merger, Organisation


def checked_day(on: date) -> date:
    """Return the day; raises PartiesStay when it has yet to come."""
    if on > timezone.localdate():
        raise PartiesStay("Deze dag is nog niet geweest. Leg het vast op de dag zelf of daarna.")
    return on


def checked_reason(reason: str) -> str:
    """Return the reason; raises NeedsExplanation without one."""
    return checked_text(reason, "Schrijf in een zin waarom, zoals 'fusie per 1 juli'.")


def checked_merger(organisations: Sequence[Organisation], successor: Organisation) -> None:
    """Raise PartiesStay when these cannot go on as that one."""
    if not organisations or successor in organisations:
        raise PartiesStay("Kies welke organisaties opgaan in de andere; een organisatie gaat niet op in zichzelf.")
    if any(one.kind != successor.kind for one in organisations):
        raise PartiesStay("Alleen organisaties van dezelfde soort gaan samen verder. Controleer wat u koos.")
    merged = next((one for one in (*organisations, successor) if one.stands_as_id), None)
    if merged is not None:
        raise PartiesStay(f"{merged.name} is al opgegaan in een andere organisatie. Kies die andere.")


def checked_not_adopted(merger: Merger) -> None:
    """Raise PartiesStay when a round was adopted since the merger was written down, or it was undone already."""
    if merger.undone_at is not None:
        raise PartiesStay("Deze fusie is al teruggedraaid.")
    left = AgreementParty.objects.filter(pk__in=merger.changes.get("left", []))
    since = Adoption.objects.filter(adopted_at__gt=merger.recorded_at, round__agreement__parties__in=left)
    if since.exists():
        raise PartiesStay("Sinds deze fusie is een ronde vastgesteld; daarom blijft zij staan.")
