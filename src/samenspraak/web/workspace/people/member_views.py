"""Inviting people and changing what they may do."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspraak.apps.agreements.queries import organisation_for
from samenspraak.apps.parties.actions import (
    change_role,
    close_person,
    end_membership,
    invite,
    renew_invitation,
    reopen_person,
    withdraw_invitation,
)
from samenspraak.apps.parties.errors import LastAdministrator, NoRight
from samenspraak.apps.parties.jobs import send_invitation
from samenspraak.apps.parties.models import Invitation, Membership, Organisation
from samenspraak.apps.parties.queries import invitation_of, member_of, people_page
from samenspraak.core.errors import SamenspraakError
from samenspraak.web.workspace.people.forms import InviteForm, RoleForm
from samenspraak.web.workspace.people.views import render_organisation
from samenspraak.web.workspace.request import SignedInRequest


@require_POST
def member_invite(request: SignedInRequest, number: int) -> HttpResponse:
    organisation = organisation_for(request.user, number)
    people = people_page(request.user, organisation)
    if people is None or not people.may_invite:
        raise NoRight(_("Uw rol bij deze organisatie geeft dit recht niet."))
    form = InviteForm(request.POST, roles=people.roles_to_give)
    if not form.is_valid():
        return render_organisation(request, organisation, form=form, status=400)
    data = form.cleaned_data | {"role": Membership.Role(form.cleaned_data["role"])}
    try:
        issued = invite(**data, organisation=organisation, by=request.user)
    except SamenspraakError as error:
        form.add_error("email", error.message)
        return render_organisation(request, organisation, form=form, status=400)
    return _sent(request, organisation, issued.invitation, issued.token)


@require_POST
def invitation_renew(request: SignedInRequest, number: int, invitation: int) -> HttpResponse:
    organisation = organisation_for(request.user, number)
    issued = renew_invitation(invitation=invitation_of(request.user, organisation, invitation), by=request.user)
    return _sent(request, organisation, issued.invitation, issued.token)


def _sent(request: SignedInRequest, organisation: Organisation, invitation: Invitation, token: str) -> HttpResponse:
    """Send the mail; where no mail goes out, or the server refuses it, the inviter gets the link to hand over."""
    link = request.build_absolute_uri(reverse("invitation", args=[token]))
    was_sent = send_invitation(invitation=invitation, link=link)
    if was_sent and settings.MAIL_GOES_OUT:
        messages.success(request, _("De uitnodiging is gestuurd naar %(email)s.") % {"email": invitation.email})
        return redirect("organisation", organisation.pk)
    return render_organisation(request, organisation, link=link)


@require_POST
def invitation_withdraw(request: SignedInRequest, number: int, invitation: int) -> HttpResponse:
    organisation = organisation_for(request.user, number)
    withdraw_invitation(invitation=invitation_of(request.user, organisation, invitation), by=request.user)
    messages.success(request, _("De uitnodiging is ingetrokken."))
    return redirect("organisation", number)


@require_POST
def member_role(request: SignedInRequest, number: int, member: int) -> HttpResponse:
    membership = member_of(request.user, organisation_for(request.user, number), member)
    form = RoleForm(request.POST)
    role = Membership.Role(form.cleaned_data["role"]) if form.is_valid() else Membership.Role(membership.role)
    try:
        change_role(membership=membership, role=role, by=request.user)
    except LastAdministrator as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("De rol van %(name)s is gewijzigd.") % {"name": membership.person.name})
    return redirect("organisation", number)


@require_POST
def member_end(request: SignedInRequest, number: int, member: int) -> HttpResponse:
    membership = member_of(request.user, organisation_for(request.user, number), member)
    name, is_self = membership.person.name, membership.person == request.user
    try:
        end_membership(membership=membership, by=request.user)
    except LastAdministrator as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("%(name)s hoort niet meer bij deze organisatie.") % {"name": name})
    return redirect("organisations") if is_self else redirect("organisation", number)


@require_POST
def member_account(request: SignedInRequest, number: int, member: int) -> HttpResponse:
    """Close an account, or open it again."""
    person = member_of(request.user, organisation_for(request.user, number), member).person
    if person.is_active:
        close_person(person=person, by=request.user)
        messages.success(request, _("Het account van %(name)s is afgesloten.") % {"name": person.name})
    else:
        reopen_person(person=person, by=request.user)
        messages.success(request, _("Het account van %(name)s is weer open.") % {"name": person.name})
    return redirect("organisation", number)
