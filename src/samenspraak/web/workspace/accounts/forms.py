from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import get_totp_secret
from django import forms
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.parties.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise  # only the stubs know it

EMAIL_ERRORS = {"required": _("Vul uw e-mailadres in."), "invalid": _("Dit is geen e-mailadres.")}


def email_field() -> forms.EmailField:
    """Return the field for the address that one signs in with."""
    return forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
        error_messages=EMAIL_ERRORS,
    )


def password_field(label: _StrPromise, *, autocomplete: str = "current-password") -> forms.CharField:
    """Return a field for a password, kept as it was typed."""
    return forms.CharField(
        label=label,
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        error_messages={"required": _("Vul het wachtwoord in.")},
    )


def code_field(label: _StrPromise) -> forms.CharField:
    """Return a field for a code from the authenticator app, or a recovery code."""
    return forms.CharField(
        label=label,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}),
        error_messages={"required": _("Vul de code in.")},
    )


class SignInForm(LoginForm):
    """Sign in with e-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field()
        self.fields["password"] = password_field(_("Wachtwoord"))
        self.fields["password"].error_messages["required"] = _("Vul uw wachtwoord in.")
        self.order_fields(["login", "password"])


class PasswordAgainForm(ReauthenticateForm):
    """Give one's password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(_("Wachtwoord"))


class CodeForm(AuthenticateForm):
    """The second factor: a code from the app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Code uit uw app, of een herstelcode"))


class CodeAgainForm(ReauthenticateByCodeForm):
    """The second factor once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Code uit uw app, of een herstelcode"))


class SetUpForm(ActivateTOTPForm):
    """The first code from the app, which proves that it works.

    The secret is drawn once and kept in the session until then: whoever loads the page again after scanning it has not
    scanned in vain. allauth's own form draws a new one each time, so its way of making a form is passed over.
    """

    def __init__(self, *args: Any, user: Person, **kwargs: Any) -> None:
        super(ActivateTOTPForm, self).__init__(*args, **kwargs)
        self.user, self.secret = user, get_totp_secret()
        self.fields["code"] = code_field(_("Code uit uw app"))


class ForgottenForm(forms.Form):
    """Ask for a mail to choose a new password."""

    email = email_field()


class NewPasswordForm(forms.Form):
    """Choose a new password; twice, because it is not shown."""

    password = password_field(_("Nieuw wachtwoord"), autocomplete="new-password")
    again = password_field(_("Nieuw wachtwoord nogmaals"), autocomplete="new-password")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("password") and data.get("again") and data["password"] != data["again"]:
            self.add_error("again", _("De twee wachtwoorden zijn niet gelijk. Vul ze opnieuw in."))
        return data


class ChangePasswordForm(NewPasswordForm):
    """Change one's own password."""

    present = password_field(_("Huidig wachtwoord"))
    field_order = ("present", "password", "again")


class AcceptForm(NewPasswordForm):
    """Make an account for an invitation."""

    name = forms.CharField(
        label=_("Uw naam"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul uw naam in.")},
    )
    field_order = ("name", "password", "again")


class ProfileForm(forms.Form):
    """One's own name and language."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul uw naam in.")},
    )
    language = forms.ChoiceField(label=_("Taal"), choices=(("nl", "Nederlands"), ("en", "English")))
