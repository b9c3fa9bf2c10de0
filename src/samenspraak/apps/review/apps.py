from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    name = "samenspraak.apps.review"
    label = "review"
    verbose_name = _("Nakijken")
    default_auto_field = "django.db.models.BigAutoField"
