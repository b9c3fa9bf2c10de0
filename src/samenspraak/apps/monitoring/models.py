"""How it stands: rounds, what is asked in them, what each party says, and what was adopted."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment
from samenspraak.core.assessment.standing import Standing as StandingValue
from samenspraak.core.vocabulary.priority_months import Asking as AskingValue
from samenspraak.core.vocabulary.round_period import PeriodKind as PeriodKindValue
from samenspraak.core.vocabulary.traffic_light import TrafficLight

_person = settings.AUTH_USER_MODEL


class Light(models.TextChoices):
    """Stoplicht, as a party gives it; empty is not known."""

    GREEN = TrafficLight.GREEN.value, _("groen")
    AMBER = TrafficLight.AMBER.value, _("geel")
    RED = TrafficLight.RED.value, _("rood")
    GREY = TrafficLight.GREY.value, _("grijs")


class Standing(models.TextChoices):
    """Hoe het ervoor staat: the word under the colour."""

    ON_SCHEDULE = StandingValue.ON_SCHEDULE.value, _("op schema")
    ACTION_NEEDED = StandingValue.ACTION_NEEDED.value, _("vraagt actie")
    BEHIND = StandingValue.BEHIND.value, _("loopt achter")
    NOT_STARTED = StandingValue.NOT_STARTED.value, _("nog niet begonnen")
    NO_OCCASION = StandingValue.NO_OCCASION.value, _("geen aanleiding geweest")
    ON_HOLD = StandingValue.ON_HOLD.value, _("in de wacht")
    LAPSED = StandingValue.LAPSED.value, _("vervallen")
    DONE = StandingValue.DONE.value, _("afgerond")


class Round(models.Model):
    """Ronde: one time that the parties of an agreement report on a stretch of a year."""

    class Period(models.TextChoices):
        TERTIAL = PeriodKindValue.TERTIAL.value, _("tertiaal")
        QUARTER = PeriodKindValue.QUARTER.value, _("kwartaal")
        HALF_YEAR = PeriodKindValue.HALF_YEAR.value, _("halfjaar")
        YEAR = PeriodKindValue.YEAR.value, _("jaar")
        OWN_DATES = PeriodKindValue.OWN_DATES.value, _("eigen data")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        LOCKED = "locked", _("gesloten")
        ADOPTED = "adopted", _("vastgesteld")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(
        Agreement, verbose_name=_("afspraken"), on_delete=models.PROTECT, related_name="rounds"
    )
    period_kind = models.CharField(_("soort periode"), max_length=20, choices=Period.choices)
    year = models.PositiveSmallIntegerField(_("jaar"))
    number = models.PositiveSmallIntegerField(_("nummer"))
    first_day = models.DateField(_("eerste dag"))
    last_day = models.DateField(_("laatste dag"))
    due_on = models.DateField(_("bijwerken tot en met"))
    state = models.CharField(_("stand"), max_length=10, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField(_("geopend op"), auto_now_add=True)
    opened_by = models.ForeignKey(_person, verbose_name=_("geopend door"), on_delete=models.PROTECT, related_name="+")
    locked_at = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    reopened_reason = models.TextField(_("heropend omdat"), blank=True)

    class Meta:
        verbose_name = _("ronde")
        verbose_name_plural = _("rondes")
        ordering = ("agreement_id", "-first_day", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("agreement", "period_kind", "year", "number"), name="round_once"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="round_days_in_order"),
            models.CheckConstraint(
                condition=Q(state="open", locked_at__isnull=True) | ~Q(state="open") & Q(locked_at__isnull=False),
                name="round_locked_and_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agreement} {self.year}-{self.number}"


class Adoption(models.Model):
    """Vaststelling: the whole round as it was at that moment. Never changed; a later one stands beside it."""

    round = models.ForeignKey(Round, verbose_name=_("ronde"), on_delete=models.PROTECT, related_name="adoptions")
    number = models.PositiveSmallIntegerField(_("nummer"))
    adopted_at = models.DateTimeField(_("vastgesteld op"), auto_now_add=True)
    adopted_by = models.ForeignKey(
        _person, verbose_name=_("vastgesteld door"), on_delete=models.PROTECT, related_name="+"
    )
    adopted_in = models.CharField(_("vastgesteld in"), max_length=300, blank=True)
    snapshot = models.JSONField(_("zoals vastgesteld"))
    sha256 = models.CharField(_("vingerafdruk"), max_length=64)

    class Meta:
        verbose_name = _("vaststelling")
        verbose_name_plural = _("vaststellingen")
        ordering = ("round_id", "number")
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="adoption_number_once"),)

    def __str__(self) -> str:
        return f"{self.round} ({self.number})"


class RoundItem(models.Model):
    """Regel van een ronde: a commitment that is asked about, and what the meeting settled on it."""

    class Asking(models.TextChoices):
        PLANNED = AskingValue.PLANNED.value, _("gepland in deze periode")
        CONTINUOUS = AskingValue.CONTINUOUS.value, _("doorlopend")
        NO_PRIORITY = AskingValue.NO_PRIORITY.value, _("zonder prioriteit")
        CONDITION = AskingValue.CONDITION.value, _("hangt van iets af")
        CARRIED_OVER = AskingValue.CARRIED_OVER.value, _("nog open uit een eerdere ronde")
        ADDED = "added", _("toegevoegd")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey(Round, verbose_name=_("ronde"), on_delete=models.CASCADE, related_name="items")
    commitment = models.ForeignKey(
        Commitment, verbose_name=_("afspraak"), on_delete=models.PROTECT, related_name="round_items"
    )
    asked_because = models.CharField(_("gevraagd omdat"), max_length=20, choices=Asking.choices)
    order = models.PositiveIntegerField(_("volgorde"))
    # What the monitor in the document says, when the round was made from one: the document's words, nobody's report.
    written_light = models.CharField(_("stoplicht in het document"), max_length=10, choices=Light.choices, blank=True)
    written_text = models.TextField(_("voortgang in het document"), blank=True)
    settled_light = models.CharField(_("in overleg vastgesteld"), max_length=10, choices=Light.choices, blank=True)
    settled_text = models.TextField(_("toelichting van het overleg"), blank=True)
    settled_at = models.DateTimeField(_("besproken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("regel van een ronde")
        verbose_name_plural = _("regels van een ronde")
        ordering = ("round_id", "order")
        constraints = (models.UniqueConstraint(fields=("round", "commitment"), name="commitment_once_per_round"),)

    def __str__(self) -> str:
        return str(self.commitment)


class Progress(models.Model):
    """Voortgang: what one party says of one commitment in one round. Version 0 is asked but not yet said."""

    item = models.ForeignKey(RoundItem, verbose_name=_("regel"), on_delete=models.CASCADE, related_name="reports")
    party = models.ForeignKey(AgreementParty, verbose_name=_("partij"), on_delete=models.PROTECT, related_name="+")
    light = models.CharField(_("stoplicht"), max_length=10, choices=Light.choices, blank=True)
    standing = models.CharField(_("hoe het ervoor staat"), max_length=20, choices=Standing.choices, blank=True)
    text = models.TextField(_("toelichting"), blank=True)
    next_step = models.CharField(_("volgende stap"), max_length=1000, blank=True)
    figures = models.JSONField(_("cijfers"), default=dict, blank=True)  # actual, expected, as_of; unknown is absent
    version = models.PositiveIntegerField(_("versie"), default=0)
    reported_at = models.DateTimeField(_("bijgewerkt op"), null=True, blank=True)
    reported_by = models.ForeignKey(
        _person, verbose_name=_("bijgewerkt door"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # A coordinator read this version and has no questions; a later version waits for consent again.
    approved_version = models.PositiveIntegerField(_("akkoord met versie"), null=True, blank=True)
    approved_at = models.DateTimeField(_("akkoord op"), null=True, blank=True)
    approved_by = models.ForeignKey(
        _person, verbose_name=_("akkoord van"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("voortgang")
        verbose_name_plural = _("voortgang")
        ordering = ("item_id", "party__order")
        constraints = (
            models.UniqueConstraint(fields=("item", "party"), name="progress_once_per_party"),
            models.CheckConstraint(
                condition=Q(version=0, reported_at__isnull=True, reported_by__isnull=True)
                | Q(version__gt=0, reported_at__isnull=False, reported_by__isnull=False),
                name="progress_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(approved_version__isnull=True, approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_version__gt=0, approved_at__isnull=False, approved_by__isnull=False),
                name="progress_approved_who_and_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.item} ({self.party})"


class AskedParty(models.Model):
    """Gevraagde partij: what a coordinator decided beside the document about who is asked; until it is changed."""

    commitment = models.ForeignKey(
        Commitment, verbose_name=_("afspraak"), on_delete=models.CASCADE, related_name="asked_parties"
    )
    party = models.ForeignKey(AgreementParty, verbose_name=_("partij"), on_delete=models.CASCADE, related_name="+")
    is_asked = models.BooleanField(_("wordt gevraagd"))  # false: left out, although the document names it
    reason = models.TextField(_("waarom"))
    decided_at = models.DateTimeField(_("besloten op"), auto_now=True)
    decided_by = models.ForeignKey(_person, verbose_name=_("besloten door"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gevraagde partij")
        verbose_name_plural = _("gevraagde partijen")
        ordering = ("decided_at", "pk")
        constraints = (models.UniqueConstraint(fields=("commitment", "party"), name="asked_party_once"),)

    def __str__(self) -> str:
        return f"{self.commitment} ({self.party}): {self.is_asked}"


class Evidence(models.Model):
    """Bewijs: a link or a file beside what a party says."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    progress = models.ForeignKey(
        Progress, verbose_name=_("voortgang"), on_delete=models.CASCADE, related_name="evidence"
    )
    name = models.CharField(_("naam"), max_length=300)
    url = models.URLField(_("link"), max_length=1000, blank=True)
    file = models.FileField(_("bestand"), upload_to="evidence/", blank=True)
    media_type = models.CharField(_("soort"), max_length=100, blank=True)
    size_bytes = models.PositiveIntegerField(_("grootte"), null=True, blank=True)
    sha256 = models.CharField(_("vingerafdruk"), max_length=64, blank=True)
    added_at = models.DateTimeField(_("toegevoegd op"), auto_now_add=True)
    added_by = models.ForeignKey(_person, verbose_name=_("toegevoegd door"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bewijs")
        verbose_name_plural = _("bewijzen")
        ordering = ("progress_id", "added_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(url="", sha256__gt="") & ~Q(file="") | ~Q(url="") & Q(file="", sha256=""),
                name="evidence_link_or_file",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Reaction(models.Model):
    """Reactie: what a party says of what another reported. Append-only; a later one replaces an own earlier one."""

    item = models.ForeignKey(RoundItem, verbose_name=_("regel"), on_delete=models.CASCADE, related_name="reactions")
    party = models.ForeignKey(AgreementParty, verbose_name=_("partij"), on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(_person, verbose_name=_("persoon"), on_delete=models.PROTECT, related_name="+")
    light = models.CharField(_("ziet als stoplicht"), max_length=10, choices=Light.choices, blank=True)
    text = models.TextField(_("reactie"), blank=True)
    at = models.DateTimeField(_("gegeven op"), auto_now_add=True)
    # A party that takes its words back says so in a new line; the text is why, and may be empty.
    is_withdrawal = models.BooleanField(_("trekt een eerdere in"), default=False)
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("vervangt"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaced_by",
    )

    class Meta:
        verbose_name = _("reactie")
        verbose_name_plural = _("reacties")
        ordering = ("item_id", "at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_withdrawal=False) | Q(replaces__isnull=False, light=""), name="withdrawal_of_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.party}: {self.text[:80]}"


class LegendEntry(models.Model):
    """Legenda: what a colour means in this agreement, in the parties' own words."""

    agreement = models.ForeignKey(
        Agreement, verbose_name=_("afspraken"), on_delete=models.CASCADE, related_name="legend"
    )
    light = models.CharField(_("stoplicht"), max_length=10, choices=Light.choices)
    word = models.CharField(_("woord"), max_length=80)
    definition = models.CharField(_("betekenis"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("regel van de legenda")
        verbose_name_plural = _("legenda")
        ordering = ("agreement_id", "pk")
        constraints = (models.UniqueConstraint(fields=("agreement", "light"), name="legend_once_per_light"),)

    def __str__(self) -> str:
        return f"{self.word}: {self.definition}"


class Consultation(models.Model):
    """Raadpleging: where one party stands with a round as a whole, and the answer it got."""

    class Position(models.TextChoices):
        WAITING = "waiting", _("nog niet gereageerd")
        AGREES = "agrees", _("akkoord")
        REMARKS = "remarks", _("akkoord met opmerkingen")
        DISAGREES = "disagrees", _("niet akkoord")

    round = models.ForeignKey(Round, verbose_name=_("ronde"), on_delete=models.CASCADE, related_name="consultations")
    party = models.ForeignKey(AgreementParty, verbose_name=_("partij"), on_delete=models.PROTECT, related_name="+")
    position = models.CharField(_("standpunt"), max_length=10, choices=Position.choices, default=Position.WAITING)
    text = models.TextField(_("advies of opmerking"), blank=True)
    given_at = models.DateTimeField(_("gegeven op"), null=True, blank=True)
    given_by = models.ForeignKey(
        _person, verbose_name=_("gegeven door"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(_("antwoord"), blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    answered_for = models.ForeignKey(
        AgreementParty,
        verbose_name=_("beantwoord namens"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    nudged_at = models.DateTimeField(_("herinnerd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("raadpleging")
        verbose_name_plural = _("raadplegingen")
        ordering = ("round_id", "party__order")
        constraints = (
            models.UniqueConstraint(fields=("round", "party"), name="consultation_once_per_party"),
            models.CheckConstraint(
                condition=Q(position="waiting", given_at__isnull=True, given_by__isnull=True)
                | ~Q(position="waiting") & Q(given_at__isnull=False, given_by__isnull=False),
                name="consultation_who_and_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.round} ({self.party}): {self.position}"
