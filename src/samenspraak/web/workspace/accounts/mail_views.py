"""What begins with a link in a mail: an invitation, a new password."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import PasswordResetConfirmView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samenspraak.apps.parties.actions import accept_invitation, request_password_reset, reset_password
from samenspraak.apps.parties.errors import InvitationOver
from samenspraak.apps.parties.jobs import send_password_link
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.pages import InvitationShown
from samenspraak.apps.parties.queries import find_person, invitation_shown
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.accounts.forms import AcceptForm, ForgottenForm, NewPasswordForm
from samenspraak.web.workspace.accounts.providers import providers_shown

READ_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])
BACKEND = "samenspraak.apps.parties.sign_in.PatientBackend"


@login_not_required
@never_cache
@READ_AND_SEND
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invitation; who has an account signs in first, who has none chooses a name and a password."""
    try:
        invitation = invitation_shown(token)
    except InvitationOver as error:
        return render(request, "accounts/invitation_over.html", {"error": error}, status=404)
    person = request.user if isinstance(request.user, Person) else None
    form = AcceptForm(request.POST or None) if not invitation.has_account else None
    refusal = ""
    if request.method == "POST" and (person or (form and form.is_valid())):
        data = form.cleaned_data if form and not person else {}
        try:
            accepted = accept_invitation(
                token=token, by=person, name=data.get("name", ""), password=data.get("password", "")
            )
        except SamenspraakError as refused:
            refusal = refused.message
        else:
            return _welcome(request, accepted, person)
    return render(request, "accounts/invitation.html", _invitation_context(invitation, person, form, refusal, token))


def _welcome(request: HttpRequest, accepted: Person, person: Person | None) -> HttpResponse:
    if person is None:
        login(request, accepted, backend=BACKEND)
    return redirect("agreements")


def _invitation_context(
    invitation: InvitationShown, person: Person | None, form: AcceptForm | None, error: str, token: str
) -> dict[str, Any]:
    return {
        "invitation": invitation,
        "is_for_reader": person is not None and person.email == invitation.email,
        "is_for_other": person is not None and person.email != invitation.email,
        "form": form,
        "error": error,
        "providers": providers_shown(),
        "here": reverse("invitation", args=[token]),
    }


@login_not_required
@never_cache
@READ_AND_SEND
def forgotten(request: HttpRequest) -> HttpResponse:
    """Send a mail to choose a new password; the page says the same for an address that nobody has."""
    form = ForgottenForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/forgotten.html", {"form": form})
    person = find_person(form.cleaned_data["email"])
    if person is not None and person.is_active:
        request_password_reset(by=person)
        token = default_token_generator.make_token(person)
        number = urlsafe_base64_encode(force_bytes(person.pk))
        link = request.build_absolute_uri(reverse("choose-password", args=[number, token]))
        send_password_link(person=person, link=link)
    return render(request, "accounts/forgotten_sent.html", {"email": form.cleaned_data["email"]})


class ChoosePasswordView(PasswordResetConfirmView):
    """Choose a new password with the link from the mail: it holds once, for an hour."""

    template_name = "accounts/choose_password.html"
    success_url = reverse_lazy("sign-in")

    def get_form(self, form_class: object = None) -> NewPasswordForm:  # type: ignore[override]
        return NewPasswordForm(self.request.POST or None)

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:  # type: ignore[override]
        if self.user is None:  # Django shows this form only with a link that holds
            raise PermissionDenied
        try:
            reset_password(password=form.cleaned_data["password"], by=self.user)
        except SamenspraakError as error:
            form.add_error("password", error.message)
            return self.render_to_response(self.get_context_data(form=form))
        self.request.session.pop("_password_reset_token", None)
        messages.success(self.request, _("Uw nieuwe wachtwoord is bewaard. Meld u ermee aan."))
        return HttpResponseRedirect(self.get_success_url())


choose_password = ChoosePasswordView.as_view()
