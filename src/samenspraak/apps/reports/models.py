"""The drafts in which people write, the editions that were adopted, and how a municipality's paper looks."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.reports.about import ABOUT_ONE, About

_person = settings.AUTH_USER_MODEL


class ReportKind(models.TextChoices):
    """Soort verslag."""

    MONITOR = "monitor", _("monitor")
    COUNCIL_LETTER = "council_letter", _("brief aan de raad")
    YEAR_SLICE = "year_slice", _("jaarafspraken om te ondertekenen")
    EVALUATION = "evaluation", _("evaluatie van het jaar")
    NEWSLETTER = "newsletter", _("bladzijde voor huurders")
    PROGRESS = "progress", _("voortgangsbericht van een regionaal akkoord")
    ACCOUNT = "account", _("verantwoording over meer gemeenten")


class Draft(About):
    """Concept: what people wrote in place of what is proposed. The proposal itself is made anew from the data."""

    kind = models.CharField(_("soort"), max_length=20, choices=ReportKind.choices)
    # {"heading > heading#1": {"text": what was written, "proposed": what stood there then}}
    edits = models.JSONField(_("wat er is geschreven"), default=dict, blank=True)
    version = models.PositiveIntegerField(_("versie"), default=0)
    written_at = models.DateTimeField(_("laatst geschreven op"), null=True, blank=True)
    written_by = models.ForeignKey(
        _person,
        verbose_name=_("laatst geschreven door"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepten")
        constraints = (
            models.UniqueConstraint(fields=("round", "kind"), name="draft_once_per_kind"),
            models.UniqueConstraint(fields=("organisation", "year", "kind"), name="draft_once_per_year"),
            models.CheckConstraint(condition=ABOUT_ONE, name="draft_about_one_thing"),
            models.CheckConstraint(
                condition=Q(written_at__isnull=True, written_by__isnull=True)
                | Q(written_at__isnull=False, written_by__isnull=False),
                name="draft_written_who_and_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.subject})"


class Edition(About):
    """Uitgave: a report as it was adopted, with its data and its look. Never changed; a later one stands beside it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("soort"), max_length=20, choices=ReportKind.choices)
    number = models.PositiveSmallIntegerField(_("nummer"))
    report = models.JSONField(_("verslag zoals vastgesteld"))
    look = models.JSONField(_("huisstijl zoals die was"), default=dict)
    template = models.BinaryField(_("sjabloon zoals dat was"), null=True, blank=True)
    sha256 = models.CharField(_("vingerafdruk"), max_length=64)
    software_version = models.CharField(_("versie van de software"), max_length=40)
    adopted_at = models.DateTimeField(_("vastgesteld op"), auto_now_add=True)
    adopted_by = models.ForeignKey(
        _person, verbose_name=_("vastgesteld door"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("uitgave")
        verbose_name_plural = _("uitgaven")
        ordering = ("-adopted_at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("round", "kind", "number"), name="edition_number_once"),
            models.UniqueConstraint(fields=("organisation", "year", "kind", "number"), name="edition_number_per_year"),
            models.CheckConstraint(condition=ABOUT_ONE, name="edition_about_one_thing"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number} ({self.subject})"


class EditionFile(models.Model):
    """Bestand van een uitgave: an edition in one form, byte for byte as its own version of the software wrote it."""

    edition = models.ForeignKey(Edition, verbose_name=_("uitgave"), on_delete=models.PROTECT, related_name="files")
    form = models.CharField(_("vorm"), max_length=4)  # docx, odt, pdf, html
    name = models.CharField(_("naam"), max_length=100)
    content = models.BinaryField(_("inhoud"))
    sha256 = models.CharField(_("vingerafdruk"), max_length=64)
    made_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)

    class Meta:
        verbose_name = _("bestand van een uitgave")
        verbose_name_plural = _("bestanden van uitgaven")
        constraints = (models.UniqueConstraint(fields=("edition", "form"), name="edition_file_once_per_form"),)

    def __str__(self) -> str:
        return self.name


class HouseStyle(models.Model):
    """Huisstijl: the colour, the logo and the Word template of an organisation."""

    organisation = models.OneToOneField(
        Organisation, verbose_name=_("organisatie"), on_delete=models.CASCADE, related_name="house_style"
    )
    accent = models.CharField(_("kleur"), max_length=7, default="#0a5c73")
    template = models.BinaryField(_("Word-sjabloon"), null=True, blank=True)
    logo = models.BinaryField(_("logo"), null=True, blank=True)  # as PNG, whatever was handed in
    logo_name = models.CharField(_("naam van het logo"), max_length=255, blank=True)
    template_name = models.CharField(_("naam van het sjabloon"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("huisstijl")
        verbose_name_plural = _("huisstijlen")

    def __str__(self) -> str:
        return f"{self.organisation}"
