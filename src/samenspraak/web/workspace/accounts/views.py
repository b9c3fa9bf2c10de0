from __future__ import annotations

from typing import Any

from allauth.account.views import AccountInactiveView, LoginView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.generic import TemplateView

from samenspraak.apps.parties.actions import change_password, change_profile, sign_out_everywhere
from samenspraak.apps.parties.queries import has_second_factor
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.accounts.forms import ChangePasswordForm, ProfileForm
from samenspraak.web.workspace.accounts.providers import providers_shown
from samenspraak.web.workspace.request import SignedInRequest

READ_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])


class SignInView(LoginView):
    """Sign in with a password; beside it a button for each provider."""

    template_name = "accounts/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "providers": providers_shown(),
            "next": self.request.POST.get("next", self.request.GET.get("next", "")),
        }


sign_in = SignInView.as_view()
sign_out = LogoutView.as_view()
no_account = login_not_required(TemplateView.as_view(template_name="account/signup_closed.html"))
inactive = login_not_required(AccountInactiveView.as_view(template_name="accounts/closed.html"))
give_code = AuthenticateView.as_view(template_name="accounts/code.html")
password_again = ReauthenticateView.as_view(template_name="accounts/password_again.html")
code_again = ReauthenticateByCodeView.as_view(template_name="accounts/code_again.html")
provider_sign_in = openid_connect.login
provider_answer = openid_connect.callback

set_up_factor = never_cache(ActivateTOTPView.as_view(template_name="accounts/factor_set_up.html"))
remove_factor = DeactivateTOTPView.as_view(template_name="accounts/factor_remove.html")
recovery_codes = ViewRecoveryCodesView.as_view(template_name="accounts/recovery_codes.html")
renew_recovery_codes = GenerateRecoveryCodesView.as_view(template_name="accounts/recovery_codes_renew.html")


@login_not_required
@require_GET
def provider_cancelled(request: HttpRequest) -> HttpResponse:
    messages.warning(request, _("U brak het aanmelden af. Probeer het opnieuw, of meld aan met uw wachtwoord."))
    return redirect("sign-in")


@require_GET
def second_factor(request: SignedInRequest) -> HttpResponse:
    context = {"has_factor": has_second_factor(request.user), "section": "account"}
    return render(request, "accounts/second_factor.html", context)


@READ_AND_SEND
def profile(request: SignedInRequest) -> HttpResponse:
    initial = {"name": request.user.name, "language": request.user.language}
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_profile(**form.cleaned_data, by=request.user)
        except SamenspraakError as error:
            form.add_error("name", error.message)
        else:
            return _in_own_language(request, form.cleaned_data["language"])
    context = {"form": form, "has_factor": has_second_factor(request.user), "section": "account"}
    return render(request, "accounts/profile.html", context)


def _in_own_language(request: SignedInRequest, language: str) -> HttpResponse:
    with translation.override(language):
        messages.success(request, _("Uw gegevens zijn bewaard."))
    response = redirect("profile")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=60 * 60 * 24 * 365,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@never_cache
@READ_AND_SEND
def own_password(request: SignedInRequest) -> HttpResponse:
    form = ChangePasswordForm(request.POST or None)
    if not request.user.has_usable_password():
        del form.fields["present"]
    if request.method == "POST" and form.is_valid():
        try:
            change_password(
                present=form.cleaned_data.get("present", ""), password=form.cleaned_data["password"], by=request.user
            )
        except SamenspraakError as error:
            form.add_error(None, error.message)
        else:
            update_session_auth_hash(request, request.user)
            messages.success(request, _("Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld."))
            return redirect("profile")
    return render(request, "accounts/own_password.html", {"form": form, "section": "account"})


@require_POST
def end_all_sessions(request: SignedInRequest) -> HttpResponse:
    sign_out_everywhere(by=request.user)
    request.session.flush()
    return redirect("sign-in")
