from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "samenspraak.apps.search"
    label = "search"
    verbose_name = _("Zoeken")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow the log from the start of the process."""
        # Records can be imported once Django has started.
        from samenspraak.apps.audit.models import Event  # noqa: PLC0415
        from samenspraak.apps.search.jobs import note_event  # noqa: PLC0415

        post_save.connect(note_event, sender=Event, dispatch_uid="search follows the log")
