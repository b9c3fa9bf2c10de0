"""What came in: the file as it is, the runs that read it, its pages as text with places, and the findings."""

from __future__ import annotations

import uuid
from pathlib import PurePosixPath

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def stored_name(document: Document, filename: str) -> str:
    """Return where a file is kept: by its hash, so that what a person called it never reaches the disk."""
    return str(PurePosixPath("documents", document.sha256[:2], document.sha256))


class Document(models.Model):
    """Document: one file as it came in, byte for byte. The same bytes are kept once."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sha256 = models.CharField(_("vingerafdruk"), max_length=64, unique=True)
    name = models.CharField(_("bestandsnaam"), max_length=255)
    media_type = models.CharField(_("soort bestand"), max_length=120)
    size_bytes = models.BigIntegerField(_("grootte in bytes"))
    file = models.FileField(_("bestand"), upload_to=stored_name, max_length=255)
    page_count = models.PositiveIntegerField(_("aantal bladzijden"), null=True, blank=True)
    # A letter in DOCX or ODT has no fixed pages: its SourcePage rows are then leaves of text.
    has_pages = models.BooleanField(_("heeft vaste bladzijden"), default=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("aangeleverd door"), on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("aangeleverd op"), auto_now_add=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        ordering = ("-uploaded_at", "-id")

    def __str__(self) -> str:
        return self.name

    @property
    def has_pictures(self) -> bool:
        """Whether a picture of each page can be made."""
        return self.media_type == "application/pdf" or self.media_type.startswith("image/")


class ImportRun(models.Model):
    """Inleesronde: one attempt to read and understand a document."""

    class Status(models.TextChoices):
        QUEUED = "queued", _("wacht")
        RUNNING = "running", _("bezig")
        DONE = "done", _("klaar")
        FAILED = "failed", _("mislukt")
        CANCELLED = "cancelled", _("gestopt")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, verbose_name=_("document"), on_delete=models.CASCADE, related_name="runs")
    # Meant for an existing agreement; a number and no foreign key, for agreements stand above documents.
    into_agreement = models.UUIDField(_("bedoeld voor afspraken"), null=True, blank=True, db_index=True)
    status = models.CharField(_("stand"), max_length=10, choices=Status.choices, default=Status.QUEUED)
    # Which time somebody is at it: who was at it an earlier time, and comes back late, finds it is no longer theirs.
    attempt = models.PositiveSmallIntegerField(_("poging"), default=0)
    # The last sign of life: of whoever reads it, or of being put in line. When it stays away, another takes it up.
    heartbeat_at = models.DateTimeField(_("laatste teken van leven"), default=timezone.now)
    doing = models.CharField(_("bezig met"), max_length=120, blank=True)
    done_count = models.PositiveIntegerField(_("gedaan"), default=0)
    total_count = models.PositiveIntegerField(_("totaal"), default=0)
    error_code = models.CharField(_("foutcode"), max_length=10, blank=True)
    error_message = models.TextField(_("wat er misging"), blank=True)
    extraction = models.JSONField(_("uitkomst zoals gevonden"), null=True, blank=True)
    notices = models.JSONField(_("opmerkingen bij het lezen"), default=list, blank=True)
    software_version = models.CharField(_("versie van de software"), max_length=40)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("gevraagd door"), on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField(_("gevraagd op"), auto_now_add=True)
    started_at = models.DateTimeField(_("begonnen op"), null=True, blank=True)
    finished_at = models.DateTimeField(_("klaar op"), null=True, blank=True)

    class Meta:
        verbose_name = _("inleesronde")
        verbose_name_plural = _("inleesrondes")
        ordering = ("-requested_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=("queued", "running"), finished_at__isnull=True)
                | Q(status__in=("done", "failed", "cancelled"), finished_at__isnull=False),
                name="run_finished_when_over",
            ),
            models.CheckConstraint(
                # Who stops a run may do so before anybody began.
                condition=Q(status__in=("queued", "cancelled")) | Q(started_at__isnull=False),
                name="run_started_unless_queued",
            ),
            models.CheckConstraint(
                condition=Q(status="failed") & ~Q(error_message="") | ~Q(status="failed") & Q(error_message=""),
                name="run_failed_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(status="done") | Q(extraction__isnull=False), name="run_done_has_extraction"
            ),
            models.UniqueConstraint(
                fields=("document",),
                condition=Q(status__in=("queued", "running")),
                name="run_one_open_per_document",
            ),
        )

    def __str__(self) -> str:
        return f"{self.document} ({self.status})"


class SourcePage(models.Model):
    """Bladzijde: the raw text of one page, with where each line of it stands.

    `start` and `end` are offsets in the raw text of the whole document; `lines` is a list of
    [start, end, left, top, right, bottom] in offsets and points from the top left corner.
    """

    document = models.ForeignKey(Document, verbose_name=_("document"), on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField(_("bladzijde"))
    start = models.PositiveIntegerField(_("begin"))
    end = models.PositiveIntegerField(_("einde"))
    raw = models.TextField(_("tekst zoals in het bestand"), blank=True)
    width = models.FloatField(_("breedte in punten"), null=True, blank=True)
    height = models.FloatField(_("hoogte in punten"), null=True, blank=True)
    lines = models.JSONField(_("regels"), default=list, blank=True)

    class Meta:
        verbose_name = _("bladzijde")
        verbose_name_plural = _("bladzijden")
        ordering = ("document_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("document", "number"), name="source_page_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="source_page_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.document}, {self.number}"


class Finding(models.Model):
    """Bevinding: a question that a careful reader would put to the document."""

    class Kind(models.TextChoices):
        CONTRADICTION = "contradiction", _("tegenspraak")
        TOTAL_MISMATCH = "total_mismatch", _("optelling klopt niet")
        ODD_DATE = "odd_date", _("vreemde datum")
        UNREADABLE = "unreadable", _("onleesbaar")
        REPEATED_TEXT = "repeated_text", _("tekst staat er dubbel")
        MISSING_OWNER = "missing_owner", _("geen trekker")
        MISSING_DEADLINE = "missing_deadline", _("geen termijn")
        NOT_MEASURABLE = "not_measurable", _("niet meetbaar")

    document = models.ForeignKey(
        Document, verbose_name=_("document"), on_delete=models.CASCADE, related_name="findings"
    )
    order = models.PositiveIntegerField(_("volgorde"))
    code = models.CharField(_("code"), max_length=10)
    kind = models.CharField(_("soort"), max_length=30, choices=Kind.choices)
    message = models.TextField(_("bevinding"))
    spans = models.JSONField(_("passages"), default=list, blank=True)  # [{"page": 1, "start": 0, "end": 9}]

    class Meta:
        verbose_name = _("bevinding")
        verbose_name_plural = _("bevindingen")
        ordering = ("document_id", "order")
        constraints = (models.UniqueConstraint(fields=("document", "order"), name="finding_order_once"),)

    def __str__(self) -> str:
        return f"{self.code} {self.message[:80]}"
