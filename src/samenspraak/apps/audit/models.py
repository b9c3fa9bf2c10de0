"""The log: it refers to live data by type, number and label only, so that it never blocks and never breaks."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenspraak.core.errors import SamenspraakError


class AppendOnlyError(SamenspraakError):
    """Somebody tried to change or remove an event."""

    code = "E401"


class EventKind(models.TextChoices):
    """Everything that can happen to the records; one member per action."""

    PERSON_REGISTERED = "person_registered", _("persoon toegevoegd")
    ORGANISATION_ADDED = "organisation_added", _("organisatie toegevoegd")
    ORGANISATION_CONFIRMED = "organisation_confirmed", _("organisatie bevestigd")
    ORGANISATION_RECOGNISED = "organisation_recognised", _("organisatie herkend in afspraken")
    MEMBER_ADDED = "member_added", _("persoon bij een organisatie gevoegd")
    ORGANISATION_RENAMED = "organisation_renamed", _("organisatie gewijzigd")
    ORGANISATIONS_MERGED = "organisations_merged", _("organisaties gefuseerd")
    MERGER_UNDONE = "merger_undone", _("fusie teruggedraaid")
    PARTY_JOINED = "party_joined", _("partij toegetreden")
    PARTY_LEFT = "party_left", _("partij vertrokken")
    LEAD_NAMED = "lead_named", _("andere trekker gevraagd")
    PARTY_LEFT_OUT = "party_left_out", _("partij niet meer gevraagd")
    PARTY_ASKED_AGAIN = "party_asked_again", _("partij weer gevraagd")
    SECOND_FACTOR_DEMANDED = "second_factor_demanded", _("verplichting van de tweede factor gewijzigd")
    ROLE_CHANGED = "role_changed", _("rol gewijzigd")
    MEMBERSHIP_ENDED = "membership_ended", _("persoon uit een organisatie gehaald")
    PERSON_CLOSED = "person_closed", _("account afgesloten")
    PERSON_REOPENED = "person_reopened", _("account weer geopend")
    PROFILE_CHANGED = "profile_changed", _("eigen gegevens gewijzigd")
    MAIL_FREQUENCY_CHOSEN = "mail_frequency_chosen", _("gekozen hoe vaak er mail komt")
    MAIL_OFFERED_AGAIN = "mail_offered_again", _("mail opnieuw aangeboden")
    PASSWORD_CHANGED = "password_changed", _("wachtwoord gewijzigd")
    PASSWORD_RESET_REQUESTED = "password_reset_requested", _("nieuw wachtwoord aangevraagd")
    SESSIONS_ENDED = "sessions_ended", _("overal afgemeld")
    PERSON_INVITED = "person_invited", _("persoon uitgenodigd")
    INVITATION_RENEWED = "invitation_renewed", _("uitnodiging opnieuw gestuurd")
    INVITATION_WITHDRAWN = "invitation_withdrawn", _("uitnodiging ingetrokken")
    INVITATION_ACCEPTED = "invitation_accepted", _("uitnodiging aanvaard")
    SIGNED_IN = "signed_in", _("aangemeld")
    SIGNED_OUT = "signed_out", _("afgemeld")
    SIGN_IN_FAILED = "sign_in_failed", _("aanmelden mislukt")
    SECOND_FACTOR_ADDED = "second_factor_added", _("tweede factor ingesteld")
    SECOND_FACTOR_REMOVED = "second_factor_removed", _("tweede factor uitgezet")
    SECOND_FACTOR_RENEWED = "second_factor_renewed", _("herstelcodes vernieuwd")
    ACCOUNT_LINKED = "account_linked", _("aanmelding via een andere organisatie gekoppeld")
    DOCUMENT_STORED = "document_stored", _("document bewaard")
    IMPORT_REQUESTED = "import_requested", _("inlezen aangevraagd")
    IMPORT_STARTED = "import_started", _("inlezen begonnen")
    IMPORT_FINISHED = "import_finished", _("document ingelezen")
    IMPORT_REQUEUED = "import_requeued", _("inlezen opnieuw in de rij gezet")
    IMPORT_CANCELLED = "import_cancelled", _("inlezen gestopt")
    DOCUMENT_HANDED_OVER = "document_handed_over", _("document opnieuw aangeleverd")
    IMPORT_FAILED = "import_failed", _("inlezen mislukt")
    COMMITMENT_REVISED = "commitment_revised", _("afspraak gewijzigd")
    COMMITMENTS_REVISED = "commitments_revised", _("afspraken samen gewijzigd")
    REVISION_UNDONE = "revision_undone", _("wijziging ongedaan gemaakt")
    REVISIONS_UNDONE = "revisions_undone", _("gezamenlijke wijziging ongedaan gemaakt")
    VIEW_SAVED = "view_saved", _("weergave bewaard")
    VIEW_CHANGED = "view_changed", _("weergave aangepast")
    VIEW_DELETED = "view_deleted", _("weergave verwijderd")
    COLUMNS_CHOSEN = "columns_chosen", _("kolommen gekozen")
    TABLE_OFFERED = "table_offered", _("tabel aangeboden")
    TABLE_APPLIED = "table_applied", _("tabel doorgevoerd")
    AGREEMENT_REGISTERED = "agreement_registered", _("afspraken in het register gezet")
    TARGET_SET = "target_set", _("streefwaarde vastgelegd")
    TARGET_WITHDRAWN = "target_withdrawn", _("streefwaarde ingetrokken")
    OBSERVATIONS_RECORDED = "observations_recorded", _("metingen vastgelegd")
    OBSERVATION_WITHDRAWN = "observation_withdrawn", _("meting ingetrokken")
    SERIES_BREAK_MARKED = "series_break_marked", _("breuk in de reeks aangegeven")
    SERIES_BREAK_WITHDRAWN = "series_break_withdrawn", _("breuk in de reeks ingetrokken")
    SHARING_OUT_SET = "sharing_out_set", _("verdeling van een doel vastgelegd")
    NUMBER_DISMISSED = "number_dismissed", _("getal terzijde gelegd")
    NUMBER_RESTORED = "number_restored", _("getal teruggehaald")
    MEASURING_POLICY_SET = "measuring_policy_set", _("beleid van het gemeten stoplicht vastgelegd")
    PARAMETER_ADDED = "parameter_added", _("grens van de wet toegevoegd")
    PARAMETER_WITHDRAWN = "parameter_withdrawn", _("toegevoegde grens ingetrokken")
    EXTRACT_DELIVERED = "extract_delivered", _("lijst aangeleverd")
    COLUMNS_MAPPED = "columns_mapped", _("indeling van een lijst bewaard")
    EXTRACT_LOOKED_AT = "extract_looked_at", _("lijst bekeken")
    EXTRACT_CONFIRMED = "extract_confirmed", _("lijst bevestigd")
    EXTRACT_COUNTED = "extract_counted", _("lijst geteld")
    EXTRACT_FAILED = "extract_failed", _("lijst niet gelukt")
    EXTRACT_DISCARDED = "extract_discarded", _("lijst weggedaan")
    EXTRACT_WITHDRAWN = "extract_withdrawn", _("lijst teruggenomen")
    OWN_KEY_FIGURE_SET = "own_key_figure_set", _("eigen kengetal vastgelegd")
    OWN_KEY_FIGURE_WITHDRAWN = "own_key_figure_withdrawn", _("eigen kengetal ingetrokken")
    MUNICIPAL_NUMBER_SET = "municipal_number_set", _("aantal van de gemeente vastgelegd")
    MUNICIPAL_NUMBER_WITHDRAWN = "municipal_number_withdrawn", _("aantal van de gemeente ingetrokken")
    ROUND_OPENED = "round_opened", _("ronde geopend")
    MONITOR_IMPORTED = "monitor_imported", _("monitor overgenomen als ronde")
    COMMITMENT_ASKED = "commitment_asked", _("afspraak aan de ronde toegevoegd")
    COMMITMENT_DROPPED = "commitment_dropped", _("afspraak uit de ronde gehaald")
    PROGRESS_REPORTED = "progress_reported", _("voortgang bijgewerkt")
    REPORTS_APPROVED = "reports_approved", _("akkoord gegeven op meldingen")
    APPROVALS_WITHDRAWN = "approvals_withdrawn", _("akkoord op meldingen teruggenomen")
    EVIDENCE_ADDED = "evidence_added", _("bewijs toegevoegd")
    REACTION_GIVEN = "reaction_given", _("reactie gegeven")
    REACTION_WITHDRAWN = "reaction_withdrawn", _("reactie ingetrokken")
    LIGHT_SETTLED = "light_settled", _("stoplicht besproken in het overleg")
    POSITION_TAKEN = "position_taken", _("standpunt gegeven")
    POSITION_ANSWERED = "position_answered", _("standpunt beantwoord")
    PARTY_NUDGED = "party_nudged", _("partij herinnerd")
    ROUND_LOCKED = "round_locked", _("ronde gesloten")
    ROUND_ADOPTED = "round_adopted", _("ronde vastgesteld")
    ROUND_REOPENED = "round_reopened", _("ronde heropend")
    REPORT_WRITTEN = "report_written", _("in een verslag geschreven")
    REPORT_ADOPTED = "report_adopted", _("verslag vastgesteld")
    HOUSE_STYLE_SET = "house_style_set", _("huisstijl ingesteld")
    LEGEND_SET = "legend_set", _("betekenis van een stoplicht vastgelegd")
    AGREEMENT_FACTS_CONFIRMED = "agreement_facts_confirmed", _("gegevens van de afspraken bevestigd")
    PARTY_LINKED = "party_linked", _("partij aan een organisatie gekoppeld")
    PROPOSAL_ACCEPTED = "proposal_accepted", _("voorstel overgenomen in het register")
    PROPOSALS_ACCEPTED = "proposals_accepted", _("voorstellen in één keer overgenomen")
    PROPOSAL_REVISED = "proposal_revised", _("voorstel aangepast")
    PROPOSAL_SPLIT = "proposal_split", _("voorstel gesplitst")
    PROPOSALS_MERGED = "proposals_merged", _("voorstellen samengevoegd")
    PROPOSAL_SKIPPED = "proposal_skipped", _("voorstel overgeslagen")
    COMMITMENT_ADDED = "commitment_added", _("gemiste afspraak toegevoegd")
    REVIEW_STEP_UNDONE = "review_step_undone", _("stap bij het nakijken ongedaan gemaakt")


class EventQuerySet(models.QuerySet["Event"]):
    """Events can be added and read."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("Het logboek kan niet worden gewijzigd; leg een nieuwe gebeurtenis vast.")

    def delete(self) -> NoReturn:
        raise AppendOnlyError("Uit het logboek kan niets worden verwijderd.")


class Event(models.Model):
    """Gebeurtenis: who did what to which record, when, from what to what, and why. Append-only."""

    at = models.DateTimeField(_("wanneer"), auto_now_add=True)
    # No choices here: `record` takes nothing but an EventKind, and a new kind is then no new table.
    kind = models.CharField(_("wat"), max_length=40)
    actor_id = models.CharField(_("nummer van de persoon"), max_length=40, blank=True)
    actor_label = models.CharField(_("wie"), max_length=300, blank=True)
    target_type = models.CharField(_("soort record"), max_length=60)
    target_id = models.CharField(_("nummer van het record"), max_length=60)
    target_label = models.CharField(_("record"), max_length=300)
    before = models.JSONField(_("van"), null=True, blank=True)
    after = models.JSONField(_("naar"), null=True, blank=True)
    reason = models.TextField(_("waarom"), blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ("at", "id")
        indexes = (
            models.Index(fields=("target_type", "target_id", "at"), name="event_of_target"),
            models.Index(fields=("actor_id", "at"), name="event_of_actor"),  # since when somebody was away
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind} {self.target_label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError("Het logboek kan niet worden gewijzigd; leg een nieuwe gebeurtenis vast.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("Uit het logboek kan niets worden verwijderd.")
