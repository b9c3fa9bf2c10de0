from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class HouseStyleForm(forms.Form):
    """The colour, the logo and the Word template of an organisation."""

    accent = forms.CharField(
        label=_("Kleur van koppen en tabellen"),
        max_length=7,
        help_text=_("Een # met zes cijfers of letters, zoals #0a5c73. Witte letters moeten erop te lezen zijn."),
    )
    template = forms.FileField(
        label=_("Word-sjabloon"),
        required=False,
        help_text=_("Een DOCX met uw briefhoofd en stijlen. Zonder sjabloon maken wij het stuk in uw kleur op."),
    )
    remove = forms.BooleanField(label=_("Het sjabloon weghalen"), required=False)
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("Een PNG, JPEG of SVG van ten hoogste 2 MB. In een eigen Word-sjabloon zet u uw logo zelf."),
    )
    remove_logo = forms.BooleanField(label=_("Het logo weghalen"), required=False)
