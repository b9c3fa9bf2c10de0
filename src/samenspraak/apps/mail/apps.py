from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    name = "samenspraak.apps.mail"
    label = "mail"
    verbose_name = _("Berichten")
    default_auto_field = "django.db.models.BigAutoField"
