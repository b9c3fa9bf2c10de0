from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "samenspraak.apps.figures"
    label = "figures"
    verbose_name = _("Cijfers")
    default_auto_field = "django.db.models.BigAutoField"
