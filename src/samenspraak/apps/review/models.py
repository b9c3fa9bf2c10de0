"""What was done while checking a document: enough to take each step back."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import AgreementDocument


class ReviewStep(models.Model):
    """Stap bij het nakijken: which proposals it touched, as they were and as they became.

    `before` and `after` are lists of snapshots (snapshots.py). A step is undone by putting `before` back; that is
    refused when somebody changed one of its proposals since.
    """

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("overgenomen")
        REVISED = "revised", _("aangepast")
        SPLIT = "split", _("gesplitst")
        MERGED = "merged", _("samengevoegd")
        SKIPPED = "skipped", _("overgeslagen")
        ADDED = "added", _("toegevoegd")
        BATCH_ACCEPTED = "batch_accepted", _("in één keer overgenomen")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    source = models.ForeignKey(
        AgreementDocument, verbose_name=_("bron"), on_delete=models.CASCADE, related_name="review_steps"
    )
    kind = models.CharField(_("wat"), max_length=20, choices=Kind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("wie"), on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("wanneer"), auto_now_add=True)
    before = models.JSONField(_("van"), default=list)
    after = models.JSONField(_("naar"), default=list)
    undone_at = models.DateTimeField(_("ongedaan gemaakt op"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ongedaan gemaakt door"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("stap bij het nakijken")
        verbose_name_plural = _("stappen bij het nakijken")
        ordering = ("source_id", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="review_step_undone_who_and_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} ({self.source})"
