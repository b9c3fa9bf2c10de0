"""What is counted: targets, their planned path, measurements and breaks; and limits of the law that people added."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.models import AgreementParty, Commitment, CommitmentQuantity
from samenspraak.apps.figures.agreed_models import DismissedNumber, MeasuringPolicy, SharingOut
from samenspraak.apps.figures.municipal_models import MunicipalNumber
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.measurement.households import Household as HouseholdValue
from samenspraak.core.measurement.indicators import Nature as NatureValue
from samenspraak.core.measurement.key_figures.columns import Subject as SubjectValue
from samenspraak.core.measurement.key_figures.results import ValueState
from samenspraak.core.measurement.targets import Timing as TimingValue

__all__ = ["DismissedNumber", "MeasuringPolicy", "MunicipalNumber", "SharingOut"]

_person = settings.AUTH_USER_MODEL


class Target(models.Model):
    """Streefwaarde: what a number of a commitment asks, as a person confirmed it. Value empty: to be determined."""

    class Timing(models.TextChoices):
        EVERY_YEAR = TimingValue.EVERY_YEAR.value, _("elk jaar")
        AT_THE_END = TimingValue.AT_THE_END.value, _("op de laatste dag")
        IN_TOTAL = TimingValue.IN_TOTAL.value, _("over de hele periode samen")

    class Nature(models.TextChoices):
        STOCK = NatureValue.STOCK.value, _("een stand op een dag")
        FLOW = NatureValue.FLOW.value, _("wat er in een periode gebeurde")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    commitment = models.ForeignKey(
        Commitment, verbose_name=_("afspraak"), on_delete=models.PROTECT, related_name="targets"
    )
    from_text = models.CharField(_("zoals geschreven"), max_length=500, blank=True)
    label = models.CharField(_("wat wordt geteld"), max_length=500)
    definition = models.TextField(_("hoe wordt geteld"), blank=True)
    definition_version = models.CharField(_("versie van de definitie"), max_length=40, default="1")
    # The code of the key figure that its measurements follow from; empty where people measure by hand.
    key_figure = models.CharField(_("kengetal"), max_length=60, blank=True)
    unit = models.CharField(_("eenheid"), max_length=100)
    nature = models.CharField(_("soort cijfer"), max_length=10, choices=Nature.choices)
    price_year = models.PositiveSmallIntegerField(_("prijspeil"), null=True, blank=True)
    bound = models.CharField(_("grens"), max_length=10, choices=CommitmentQuantity.Bound.choices)
    value = models.DecimalField(_("streefwaarde"), max_digits=16, decimal_places=4, null=True, blank=True)
    timing = models.CharField(_("wanneer het moet gelden"), max_length=20, choices=Timing.choices)
    first_year = models.PositiveSmallIntegerField(_("eerste jaar"))
    last_year = models.PositiveSmallIntegerField(_("laatste jaar"))
    party = models.ForeignKey(
        AgreementParty,
        verbose_name=_("partij"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="targets",
    )
    signal_value = models.DecimalField(_("signaalwaarde"), max_digits=16, decimal_places=4, null=True, blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)
    confirmed_at = models.DateTimeField(_("bevestigd op"), auto_now=True)
    confirmed_by = models.ForeignKey(
        _person, verbose_name=_("bevestigd door"), on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("streefwaarde")
        verbose_name_plural = _("streefwaarden")
        ordering = ("commitment_id", "label", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(last_year__gte=F("first_year")), name="target_years_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.label} ({self.party})" if self.party else self.label


class PathStep(models.Model):
    """Stap van het geplande pad: what is planned for the end of a year. Empty: to be determined."""

    target = models.ForeignKey(Target, verbose_name=_("streefwaarde"), on_delete=models.CASCADE, related_name="path")
    year = models.PositiveSmallIntegerField(_("jaar"))
    value = models.DecimalField(_("gepland"), max_digits=16, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = _("stap van het pad")
        verbose_name_plural = _("stappen van het pad")
        ordering = ("target_id", "year")
        constraints = (models.UniqueConstraint(fields=("target", "year"), name="path_year_once"),)

    def __str__(self) -> str:
        return f"{self.target} {self.year}"


class Observation(models.Model):
    """Meting: never changed; one that was wrong is withdrawn, with the reason, and another stands beside it."""

    target = models.ForeignKey(
        Target, verbose_name=_("streefwaarde"), on_delete=models.PROTECT, related_name="observations"
    )
    value = models.DecimalField(_("gemeten"), max_digits=16, decimal_places=4)
    on = models.DateField(_("peildatum"))
    since = models.DateField(_("geteld vanaf"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=500)
    definition_version = models.CharField(_("versie van de definitie"), max_length=40)
    is_final = models.BooleanField(_("definitief"), default=True)
    margin = models.DecimalField(_("marge"), max_digits=16, decimal_places=4, null=True, blank=True)
    # The list by which it came about, of the last organisation that delivered one; empty when a person typed it.
    extract = models.ForeignKey(
        "Extract",
        verbose_name=_("lijst"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="observations",
    )
    entered_at = models.DateTimeField(_("ingevoerd op"), auto_now_add=True)
    entered_by = models.ForeignKey(
        _person, verbose_name=_("ingevoerd door"), on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("ingetrokken omdat"), blank=True)

    class Meta:
        verbose_name = _("meting")
        verbose_name_plural = _("metingen")
        ordering = ("target_id", "on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__lte=F("on")), name="observation_days_in_order"
            ),
        )

    def __str__(self) -> str:
        return f"{self.target} {self.on:%Y-%m-%d}"


class SeriesBreak(models.Model):
    """Breuk in de reeks: what was counted before this day does not compare with what was counted from it on."""

    target = models.ForeignKey(Target, verbose_name=_("streefwaarde"), on_delete=models.CASCADE, related_name="breaks")
    on = models.DateField(_("vanaf"))
    reason = models.CharField(_("waarom"), max_length=500)
    marked_by = models.ForeignKey(
        _person, verbose_name=_("aangegeven door"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("breuk in de reeks")
        verbose_name_plural = _("breuken in de reeks")
        ordering = ("target_id", "on")
        constraints = (models.UniqueConstraint(fields=("target", "on"), name="series_break_once_per_day"),)

    def __str__(self) -> str:
        return f"{self.target} {self.on:%Y-%m-%d}"


class AddedParameter(models.Model):
    """Toegevoegde grens: a limit of the law for days for which none is shipped, or only an unverified one."""

    class Household(models.TextChoices):
        ONE_PERSON = HouseholdValue.ONE_PERSON.value, _("eenpersoons")
        MORE_PERSONS = HouseholdValue.MORE_PERSONS.value, _("meerpersoons")
        ONE_PERSON_OLDER = HouseholdValue.ONE_PERSON_OLDER.value, _("eenpersoons oudere")
        MORE_PERSONS_OLDER = HouseholdValue.MORE_PERSONS_OLDER.value, _("meerpersoons oudere")

    name = models.CharField(_("grens"), max_length=60)
    household = models.CharField(_("huishouden"), max_length=30, choices=Household.choices, blank=True)
    value = models.DecimalField(_("bedrag of aandeel"), max_digits=16, decimal_places=4)
    valid_from = models.DateField(_("geldt vanaf"))
    valid_to = models.DateField(_("geldt tot en met"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=500)
    added_at = models.DateTimeField(_("toegevoegd op"), auto_now_add=True)
    added_by = models.ForeignKey(_person, verbose_name=_("toegevoegd door"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("toegevoegde grens")
        verbose_name_plural = _("toegevoegde grenzen")
        ordering = ("name", "household", "valid_from")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="parameter_days_in_order"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.valid_from:%Y-%m-%d}"


class ColumnMapping(models.Model):
    """Indeling: which column of an organisation's lists is which of ours; made once and kept."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.PROTECT, related_name="column_mappings"
    )
    subject = models.CharField(
        _("onderwerp"), max_length=20, choices=[(each.value, each.value) for each in SubjectValue]
    )
    columns = models.JSONField(_("kolommen"), default=dict)  # our name, and theirs; "=text" gives all rows the same
    changed_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)
    changed_by = models.ForeignKey(
        _person, verbose_name=_("gewijzigd door"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("indeling")
        verbose_name_plural = _("indelingen")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "subject"), name="column_mapping_once_per_subject"),
        )

    def __str__(self) -> str:
        return f"{self.organisation} ({self.subject})"


