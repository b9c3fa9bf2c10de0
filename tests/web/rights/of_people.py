"""Rights on accounts, organisations and the people of an organisation."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.tokens import default_token_generator
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from samenspraak.apps.parties.actions import add_member, invite, register_person
from samenspraak.apps.parties.invitations import Issued
from samenspraak.apps.parties.models import Membership, Organisation, Person
from tests.web.cast import Cast
from tests.web.rights.row import (
    EVERYBODY,
    NO_FORM_FOR_ANYBODY,
    PARTY,
    SIGNED_IN,
    Answer,
    Answers,
    Role,
    Row,
    Visitor,
    from_role,
)


def _organisation(cast: Cast) -> Organisation:
    return cast.noor.memberships.order_by("pk")[0].organisation


def _of_organisation(cast: Cast) -> list[Any]:
    return [_organisation(cast).pk]


def _member(cast: Cast) -> list[Any]:
    """Return a colleague of Noor, who is nobody else's colleague."""
    person = Person.objects.filter(email="mia@waterhoven.example").first() or register_person(
        email="mia@waterhoven.example", name="Mia", password=None, by=None
    )
    membership = person.memberships.first() or add_member(
        person=person, organisation=_organisation(cast), role=Membership.Role.READER, by=None
    )
    return [_organisation(cast).pk, membership.pk]


def _merger(cast: Cast) -> list[Any]:
    """Return the number of a merger that was undone already: what is then refused is said on the page."""
    organisation = _organisation(cast)
    found = organisation.mergers.first() or organisation.mergers.create(
        merged_on=date(2026, 1, 1), reason="herindeling", recorded_by=cast.noor, undone_at=timezone.now()
    )
    return [organisation.pk, found.pk]


def _issued(cast: Cast) -> Issued:
    return invite(
        email="nieuw@waterhoven.example",
        organisation=_organisation(cast),
        role=Membership.Role.READER,
        language="nl",
        by=cast.noor,
    )


def _invitation(cast: Cast) -> list[Any]:
    return [_organisation(cast).pk, _issued(cast).invitation.pk]


def _token(cast: Cast) -> list[Any]:
    return [_issued(cast).token]


def _password_link(cast: Cast) -> list[Any]:
    return [urlsafe_base64_encode(force_bytes(cast.noor.pk)), default_token_generator.make_token(cast.noor)]


def _provider(cast: Cast) -> list[Any]:
    return ["organisatie"]


def _reader(cast: Cast) -> dict[str, Any]:
    return {"role": "reader"}


ENTRANCE: Answers = EVERYBODY
HIDDEN: Answers = dict.fromkeys(Visitor, Answer.HIDDEN)  # no provider is set up in the tests
# Whoever may bring organisations in: the stranger is an administrator elsewhere.
ANY_COORDINATOR: Answers = from_role(Role.COORDINATOR, stranger=Answer.ALLOWED)
COORDINATOR = from_role(Role.COORDINATOR)
ADMINISTRATOR = from_role(Role.ADMINISTRATOR)
# An invitation is not even found by who may not invite.
INVITER = from_role(Role.COORDINATOR, below=Answer.HIDDEN)
NO_READING: Answers = dict.fromkeys(Visitor, Answer.NO_FORM) | {Visitor.NOBODY: Answer.SIGN_IN}
# Behind the password once more: allauth asks for it first.
NO_FACTOR: Answers = dict.fromkeys(Visitor, Answer.HIDDEN) | {Visitor.NOBODY: Answer.SIGN_IN}

ACCOUNT = (
    Row("account_login", get=ENTRANCE, post=ENTRANCE, is_page=False),
    Row("account_inactive", get=ENTRANCE, post=NO_FORM_FOR_ANYBODY, is_page=False),
    Row("account_signup", get=ENTRANCE, post=NO_FORM_FOR_ANYBODY, is_page=False),
    Row("account_reauthenticate", get=SIGNED_IN, post=SIGNED_IN, is_page=False),
    Row("mfa_authenticate", get=ENTRANCE, post=ENTRANCE, is_page=False),
    Row("mfa_reauthenticate", get=SIGNED_IN, post=SIGNED_IN, is_page=False),
    Row("openid_connect_login", get=HIDDEN, post=HIDDEN, arguments=_provider, is_page=False),
    Row("openid_connect_callback", get=HIDDEN, post=HIDDEN, arguments=_provider, is_page=False),
    Row("socialaccount_login_cancelled", get=ENTRANCE, post=NO_FORM_FOR_ANYBODY, is_page=False),
    Row("forgotten-password", get=ENTRANCE, post=ENTRANCE),
    Row("choose-password", get=ENTRANCE, post=ENTRANCE, arguments=_password_link, is_page=False),
    Row("invitation", get=ENTRANCE, post=ENTRANCE, arguments=_token),
    Row("profile", get=SIGNED_IN, post=SIGNED_IN),
    Row("own-password", get=SIGNED_IN, post=SIGNED_IN),
    Row("sign-out-everywhere", get=NO_READING, post=SIGNED_IN, is_page=False),
    Row("mfa_index", get=SIGNED_IN),
    Row("mfa_activate_totp", get=SIGNED_IN, post=SIGNED_IN, is_page=False),
    Row("mfa_deactivate_totp", get=NO_FACTOR, post=NO_FACTOR, is_page=False),
    Row("mfa_view_recovery_codes", get=NO_FACTOR, is_page=False),
    Row("mfa_generate_recovery_codes", get=SIGNED_IN, post=SIGNED_IN, is_page=False),
)

ORGANISATIONS = (
    Row("organisations", get=SIGNED_IN),
    Row("organisation-new", get=ANY_COORDINATOR, post=ANY_COORDINATOR),
    Row("organisation", get=PARTY, arguments=_of_organisation),
    Row("organisation-change", get=COORDINATOR, post=COORDINATOR, arguments=_of_organisation),
    Row("organisation-confirm", get=NO_READING, post=COORDINATOR, arguments=_of_organisation, is_page=False),
    Row("organisation-second-factor", get=NO_READING, post=ADMINISTRATOR, arguments=_of_organisation, is_page=False),
    Row("organisation-merger", get=COORDINATOR, post=COORDINATOR, arguments=_of_organisation),
    Row("merger-undo", get=NO_READING, post=COORDINATOR, arguments=_merger, is_page=False),
    Row("member-invite", get=NO_READING, post=COORDINATOR, arguments=_of_organisation, is_page=False),
    Row("invitation-renew", get=NO_READING, post=INVITER, arguments=_invitation, is_page=False),
    Row("invitation-withdraw", get=NO_READING, post=INVITER, arguments=_invitation, is_page=False),
    Row("member-role", get=NO_READING, post=ADMINISTRATOR, arguments=_member, data=_reader, is_page=False),
    Row("member-end", get=NO_READING, post=ADMINISTRATOR, arguments=_member, is_page=False),
    Row("member-account", get=NO_READING, post=ADMINISTRATOR, arguments=_member, is_page=False),
)
