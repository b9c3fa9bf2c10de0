"""Writes about mail: keyword-only, one transaction, one event."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.mail.errors import DeliveryGone, NotForYou
from samenspraak.apps.mail.models import Delivery, Frequency, MailPreference
from samenspraak.apps.parties.models import Person

# What somebody may decide to send again: what did not arrive, or nobody knows.
_OFFERED_AGAIN = (Delivery.State.GIVEN_UP, Delivery.State.UNCERTAIN, Delivery.State.WAITING)


@transaction.atomic
def choose_frequency(*, frequency: Frequency, by: Person) -> MailPreference:
    """Keep how often a person wants mail; what is owed stays on the desk, whatever they choose."""
    now = timezone.now()
    held, is_new = MailPreference.objects.select_for_update().get_or_create(person=by, defaults={"chosen_at": now})
    before = {"frequency": Frequency.WEEKLY.value if is_new else held.frequency}
    if held.frequency != frequency:
        held.chosen_at = now
    held.frequency = frequency.value
    held.save()
    record(EventKind.MAIL_FREQUENCY_CHOSEN, target=by, by=by, before=before, after={"frequency": frequency.value})
    return held


@transaction.atomic
def offer_again(*, number: int, by: Person) -> Delivery:
    """Have a mail sent again that did not arrive; raises NotForYou and DeliveryGone.

    Of one that may have arrived the person may get a second copy: whoever decides so knows that.
    """
    if not (by.is_active and by.is_administrator):
        raise NotForYou(_("Alleen de beheerder van de installatie ziet wat er met mail gebeurt."))
    row = Delivery.objects.select_for_update().filter(pk=number, state__in=_OFFERED_AGAIN).first()
    if row is None:
        raise DeliveryGone(_("Deze mail is intussen verstuurd, of niet meer nodig. Laad de bladzijde opnieuw."))
    before = {"state": row.state, "attempts": row.attempts}
    row.state, row.attempts, row.next_try_at = Delivery.State.WAITING.value, 0, timezone.now()
    row.made_at = timezone.now()  # old enough to be given up is not what somebody asks for today
    row.save()
    record(EventKind.MAIL_OFFERED_AGAIN, target=row, by=by, before=before, after={"state": row.state})
    return row
