"""Who makes the agreements: organisations, people, and what a person may do for an organisation."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


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
    other_names = models.JSONField(_("andere namen"), default=list, blank=True)
    # A name from a document is remembered for the next document only once a person confirmed it.
    confirmed_at = models.DateTimeField(_("bevestigd op"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Person, verbose_name=_("bevestigd door"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    people = models.ManyToManyField(Person, through="Membership", related_name="organisations")

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(fields=("kind", "name"), name="organisation_once_per_kind"),
            models.UniqueConstraint(fields=("cbs_code",), condition=~Q(cbs_code=""), name="organisation_cbs_code_once"),
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


class Membership(models.Model):
    """Lidmaatschap: what a person may do on behalf of an organisation."""

    class Role(models.TextChoices):
        READER = "reader", _("lezer")
        CONTRIBUTOR = "contributor", _("medewerker")
        COORDINATOR = "coordinator", _("coördinator")
        ADMINISTRATOR = "administrator", _("beheerder")

    person = models.ForeignKey(Person, verbose_name=_("persoon"), on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.CASCADE, related_name="memberships"
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
