from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartiesConfig(AppConfig):
    name = "samenspraak.apps.parties"
    label = "parties"
    verbose_name = _("Partijen")
    default_auto_field = "django.db.models.BigAutoField"
