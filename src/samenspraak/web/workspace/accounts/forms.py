from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Sign in with e-mail address and password."""

    error_messages = {
        "invalid_login": _(
            "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk beide na en probeer het opnieuw."
            " Na tien pogingen moet u een kwartier wachten."
        ),
        "inactive": _("Dit account is afgesloten. Vraag de beheerder van uw organisatie om hulp."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = forms.EmailField(
            label=_("E-mailadres"),
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
            error_messages={"required": _("Vul uw e-mailadres in."), "invalid": _("Dit is geen e-mailadres.")},
        )
        self.fields["username"] = email
        self.fields["password"].label = _("Wachtwoord")
        self.fields["password"].error_messages["required"] = _("Vul uw wachtwoord in.")
