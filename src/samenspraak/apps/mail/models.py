"""What people are told by mail: how often they want to hear, which runs there were, and what became of every mail."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

DIGEST = "digest:"


class Frequency(models.TextChoices):
    """Hoe vaak: how often somebody wants to hear."""

    AT_ONCE = "at_once", _("meteen")
    DAILY = "daily", _("elke dag")
    WEEKLY = "weekly", _("elke week")
    NEVER = "never", _("nooit")


class MailPreference(models.Model):
    """Voorkeur: how often a person wants mail. Who has none hears once a week."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persoon"),
        on_delete=models.CASCADE,
        related_name="mail_preference",
    )
    frequency = models.CharField(_("hoe vaak"), max_length=10, choices=Frequency.choices, default=Frequency.WEEKLY)
    chosen_at = models.DateTimeField(_("gekozen op"))

    class Meta:
        verbose_name = _("voorkeur voor mail")
        verbose_name_plural = _("voorkeuren voor mail")

    def __str__(self) -> str:
        return f"{self.person}: {self.frequency}"


class MailRun(models.Model):
    """Verzendronde: one time that everybody with a certain frequency is told; held by one worker at a time."""

    moment = models.CharField(_("moment"), max_length=40, unique=True)  # "weekly:2026-11-23", "at_once"
    began_at = models.DateTimeField(_("begonnen op"), auto_now_add=True)
    finished_at = models.DateTimeField(_("klaar op"), null=True, blank=True)
    held_by = models.CharField(max_length=32, blank=True)
    held_until = models.DateTimeField()
    after_person = models.BigIntegerField(default=0)  # everybody up to this number has been told
    seen_event = models.BigIntegerField(default=0)  # the newest event of the log when somebody last looked
    trouble = models.CharField(_("wat er misging"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("verzendronde")
        verbose_name_plural = _("verzendrondes")

    def __str__(self) -> str:
        return self.moment


class Delivery(models.Model):
    """Bezorging: one mail to one person about one thing or one day; there is never a second with the same key."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wacht")
        CLAIMED = "claimed", _("wordt verstuurd")
        SENT = "sent", _("verstuurd")
        UNCERTAIN = "uncertain", _("misschien verstuurd")
        GIVEN_UP = "given_up", _("niet aangekomen")
        NOTHING_TO_SAY = "nothing_to_say", _("niet meer nodig")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("persoon"), on_delete=models.CASCADE, related_name="+"
    )
    key = models.CharField(_("waarover"), max_length=80)  # "digest:2026-11-23", "opened:5:2026-11-20"
    state = models.CharField(_("stand"), max_length=20, choices=State.choices, default=State.WAITING)
    made_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)
    next_try_at = models.DateTimeField(_("volgende poging"), null=True, blank=True)  # empty: its run sends it
    attempts = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    reason = models.CharField(_("reden"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("bezorging")
        verbose_name_plural = _("bezorgingen")
        ordering = ("-made_at", "-pk")
        constraints = (models.UniqueConstraint(fields=("person", "key"), name="delivery_once"),)
        indexes = (
            models.Index(fields=("next_try_at",), condition=models.Q(state="waiting"), name="delivery_waiting"),
            models.Index(fields=("state", "made_at"), name="delivery_state"),
        )

    def __str__(self) -> str:
        return f"{self.person} {self.key}"

    @property
    def is_digest(self) -> bool:
        """Whether it tells everything at once."""
        return self.key.startswith(DIGEST)
