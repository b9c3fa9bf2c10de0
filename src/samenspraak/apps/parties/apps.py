from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartiesConfig(AppConfig):
    name = "samenspraak.apps.parties"
    label = "parties"
    verbose_name = _("Partijen")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Listens to sign-in; loaded late because it needs all records.
        import samenspraak.apps.parties.sign_in_log  # noqa: F401, PLC0415
