"""Where allauth asks what we want: our sentences, and no account without an invitation."""

from __future__ import annotations

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.parties.actions import accept_invitation, link_account
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import find_person, invitation_shown
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.accounts.qr_code import qr_code

WRONG = _(
    "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk beide na en probeer het opnieuw."
    " Na tien pogingen moet u een kwartier wachten."
)
WRONG_CODE = _("Deze code klopt niet of is al gebruikt. Neem de code die nu in uw app staat.")


class AccountAdapter(DefaultAccountAdapter):
    """Signing in with a password."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": WRONG,
        "invalid_login": WRONG,
        # The same sentence: whether somebody was locked out says that the address exists.
        "too_many_login_attempts": WRONG,
        "incorrect_password": _("Dit wachtwoord klopt niet. Probeer het opnieuw."),
        "incorrect_code": WRONG_CODE,
        "rate_limited": _("Te veel pogingen. Wacht een kwartier en probeer het dan opnieuw."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Lead on to a page of this site only, whatever other names it may be asked by."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None, require_https=settings.SECURE_SSL_REDIRECT)

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Ask once more who it is, of whoever has something to answer with: a password or a second factor."""
        asked: bool = super().is_reauthentication_required(app=app)
        return asked and bool(self.get_reauthentication_methods(self.request.user))

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        email = user.email if isinstance(user, Person) else ""
        return authenticate(self.request, username=email, password=password) == user


class FactorAdapter(DefaultMFAAdapter):
    """The second factor."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG_CODE}

    def build_totp_svg(self, url: str) -> str:
        return qr_code(url)


def _invited(sociallogin: SocialLogin) -> Person | None:
    """Let whoever came by the link of an invitation accept it, with an address that the provider verified."""
    try:
        match = resolve(urlsplit(sociallogin.state.get("next") or "").path)
        if match.url_name != "invitation":
            return None
        token = match.kwargs["token"]
        invited = invitation_shown(token)
        verified = {address.email.lower() for address in sociallogin.email_addresses if address.verified}
        if invited.has_account or invited.email not in verified:
            return None
        name = str(sociallogin.account.extra_data.get("name") or invited.email)
        return accept_invitation(token=token, by=None, name=name, password=None)
    except (Resolver404, SamenspraakError):
        return None


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Signing in through another organisation's provider."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Link an account at the provider to whom we know by the address that the provider verified."""
        if sociallogin.is_existing:
            return
        for address in sociallogin.email_addresses:
            person = find_person(address.email) if address.verified else None
            if person is not None and person.is_active:
                sociallogin.connect(request, person)
                link_account(person=person, provider=sociallogin.account.provider, by=person)
                return
        person = _invited(sociallogin)
        if person is not None:
            sociallogin.connect(request, person)
            link_account(person=person, provider=sociallogin.account.provider, by=person)
            sociallogin.state["next"] = reverse("agreements")

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False
