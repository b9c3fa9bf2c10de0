from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.parties.models import Membership, Organisation
from samenspraak.web.workspace.accounts.forms import EMAIL_ERRORS

MISSING_NAME = {"required": _("Vul de naam in.")}


class OrganisationForm(forms.Form):
    """What an organisation is called, and its codes; which codes it may have depends on its kind."""

    name = forms.CharField(label=_("Naam"), max_length=200, error_messages=MISSING_NAME)
    cbs_code = forms.CharField(
        label=_("CBS-code"),
        max_length=10,
        required=False,
        help_text=_("Bij een gemeente, zoals GM0014, of een provincie, zoals PV20."),
    )
    l_number = forms.CharField(
        label=_("L-nummer"), max_length=10, required=False, help_text=_("Bij een woningcorporatie, zoals L0943.")
    )
    kvk_number = forms.CharField(label=_("KvK-nummer"), max_length=12, required=False, help_text=_("Acht cijfers."))

    def codes(self) -> tuple[str, str, str]:
        """Return the three codes in the order in which the action takes them."""
        data = self.cleaned_data
        return data["cbs_code"], data["l_number"], data["kvk_number"]


class NewOrganisationForm(OrganisationForm):
    """Add an organisation."""

    kind = forms.ChoiceField(label=_("Soort"), choices=Organisation.Kind.choices)
    field_order = ("kind", "name", "cbs_code", "l_number", "kvk_number")


class ChangeOrganisationForm(OrganisationForm):
    """Change an organisation; a code that its kind does not have is not asked for."""

    other_names = forms.CharField(
        label=_("Andere namen"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Een per regel. Documenten die zo'n naam noemen, worden herkend."),
    )
    field_order = ("name", "other_names", "cbs_code", "l_number", "kvk_number")

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind not in {Organisation.Kind.MUNICIPALITY, Organisation.Kind.PROVINCE}:
            self.fields["cbs_code"].widget = forms.HiddenInput()
        if kind != Organisation.Kind.HOUSING_ASSOCIATION:
            self.fields["l_number"].widget = forms.HiddenInput()

    def names(self) -> tuple[str, ...]:
        """Return the other names."""
        lines = self.cleaned_data["other_names"].splitlines()
        return tuple(line.strip() for line in lines if line.strip())


class InviteForm(forms.Form):
    """Invite somebody."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        error_messages=EMAIL_ERRORS,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(label=_("Rol"))
    language = forms.ChoiceField(label=_("Taal van de mail"), choices=(("nl", "Nederlands"), ("en", "English")))

    def __init__(self, *args: Any, roles: Iterable[Membership.Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]


class RoleForm(forms.Form):
    """Another role."""

    role = forms.ChoiceField(choices=Membership.Role.choices)
