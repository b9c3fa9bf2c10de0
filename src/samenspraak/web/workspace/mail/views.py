"""How often somebody wants mail: on their own page, or from a mail without signing in."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from samenspraak.apps.mail import actions, queries
from samenspraak.apps.mail.errors import LinkNotOurs
from samenspraak.apps.mail.models import Frequency
from samenspraak.apps.parties.models import Person
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.request import SignedInRequest

READ_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])
_CHOICES = {word: frequency for frequency, word in queries.WORDS.items()}


@READ_AND_SEND
def own_mail(request: SignedInRequest) -> HttpResponse:
    if request.method == "POST":
        if chosen := _chosen(request.POST):
            actions.choose_frequency(frequency=chosen, by=request.user)
            messages.success(request, _("Uw keuze is bewaard."))
        return redirect("own-mail")
    page = queries.own_mail(request.user)
    return render(request, "mail/own.html", {"page": page, "choices": _CHOICES.items(), "section": "account"})


@login_not_required
@never_cache
@READ_AND_SEND
def choice_from_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Choose with the link of a mail. Reading the page changes nothing: programs that check links do that as well."""
    try:
        person = queries.person_of(token)
    except LinkNotOurs as error:
        return render(request, "mail/link_wrong.html", {"error": error}, status=404)
    chosen = _chosen(request.POST)
    if chosen:
        actions.choose_frequency(frequency=chosen, by=person)
    wanted = None if chosen else _chosen(request.GET)
    context = {
        "page": queries.own_mail(person),
        "is_saved": chosen is not None,
        "choices": _CHOICES.items(),
        "wanted": wanted,
        # A program that follows links and runs scripts may not turn off somebody's mail.
        "is_sent_at_once": wanted not in {None, Frequency.NEVER},
    }
    with translation.override(_language(request, person)):
        return render(request, "mail/choice.html", context)


@csrf_exempt
@login_not_required
@never_cache
@READ_AND_SEND
def off_from_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Unsubscribe as mail programs do (RFC 8058): they send a form, and bring no cookie."""
    if request.method != "POST":
        return redirect("mail-choice", token)
    try:
        actions.choose_frequency(frequency=Frequency.NEVER, by=queries.person_of(token))
    except LinkNotOurs as error:
        return HttpResponse(str(error), status=404, content_type="text/plain; charset=utf-8")
    return HttpResponse(_("U krijgt geen mail meer."), content_type="text/plain; charset=utf-8")


@READ_AND_SEND
def undelivered(request: SignedInRequest) -> HttpResponse:
    page = queries.undelivered_page(request.user)
    if request.method == "POST":
        number = request.POST.get("number", "")
        try:
            actions.offer_again(
                number=int(number) if number.isascii() and number.isdigit() and len(number) < 18 else 0, by=request.user
            )
        except SamenspraakError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("De mail staat weer klaar; een worker verstuurt haar binnen een minuut."))
        return redirect("undelivered")
    return render(request, "mail/undelivered.html", {"page": page, "section": "account"})


def _chosen(data: Mapping[str, str]) -> Frequency | None:
    return _CHOICES.get(data.get("hoe", ""))


def _language(request: HttpRequest, person: Person) -> str:
    """Return the language of the mail, unless the reader chose one here."""
    chose = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    return translation.get_language() or person.language if chose else person.language
