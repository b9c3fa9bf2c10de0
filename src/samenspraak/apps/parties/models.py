"""Who makes the agreements: organisations, people, and what a person may do for an organisation."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


class PersonManager(BaseUserManager["Person"]):
    """Finds people by their e-mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Persoon: somebody who signs in with an e-mail address."""

    email = models.EmailField(_("e-mailadres"), unique=True, max_length=254)
    name = models.CharField(_("naam"), max_length=200)
    is_active = models.BooleanField(_("mag aanmelden"), default=True)
    is_administrator = models.BooleanField(
        _("beheerder van de installatie"), default=False, help_text=_("Ziet alle prestatieafspraken van iedereen.")
    )
    language = models.CharField(_("taal"), max_length=2, choices=LANGUAGES, default="nl")
    # What all sessions of this person were signed with; another value ends them, on every device.
    session_stamp = models.CharField(max_length=40, blank=True, editable=False)
    registered_at = models.DateTimeField(_("toegevoegd op"), auto_now_add=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        ordering = ("name", "id")
        constraints = (models.CheckConstraint(condition=Q(email=Lower("email")), name="person_email_lower_case"),)

    def __str__(self) -> str:
        return self.name or self.email

    # Said by the back end that loads who is signed in (sign_in.py): a second factor is demanded and not there yet.
    owes_second_factor = False
    # For whom they work, by the organisation's name, read by that back end too: a page asks for it and for their rights
    # more than once. None where nobody read it yet: then it is asked each time.
    kept_memberships: Sequence[KeptMembership] | None = None

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        salt = "samenspraak.apps.parties.models.Person"
        return salted_hmac(salt, self.password + self.session_stamp, secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        """Return the name as shown on the page."""
        return self.name


class Organisation(models.Model):
    """Organisatie: a municipality, housing association or other body that can be a party to agreements."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("gemeente")
        HOUSING_ASSOCIATION = "housing_association", _("woningcorporatie")
        TENANTS_ORGANISATION = "tenants_organisation", _("huurdersorganisatie")
        PROVINCE = "province", _("provincie")
        REGION = "region", _("regio")
        OTHER = "other", _("andere organisatie")

    kind = models.CharField(_("soort"), max_length=30, choices=Kind.choices)
    name = models.CharField(_("naam"), max_length=200)
    cbs_code = models.CharField(_("CBS-code"), max_length=10, blank=True, help_text=_("Bij gemeenten, zoals GM0014."))
    l_number = models.CharField(
        _("L-nummer"), max_length=5, blank=True, help_text=_("Bij woningcorporaties, zoals L0943.")
    )
    kvk_number = models.CharField(_("KvK-nummer"), max_length=8, blank=True, help_text=_("Acht cijfers."))
    other_names = models.JSONField(_("andere namen"), default=list, blank=True)
    # A name from a document is remembered for the next document only once a person confirmed it.
    confirmed_at = models.DateTimeField(_("bevestigd op"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Person, verbose_name=_("bevestigd door"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    requires_second_factor = models.BooleanField(
        _("tweede factor verplicht"), default=False, help_text=_("Wie er geen heeft, stelt die eerst in.")
    )
    people = models.ManyToManyField(Person, through="Membership", related_name="organisations")
    # Merged into another: that one has its rights and duties from then on. It keeps its name and its history.
    stands_as = models.ForeignKey(
        "self", verbose_name=_("opgegaan in"), null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(fields=("kind", "name"), name="organisation_once_per_kind"),
            models.UniqueConstraint(fields=("cbs_code",), condition=~Q(cbs_code=""), name="organisation_cbs_code_once"),
            models.UniqueConstraint(fields=("l_number",), condition=~Q(l_number=""), name="organisation_l_number_once"),
            models.UniqueConstraint(
                fields=("kvk_number",), condition=~Q(kvk_number=""), name="organisation_kvk_number_once"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="organisation_confirmed_who_and_when",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_confirmed(self) -> bool:
        """Whether a person said that this organisation exists under this name."""
        return self.confirmed_at is not None

    def is_among(self, numbers: Container[int]) -> bool:
        """Whether this organisation, or the one that it merged into, is one of these."""
        return self.pk in numbers or (self.stands_as_id is not None and self.stands_as_id in numbers)


class Merger(models.Model):
    """Fusie: organisations that went on as one, from a day, for a reason; `undone_at` when that was a mistake."""

    successor = models.ForeignKey(
        Organisation, verbose_name=_("gaat verder als"), on_delete=models.PROTECT, related_name="mergers"
    )
    organisations = models.ManyToManyField(Organisation, verbose_name=_("opgegaan"), related_name="gone_into")
    merged_on = models.DateField(_("vanaf"))
    reason = models.TextField(_("waarom"))
    changes = models.JSONField(_("wat is gewijzigd"), default=dict)  # numbers of the records, to undo it by
    recorded_at = models.DateTimeField(_("vastgelegd op"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        Person, verbose_name=_("vastgelegd door"), on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(_("teruggedraaid op"), null=True, blank=True)

    class Meta:
        verbose_name = _("fusie")
        verbose_name_plural = _("fusies")
        ordering = ("-merged_on", "-pk")

    def __str__(self) -> str:
        return f"{self.successor} ({self.merged_on})"


class Membership(models.Model):
    """Lidmaatschap: what a person may do on behalf of an organisation."""

    class Role(models.TextChoices):
        READER = "reader", _("lezer")
        CONTRIBUTOR = "contributor", _("medewerker")
        COORDINATOR = "coordinator", _("coördinator")
        ADMINISTRATOR = "administrator", _("beheerder")

    person = models.ForeignKey(Person, verbose_name=_("persoon"), on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("rol"), max_length=20, choices=Role.choices, default=Role.READER)
    since = models.DateTimeField(_("sinds"), auto_now_add=True)

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        constraints = (
            models.UniqueConstraint(fields=("person", "organisation"), name="membership_once_per_organisation"),
        )

    def __str__(self) -> str:
        return f"{self.person} ({self.organisation}, {self.role})"


@dataclass(frozen=True, slots=True)
class KeptMembership:
    """What a page asks about a membership of whoever signed in, more than once."""

    organisation_id: int
    organisation_name: str
    kind: Organisation.Kind
    role: Membership.Role
    merged: tuple[int, ...] = ()  # the numbers of the organisations that went into this one


class Invitation(models.Model):
    """Uitnodiging: a place in an organisation, kept for whoever reads this e-mail address, until it expires."""

    email = models.EmailField(_("e-mailadres"), max_length=254)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.PROTECT, related_name="invitations"
    )
    role = models.CharField(_("rol"), max_length=20, choices=Membership.Role.choices)
    language = models.CharField(_("taal"), max_length=2, choices=LANGUAGES)
    # Only the fingerprint: whoever reads the database cannot accept for somebody else.
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Person, verbose_name=_("uitgenodigd door"), on_delete=models.PROTECT, related_name="+"
    )
    invited_at = models.DateTimeField(_("uitgenodigd op"))
    expires_at = models.DateTimeField(_("verloopt op"))
    accepted_at = models.DateTimeField(_("aanvaard op"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        Person, verbose_name=_("aanvaard door"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ("-invited_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "email"),
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_open_once_per_organisation",
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="invitation_email_lower_case"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_accepted_or_withdrawn",
            ),
        )

    def __str__(self) -> str:
        return f"{self.email} ({self.organisation}, {self.role})"
