"""What parties agree about figures: a policy for the lights, shares of a whole, numbers that are no target."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.core.measurement.observed_light import ObservationPolicy

_person = settings.AUTH_USER_MODEL
_USUAL = ObservationPolicy()


class MeasuringPolicy(models.Model):
    """Beleid van het gemeten stoplicht: the numbers of the rules for one agreement, where the usual ones do not do."""

    agreement = models.OneToOneField(
        Agreement, verbose_name=_("afspraken"), on_delete=models.CASCADE, related_name="measuring_policy"
    )
    tolerance_percent = models.DecimalField(_("hoeveel ernaast geel is"), max_digits=5, decimal_places=2)
    outdated_days = models.PositiveSmallIntegerField(_("na hoeveel dagen verouderd"))
    set_at = models.DateTimeField(_("vastgelegd op"), auto_now=True)
    set_by = models.ForeignKey(_person, verbose_name=_("vastgelegd door"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("beleid van het gemeten stoplicht")
        verbose_name_plural = _("beleid van gemeten stoplichten")

    def __str__(self) -> str:
        return str(self.agreement)


def policy_of(agreement: Agreement) -> ObservationPolicy:
    """Return by which numbers the measurements of an agreement are judged."""
    own = getattr(agreement, "measuring_policy", None)
    if own is None:
        return _USUAL
    return ObservationPolicy(own.tolerance_percent / Decimal(100), timedelta(days=own.outdated_days))


class SharingOut(models.Model):
    """Verdeling van een doel: by which key it is divided over those who carry it. The shares follow from it."""

    target = models.OneToOneField(
        "figures.Target", verbose_name=_("streefwaarde"), on_delete=models.CASCADE, related_name="sharing_out"
    )
    key = models.CharField(_("verdeelsleutel"), max_length=200)
    source = models.CharField(_("bron"), max_length=500)
    parts = models.JSONField(_("delen"), default=list)  # name, and its key as a decimal text
    set_at = models.DateTimeField(_("vastgelegd op"), auto_now=True)
    set_by = models.ForeignKey(_person, verbose_name=_("vastgelegd door"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("verdeling")
        verbose_name_plural = _("verdelingen")

    def __str__(self) -> str:
        return f"{self.target}: {self.key}"


class DismissedNumber(models.Model):
    """Terzijde gelegd getal: a number of a commitment of which somebody said that it is no target."""

    commitment = models.ForeignKey(
        Commitment, verbose_name=_("afspraak"), on_delete=models.CASCADE, related_name="dismissed_numbers"
    )
    text = models.CharField(_("zoals geschreven"), max_length=500)
    dismissed_at = models.DateTimeField(_("terzijde gelegd op"), auto_now_add=True)
    dismissed_by = models.ForeignKey(
        _person, verbose_name=_("terzijde gelegd door"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("terzijde gelegd getal")
        verbose_name_plural = _("terzijde gelegde getallen")
        constraints = (models.UniqueConstraint(fields=("commitment", "text"), name="number_dismissed_once"),)

    def __str__(self) -> str:
        return self.text
