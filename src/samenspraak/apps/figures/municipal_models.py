"""Numbers of a whole municipality, by which shares of key figures are divided: no association knows them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.parties.models import Organisation
from samenspraak.core.measurement.key_figures.declaration import Outside

_person = settings.AUTH_USER_MODEL


class MunicipalNumber(models.Model):
    """Aantal van de gemeente: never changed; the last version that was not withdrawn counts, the others stay."""

    class Kind(models.TextChoices):
        DWELLINGS = Outside.DWELLINGS.value, _("alle woningen")
        NEW_DWELLINGS = Outside.NEW_DWELLINGS.value, _("alle nieuwe woningen")

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("gemeente"), on_delete=models.PROTECT, related_name="municipal_numbers"
    )
    kind = models.CharField(_("wat is geteld"), max_length=20, choices=Kind.choices)
    year = models.PositiveSmallIntegerField(_("jaar"))
    version = models.PositiveIntegerField(_("versie"), default=1)
    value = models.PositiveIntegerField(_("aantal"))
    on = models.DateField(_("peildatum"))
    source = models.CharField(_("bron"), max_length=500)
    is_final = models.BooleanField(_("definitief"), default=True)
    entered_at = models.DateTimeField(_("ingevoerd op"), auto_now_add=True)
    entered_by = models.ForeignKey(
        _person, verbose_name=_("ingevoerd door"), on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("ingetrokken omdat"), blank=True)

    class Meta:
        verbose_name = _("aantal van de gemeente")
        verbose_name_plural = _("aantallen van de gemeente")
        ordering = ("organisation_id", "-year", "kind", "-version")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "kind", "year", "version"), name="municipal_number_version_once"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="municipal_number_withdrawn_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}, {self.get_kind_display()} {self.year}"