class Extract(models.Model):
    """Lijst van bezit of toewijzingen: looked at, confirmed and counted. Its rows are let go; what stays is counts."""

    class Subject(models.TextChoices):
        STOCK = SubjectValue.STOCK.value, _("bezit")
        ALLOCATIONS = SubjectValue.ALLOCATIONS.value, _("toewijzingen")

    class Status(models.TextChoices):
        LOOKING = "looking", _("wordt bekeken")
        LOOKED = "looked", _("wacht op uw akkoord")
        COUNTING = "counting", _("wordt geteld")
        DONE = "done", _("geteld")
        FAILED = "failed", _("niet gelukt")
        DISCARDED = "discarded", _("weggedaan")
        WITHDRAWN = "withdrawn", _("teruggenomen")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.PROTECT, related_name="extracts"
    )
    subject = models.CharField(_("onderwerp"), max_length=20, choices=Subject.choices)
    year = models.PositiveSmallIntegerField(_("jaar"))
    name = models.CharField(_("bestandsnaam"), max_length=255)
    is_final = models.BooleanField(_("definitief"), default=True)
    status = models.CharField(_("stand"), max_length=20, choices=Status.choices, default=Status.LOOKING)
    row_count = models.PositiveIntegerField(_("rijen"), default=0)
    columns = models.JSONField(_("kolommen"), default=dict)  # our name, and how the file calls it
    unused = models.JSONField(_("niet gebruikt"), default=list)
    problems = models.JSONField(_("wat eraan is"), default=list)  # code, column, message, advice, count, rows
    error_code = models.CharField(_("code van de fout"), max_length=10, blank=True)
    error_message = models.TextField(_("fout"), blank=True)
    attempt = models.PositiveSmallIntegerField(_("poging"), default=0)
    doing = models.CharField(_("bezig met"), max_length=20, blank=True)
    done_count = models.BigIntegerField(_("gedaan"), default=0)
    total_count = models.BigIntegerField(_("totaal"), default=0)  # 0: not known
    heartbeat_at = models.DateTimeField(_("laatste teken"), default=timezone.now)
    delivered_at = models.DateTimeField(_("aangeleverd op"), auto_now_add=True)
    delivered_by = models.ForeignKey(
        _person, verbose_name=_("aangeleverd door"), on_delete=models.PROTECT, related_name="+"
    )
    counted_at = models.DateTimeField(_("geteld op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("teruggenomen op"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("teruggenomen omdat"), blank=True)

    class Meta:
        verbose_name = _("lijst")
        verbose_name_plural = _("lijsten")
        ordering = ("-delivered_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "subject", "year"),
                condition=Q(status="done"),
                name="extract_counted_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(status="failed") & ~Q(error_message="") | ~Q(status="failed") & Q(error_message=""),
                name="extract_failed_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}, {self.get_subject_display()} {self.year}"


class OwnKeyFigure(models.Model):
    """Eigen kengetal: one that a municipality declares itself; a change is a next version, the earlier ones stay."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.PROTECT, related_name="own_key_figures"
    )
    code = models.CharField(_("code"), max_length=60)
    version = models.PositiveIntegerField(_("versie"), default=1)
    form = models.JSONField(_("zoals opgeschreven"), default=dict)
    made_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    made_by = models.ForeignKey(_person, verbose_name=_("gemaakt door"), on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("eigen kengetal")
        verbose_name_plural = _("eigen kengetallen")
        ordering = ("organisation_id", "code", "-version")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "code", "version"), name="own_key_figure_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.code} ({self.version})"


class KeyFigureValue(models.Model):
    """Waarde van een kengetal: of one list, for the whole of it, a municipality or a district; suppressed where small.

    Numbers are exact to what is stored. A share is a part of one here; `numerator` and `denominator` are what it is of.
    """

    class Level(models.TextChoices):
        WHOLE = "whole", _("heel het werkgebied")
        MUNICIPALITY = "municipality", _("gemeente")
        DISTRICT = "district", _("wijk")

    class State(models.TextChoices):
        KNOWN = ValueState.KNOWN.value, _("bekend")
        UNKNOWN = ValueState.UNKNOWN.value, _("niet bekend")
        SUPPRESSED = ValueState.SUPPRESSED.value, _("te klein om te tonen")

    extract = models.ForeignKey(Extract, verbose_name=_("lijst"), on_delete=models.CASCADE, related_name="values")
    own = models.ForeignKey(
        OwnKeyFigure,
        verbose_name=_("eigen kengetal"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    code = models.CharField(_("kengetal"), max_length=60)
    version = models.PositiveIntegerField(_("versie"))
    unit = models.CharField(_("eenheid"), max_length=20)
    level = models.CharField(_("niveau"), max_length=20, choices=Level.choices)
    municipality = models.CharField(_("gemeente"), max_length=10, blank=True)
    district = models.CharField(_("wijk"), max_length=200, blank=True)
    state = models.CharField(_("stand"), max_length=20, choices=State.choices)
    value = models.DecimalField(_("waarde"), max_digits=24, decimal_places=8, null=True, blank=True)
    numerator = models.DecimalField(_("teller"), max_digits=24, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(_("noemer"), max_digits=24, decimal_places=4, null=True, blank=True)
    left_out = models.DecimalField(_("niet te plaatsen"), max_digits=24, decimal_places=4, null=True, blank=True)
    reason = models.CharField(_("waarom niet"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("waarde van een kengetal")
        verbose_name_plural = _("waarden van kengetallen")
        indexes = (models.Index(fields=("extract", "level", "municipality"), name="value_of_a_place"),)

    def __str__(self) -> str:
        return f"{self.code} {self.municipality} {self.district}".strip()
