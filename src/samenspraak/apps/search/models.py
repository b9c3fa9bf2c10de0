"""The index: what can be found, and what still has to be looked at. All of it can be made again from the records.

The words themselves stand where the database searches them fastest: in a table of FTS5 on SQLite, in a column of
type tsvector on PostgreSQL. Both are made in the migrations and written in store.py.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.documents.models import SourcePage


class SearchEntry(models.Model):
    """Vindplaats: one text that can be found, with what a search is narrowed down by; numbered by numbers.py."""

    class Kind(models.TextChoices):
        AGREEMENT = "agreement", _("prestatieafspraken")
        COMMITMENT = "commitment", _("afspraak")
        PROGRESS = "progress", _("voortgang")
        PAGE = "page", _("bladzijde van een document")

    kind = models.CharField(_("soort"), max_length=12, choices=Kind.choices)
    agreement = models.ForeignKey(
        Agreement, verbose_name=_("prestatieafspraken"), on_delete=models.CASCADE, related_name="+"
    )
    commitment = models.ForeignKey(
        Commitment, verbose_name=_("afspraak"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    page = models.ForeignKey(
        SourcePage, verbose_name=_("bladzijde"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    theme = models.CharField(_("thema"), max_length=20, blank=True)
    commitment_kind = models.CharField(_("soort afspraak"), max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(_("jaar"), null=True)
    # Of the text and everything else here: what is the same need not be indexed again.
    digest = models.CharField(max_length=32)

    class Meta:
        verbose_name = _("vindplaats")
        verbose_name_plural = _("vindplaatsen")
        constraints = (
            models.UniqueConstraint(fields=("agreement",), condition=Q(kind="agreement"), name="search_agreement_once"),
            models.UniqueConstraint(fields=("commitment", "kind"), name="search_commitment_once"),
            models.UniqueConstraint(fields=("page",), name="search_page_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class SearchShape(models.Model):
    """Gedaante: what entries are narrowed down by, together; its number is part of theirs (numbers.py)."""

    kind = models.CharField(_("soort"), max_length=12, choices=SearchEntry.Kind.choices)
    theme = models.CharField(_("thema"), max_length=20, blank=True)
    commitment_kind = models.CharField(_("soort afspraak"), max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(_("jaar"), null=True)

    class Meta:
        verbose_name = _("gedaante")
        verbose_name_plural = _("gedaanten")
        constraints = (
            models.UniqueConstraint("kind", "theme", "commitment_kind", Coalesce("year", 0), name="search_shape_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class SearchTask(models.Model):
    """Bij te werken: a record that changed after it was indexed; written together with the change itself."""

    target_type = models.CharField(_("soort record"), max_length=60)
    target_id = models.CharField(_("nummer van het record"), max_length=60)

    class Meta:
        verbose_name = _("bij te werken vindplaats")
        verbose_name_plural = _("bij te werken vindplaatsen")

    def __str__(self) -> str:
        return f"{self.target_type} {self.target_id}"


class SearchWord(models.Model):
    """Geïndexeerd woord: in about how many texts a word or a stem occurs; grows, and is exact after a reindex."""

    word = models.CharField(_("woord"), max_length=60)
    is_stem = models.BooleanField(_("is een stam"))
    count = models.PositiveIntegerField(_("aantal teksten"))

    class Meta:
        verbose_name = _("geïndexeerd woord")
        verbose_name_plural = _("geïndexeerde woorden")
        constraints = (models.UniqueConstraint(fields=("is_stem", "word"), name="search_word_once"),)

    def __str__(self) -> str:
        return self.word
