from __future__ import annotations

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Gives Django the templates, the static files and the template tags of the design room."""

    name = "samenspraak.web.design"
    label = "design"
