"""What was promised: agreements, their parties and documents, and the commitments with their source."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.register_models import ColumnChoice, CommitmentVersion, OfferedTable, SavedView
from samenspraak.apps.documents.models import Document
from samenspraak.apps.parties.models import Organisation

__all__ = [
    "Agreement",
    "AgreementDocument",
    "AgreementParty",
    "AgreementTable",
    "ColumnChoice",
    "Commitment",
    "CommitmentParty",
    "CommitmentQuantity",
    "CommitmentVersion",
    "GlossaryTerm",
    "OfferedTable",
    "SavedView",
    "Signatory",
]


class Agreement(models.Model):
    """Prestatieafspraken: the whole that parties sign for a period."""

    class Kind(models.TextChoices):
        MULTI_YEAR = "multi_year", _("meerjarige prestatieafspraken")
        YEAR_SLICE = "year_slice", _("jaarafspraken")
        REGIONAL = "regional", _("regionaal akkoord")
        MONITOR = "monitor", _("monitor")
        BID = "bid", _("bod")
        COUNCIL_LETTER = "council_letter", _("brief aan de raad")
        OTHER = "other", _("ander document")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("titel"), max_length=500)
    kind = models.CharField(_("soort"), max_length=20, choices=Kind.choices)
    period_start = models.PositiveSmallIntegerField(_("eerste jaar"), null=True, blank=True)
    period_end = models.PositiveSmallIntegerField(_("laatste jaar"), null=True, blank=True)
    signed_on = models.DateField(_("ondertekend op"), null=True, blank=True)
    # Whoever brings a document in keeps seeing it, also when it names its parties differently.
    entered_for = models.ForeignKey(
        Organisation,
        verbose_name=_("ingebracht namens"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="entered_agreements",
    )
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("in het register gezet door"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    registered_at = models.DateTimeField(_("in het register sinds"), auto_now_add=True)
    # Until somebody said that title, period and parties are right, only those who brought it in see it.
    facts_confirmed_at = models.DateTimeField(_("gegevens bevestigd op"), null=True, blank=True)
    facts_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gegevens bevestigd door"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("prestatieafspraken")
        verbose_name_plural = _("prestatieafspraken")
        ordering = (F("period_start").desc(nulls_last=True), "title", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(period_start__isnull=True, period_end__isnull=True)
                | Q(period_start__isnull=False, period_end__isnull=False, period_end__gte=F("period_start")),
                name="agreement_period_in_order",
            ),
            models.CheckConstraint(
                condition=Q(facts_confirmed_at__isnull=True, facts_confirmed_by__isnull=True)
                | Q(facts_confirmed_at__isnull=False, facts_confirmed_by__isnull=False),
                name="agreement_facts_confirmed_who_and_when",
            ),
        )

    def __str__(self) -> str:
        return self.title


class AgreementParty(models.Model):
    """Partij: an organisation as the agreement names it, and who that is as far as we know."""

    agreement = models.ForeignKey(
        Agreement, verbose_name=_("afspraken"), on_delete=models.CASCADE, related_name="parties"
    )
    side = models.CharField(_("kant"), max_length=30, choices=Organisation.Kind.choices)
    name = models.CharField(_("naam zoals in het document"), max_length=300)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agreement_parties",
    )
    order = models.PositiveIntegerField(_("volgorde"))
    # Empty: from the signing on, and still. Who leaves keeps its place in the history, and its words.
    joined_on = models.DateField(_("partij vanaf"), null=True, blank=True)
    left_on = models.DateField(_("partij tot"), null=True, blank=True)

    class Meta:
        verbose_name = _("partij")
        verbose_name_plural = _("partijen")
        ordering = ("agreement_id", "order")
        constraints = (models.UniqueConstraint(fields=("agreement", "side", "name"), name="party_once_per_agreement"),)
        # Counting what a search finds by party reads this alone.
        indexes = (models.Index(fields=("agreement", "name"), name="party_names"),)

    def __str__(self) -> str:
        return self.name


class AgreementDocument(models.Model):
    """Bron: a document in which an agreement stands. A document feeds one agreement only."""

    agreement = models.ForeignKey(
        Agreement, verbose_name=_("afspraken"), on_delete=models.CASCADE, related_name="sources"
    )
    document = models.OneToOneField(
        Document, verbose_name=_("document"), on_delete=models.PROTECT, related_name="agreement_source"
    )
    kind = models.CharField(_("soort document"), max_length=20, choices=Agreement.Kind.choices)
    order = models.PositiveIntegerField(_("volgorde"))

    class Meta:
        verbose_name = _("bron")
        verbose_name_plural = _("bronnen")
        ordering = ("agreement_id", "order")

    def __str__(self) -> str:
        return f"{self.document} ({self.agreement})"


class Signatory(models.Model):
    """Ondertekenaar: who signed, in which function, for whom, as the document says."""

    source = models.ForeignKey(
        AgreementDocument, verbose_name=_("bron"), on_delete=models.CASCADE, related_name="signatories"
    )
    name = models.CharField(_("naam"), max_length=300)
    function = models.CharField(_("functie"), max_length=300, blank=True)
    organisation_name = models.CharField(_("namens"), max_length=300, blank=True)
    order = models.PositiveIntegerField(_("volgorde"))

    class Meta:
        verbose_name = _("ondertekenaar")
        verbose_name_plural = _("ondertekenaars")
        ordering = ("source_id", "order")

    def __str__(self) -> str:
        return self.name


class Commitment(models.Model):
    """Afspraak: one line of an agreement, with the passage it comes from.

    `public_id` is permanent; `code` is what is printed and may clash with another year or document. `version`
    counts the changes: whoever changes a commitment says which version they saw, so that two people at once
    never overwrite each other silently.
    """

    class Kind(models.TextChoices):
        FRAMEWORK = "framework", _("kaderafspraak")
        ANNUAL = "annual", _("jaarafspraak")
        PROCESS = "process", _("procesafspraak")
        MONITOR = "monitor", _("regel van een monitor")

    class Theme(models.TextChoices):
        AVAILABILITY = "availability", _("beschikbaarheid")
        AFFORDABILITY = "affordability", _("betaalbaarheid")
        SUSTAINABILITY = "sustainability", _("verduurzaming")
        CARE = "care", _("wonen en zorg")
        LIVEABILITY = "liveability", _("leefbaarheid")
        COOPERATION = "cooperation", _("samenwerking")

    class Rating(models.TextChoices):
        GREEN = "green", _("groen")
        AMBER = "amber", _("geel")
        RED = "red", _("rood")
        GREY = "grey", _("grijs")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("voorgesteld")
        ACCEPTED = "accepted", _("overgenomen")
        SKIPPED = "skipped", _("overgeslagen")

    class DeadlineKind(models.TextChoices):
        DATE = "date", _("dag")
        QUARTER = "quarter", _("kwartaal")
        TERTIAL = "tertial", _("tertiaal")
        YEAR = "year", _("jaar")
        CONTINUOUS = "continuous", _("doorlopend")
        CONDITIONAL = "conditional", _("onder voorwaarde")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(
        Agreement, verbose_name=_("afspraken"), on_delete=models.CASCADE, related_name="commitments"
    )
    document = models.ForeignKey(
        Document, verbose_name=_("document"), on_delete=models.PROTECT, related_name="commitments"
    )
    order = models.PositiveIntegerField(_("volgorde in het document"))
    version = models.PositiveIntegerField(_("versie"), default=1)
    elaborates = models.ForeignKey(
        "self",
        verbose_name=_("werkt uit"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="elaborations",
        help_text=_("De kaderafspraak die deze jaarafspraak uitwerkt."),
    )
    code = models.CharField(_("code"), max_length=60, blank=True)
    code_key = models.CharField(max_length=120, blank=True, editable=False)  # sorts "J 10" after "J 9"
    title = models.CharField(_("titel"), max_length=1000, blank=True)
    text = models.TextField(_("tekst"))
    kind = models.CharField(_("soort"), max_length=20, choices=Kind.choices)
    year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)
    theme = models.CharField(_("thema"), max_length=20, choices=Theme.choices, blank=True)
    heading = models.CharField(_("kop"), max_length=1000, blank=True)
    deadline_text = models.CharField(_("termijn zoals geschreven"), max_length=500, blank=True)
    deadline_kind = models.CharField(_("soort termijn"), max_length=20, choices=DeadlineKind.choices, blank=True)
    deadline_on = models.DateField(_("uiterlijk"), null=True, blank=True)
    priority = models.CharField(_("prioriteit"), max_length=200, blank=True)
    rating = models.CharField(_("stoplicht"), max_length=10, choices=Rating.choices, blank=True)
    rating_text = models.CharField(_("stoplicht zoals geschreven"), max_length=200, blank=True)
    progress = models.TextField(_("voortgang"), blank=True)
    page = models.PositiveIntegerField(_("bladzijde"))
    start = models.PositiveIntegerField(_("begin van de passage"))
    end = models.PositiveIntegerField(_("einde van de passage"))
    # Share 0-1 of proposals like this that were one; 1 for what a person pointed at, empty where nobody counted it.
    confidence = models.FloatField(_("zekerheid"), null=True, blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=State.choices, default=State.PROPOSED)
    accepted_at = models.DateTimeField(_("overgenomen op"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("overgenomen door"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        ordering = ("agreement_id", "document_id", "order")
        indexes = (
            models.Index(fields=("agreement", "theme", "document", "order"), name="commitment_by_theme"),
            models.Index(fields=("agreement", "code_key"), name="commitment_by_code"),
        )
        constraints = (
            models.UniqueConstraint(fields=("document", "order"), name="commitment_order_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="commitment_span_in_order"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="commitment_confidence_share"
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", accepted_at__isnull=False, accepted_by__isnull=False)
                | Q(state__in=("proposed", "skipped"), accepted_at__isnull=True, accepted_by__isnull=True),
                name="commitment_accepted_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(deadline_text="", deadline_kind="", deadline_on__isnull=True)
                | ~Q(deadline_text="") & ~Q(deadline_kind=""),
                name="commitment_deadline_whole",
            ),
        )

    def __str__(self) -> str:
        name = self.title or self.text[:80]
        return f"{self.code} {name}".strip()


class CommitmentParty(models.Model):
    """Trekker of deelnemer: a party to one commitment, as the document names it."""

    class Role(models.TextChoices):
        LEAD = "lead", _("trekker")
        PARTNER = "partner", _("doet mee")

    commitment = models.ForeignKey(
        Commitment, verbose_name=_("afspraak"), on_delete=models.CASCADE, related_name="parties"
    )
    name = models.CharField(_("naam zoals in het document"), max_length=300)
    role = models.CharField(_("rol"), max_length=10, choices=Role.choices)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    order = models.PositiveIntegerField(_("volgorde"))

    class Meta:
        verbose_name = _("partij bij een afspraak")
        verbose_name_plural = _("partijen bij een afspraak")
        ordering = ("commitment_id", "order")
        constraints = (
            models.UniqueConstraint(fields=("commitment", "name", "role"), name="commitment_party_once_per_role"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"


class CommitmentQuantity(models.Model):
    """Hoeveelheid: a number that belongs to a commitment, with its unit and bound."""

    class Bound(models.TextChoices):
        MIN = "min", _("ten minste")
        MAX = "max", _("ten hoogste")
        EXACT = "exact", _("precies")
        ABOUT = "about", _("ongeveer")

    commitment = models.ForeignKey(
        Commitment, verbose_name=_("afspraak"), on_delete=models.CASCADE, related_name="quantities"
    )
    text = models.CharField(_("zoals geschreven"), max_length=500)
    value = models.FloatField(_("getal"))
    unit = models.CharField(_("eenheid"), max_length=100)
    bound = models.CharField(_("grens"), max_length=10, choices=Bound.choices)
    subject = models.CharField(_("wat wordt geteld"), max_length=500, blank=True)
    order = models.PositiveIntegerField(_("volgorde"))

    class Meta:
        verbose_name = _("hoeveelheid")
        verbose_name_plural = _("hoeveelheden")
        ordering = ("commitment_id", "order")

    def __str__(self) -> str:
        return self.text


class AgreementTable(models.Model):
    """Tabel: a table of the document, kept as rows; an unknown number (n.t.b.) stays text."""

    source = models.ForeignKey(
        AgreementDocument, verbose_name=_("bron"), on_delete=models.CASCADE, related_name="tables"
    )
    title = models.CharField(_("titel"), max_length=1000, blank=True)
    columns = models.JSONField(_("kolommen"), default=list)
    rows = models.JSONField(_("rijen"), default=list)
    page = models.PositiveIntegerField(_("bladzijde"))
    start = models.PositiveIntegerField(_("begin"))
    end = models.PositiveIntegerField(_("einde"))
    order = models.PositiveIntegerField(_("volgorde"))

    class Meta:
        verbose_name = _("tabel")
        verbose_name_plural = _("tabellen")
        ordering = ("source_id", "order")

    def __str__(self) -> str:
        return self.title


class GlossaryTerm(models.Model):
    """Begrip: a term that the document itself explains."""

    source = models.ForeignKey(
        AgreementDocument, verbose_name=_("bron"), on_delete=models.CASCADE, related_name="glossary"
    )
    term = models.CharField(_("begrip"), max_length=500)
    definition = models.TextField(_("betekenis"))
    page = models.PositiveIntegerField(_("bladzijde"))
    start = models.PositiveIntegerField(_("begin"))
    end = models.PositiveIntegerField(_("einde"))
    order = models.PositiveIntegerField(_("volgorde"))

    class Meta:
        verbose_name = _("begrip")
        verbose_name_plural = _("begrippen")
        ordering = ("source_id", "order")

    def __str__(self) -> str:
        return self.term
