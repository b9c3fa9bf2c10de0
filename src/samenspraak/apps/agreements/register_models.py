"""What people keep beside the register: earlier versions, views and tables they bring back."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CommitmentVersion(models.Model):
    """Eerdere versie: what a commitment said until somebody changed it, who that was, when and why.

    The lowest version is the commitment as it came into the register; without any, it is as it was then.
    """

    class Nature(models.TextChoices):
        CORRECTION = "correction", _("verbetering: het register gaf het document niet goed weer")
        AMENDMENT = "amendment", _("wijziging: partijen hebben iets anders afgesproken")
        CLASSIFICATION = "classification", _("indeling: de afspraak zelf blijft gelijk")
        UNDO = "undo", _("ongedaan gemaakt")

    commitment = models.ForeignKey(
        "agreements.Commitment", verbose_name=_("afspraak"), on_delete=models.CASCADE, related_name="versions"
    )
    version = models.PositiveIntegerField(_("versie"))
    values = models.JSONField(_("wat er stond"))
    nature = models.CharField(_("aard van de wijziging erna"), max_length=20, choices=Nature.choices)
    reason = models.TextField(_("waarom die is gedaan"), blank=True)
    # Shared by all that one action changed, so that it can be undone as one.
    change = models.UUIDField(_("wijziging"), default=uuid.uuid4, db_index=True, editable=False)
    replaced_at = models.DateTimeField(_("vervangen op"))
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("vervangen door"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("eerdere versie")
        verbose_name_plural = _("eerdere versies")
        ordering = ("commitment_id", "version")
        constraints = (models.UniqueConstraint(fields=("commitment", "version"), name="commitment_version_once"),)

    def __str__(self) -> str:
        return f"{self.commitment} ({self.version})"


class SavedView(models.Model):
    """Bewaarde weergave: filters, order and columns of a register under a name of one's own."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(
        "agreements.Agreement", verbose_name=_("afspraken"), on_delete=models.CASCADE, related_name="saved_views"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("van"), on_delete=models.CASCADE, related_name="saved_views"
    )
    name = models.CharField(_("naam"), max_length=80)
    address = models.CharField(_("keuzes"), max_length=2000, blank=True)  # a query string without page number
    is_shared = models.BooleanField(_("voor iedereen bij deze afspraken"), default=False)
    saved_at = models.DateTimeField(_("bewaard op"), auto_now=True)

    class Meta:
        verbose_name = _("bewaarde weergave")
        verbose_name_plural = _("bewaarde weergaven")
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(fields=("agreement", "owner", "name"), name="saved_view_name_once_per_person"),
        )

    def __str__(self) -> str:
        return self.name


class ColumnChoice(models.Model):
    """Gekozen kolommen: the columns that a person wants to see in any register."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("persoon"), on_delete=models.CASCADE, related_name="column_choice"
    )
    columns = models.JSONField(_("kolommen"), default=list)

    class Meta:
        verbose_name = _("gekozen kolommen")
        verbose_name_plural = _("gekozen kolommen")

    def __str__(self) -> str:
        return ", ".join(self.columns)


class OfferedTable(models.Model):
    """Aangeboden tabel: a sheet that somebody brought back, kept until they decide what to do with it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(
        "agreements.Agreement", verbose_name=_("afspraken"), on_delete=models.CASCADE, related_name="offered_tables"
    )
    name = models.CharField(_("naam van het bestand"), max_length=255)
    rows = models.JSONField(_("rijen"), default=list)  # lists of cells; days as ISO text
    offered_at = models.DateTimeField(_("aangeboden op"), auto_now_add=True)
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("aangeboden door"), on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(_("doorgevoerd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("aangeboden tabel")
        verbose_name_plural = _("aangeboden tabellen")
        ordering = ("offered_at", "id")

    def __str__(self) -> str:
        return self.name
