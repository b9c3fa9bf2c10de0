"""What the drafts and the editions have in common: what they are about."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.monitoring.models import Round
from samenspraak.apps.parties.models import Organisation


class About(models.Model):
    """Waarover: a report is about one round, or about a year of one organisation."""

    round = models.ForeignKey(
        Round, verbose_name=_("ronde"), null=True, blank=True, on_delete=models.PROTECT, related_name="%(class)ss"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def subject(self) -> str:
        """What it is about, as people call it."""
        return f"{self.organisation} {self.year}" if self.round is None else str(self.round)


ABOUT_ONE = Q(round__isnull=False, organisation__isnull=True, year__isnull=True) | Q(
    round__isnull=True, organisation__isnull=False, year__isnull=False
)
