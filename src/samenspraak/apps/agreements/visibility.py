"""Who may see what: the one place that decides, and it denies by default."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from samenspraak.apps.agreements.models import Agreement, AgreementDocument, AgreementParty
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, memberships_with, own_organisations, own_with_merged, written

# The ways in which somebody may see an agreement, written out: nearly every page asks this inside of what it asks, and
# putting it together from records took a millisecond each time, four times what SQLite takes to answer it.
_PARTY_TO = """
    SELECT party.agreement_id FROM agreements_agreementparty AS party
    JOIN agreements_agreement AS agreement ON agreement.id = party.agreement_id
    WHERE party.organisation_id IN ({own}) AND agreement.facts_confirmed_at IS NOT NULL{still}"""
_STILL = " AND party.left_on IS NULL"  # who left may still read what it was a party to
_ENTERED = "SELECT id FROM agreements_agreement WHERE entered_for_id IN ({own})"
_WAITING = "SELECT id FROM agreements_agreement WHERE facts_confirmed_at IS NULL AND registered_by_id = %s"


def visible_agreements(person: Person) -> QuerySet[Agreement]:
    """Return the agreements to which one of the person's organisations is a party, or that it brought in.

    Being a party counts once somebody confirmed who the parties are: a name that was read wrongly shows nobody
    anything. Until then only the organisation that brought the document in, and whoever did so, see it.
    The administrator of the installation sees all; who did not sign in, or no longer may, sees none.
    """
    return agreements_where(person, Right.READ)


def agreements_where(person: Person, right: Right) -> QuerySet[Agreement]:
    """Return the agreements within which a person has a right, on behalf of a party or of who brought it in."""
    if not person.is_active:
        return Agreement.objects.none()
    if person.is_administrator:
        return Agreement.objects.all()
    own, numbers = written(own_with_merged(person, right))
    # Not one question with "or": each way begins at an index, so that nobody's page looks at a whole country.
    ways = [
        (_PARTY_TO.format(own=own, still="" if right is Right.READ else _STILL), numbers),
        (_ENTERED.format(own=own), numbers),
    ]
    if right is Right.READ:
        ways.append((_WAITING, (person.pk,)))
    together = " UNION ".join(way for way, _params in ways)
    found = RawSQL(together, [one for _way, params in ways for one in params])  # noqa: S611 all of it is ours
    return Agreement.objects.filter(pk__in=found)


def who_may(right: Right, people: Collection[int], agreements: Collection[int]) -> frozenset[tuple[int, int]]:
    """Return which of these people have a right within which of these agreements, as (person, agreement) numbers.

    The same rule as `agreements_where`, asked for many people at once (at most six queries); a test holds the two
    together.
    """
    member = memberships_with(right, people).values("pk")
    known = Agreement.objects.filter(pk__in=agreements)
    confirmed = AgreementParty.objects.filter(agreement__in=agreements, agreement__facts_confirmed_at__isnull=False)
    if right is not Right.READ:
        confirmed = confirmed.filter(left_on=None)
    pairs: set[tuple[int, int]] = set()
    # For whom they work, and what merged into that.
    for path in ("memberships", "stands_as__memberships"):
        parties = confirmed.filter(**{f"organisation__{path}__in": member}).order_by()
        entered = known.filter(**{f"entered_for__{path}__in": member}).order_by()
        pairs |= set(parties.values_list(f"organisation__{path}__person", "agreement"))
        pairs |= set(entered.values_list(f"entered_for__{path}__person", "pk"))
    if right is Right.READ:
        waiting = known.filter(facts_confirmed_at=None, registered_by__in=people, registered_by__is_active=True)
        pairs |= set(waiting.order_by().values_list("registered_by", "pk"))
    keepers = Person.objects.filter(pk__in=people, is_active=True, is_administrator=True).values_list("pk", flat=True)
    pairs |= {(keeper, agreement) for keeper in keepers for agreement in agreements}
    return frozenset(pairs)


def reviewed_by(person: Person) -> QuerySet[Agreement]:
    """Return the agreements whose proposals a person may check: those that their organisation brought in.

    Where nobody's organisation did, it is for whoever brought it in. The administrator of the installation may all.
    """
    if not person.is_active:
        return Agreement.objects.none()
    if person.is_administrator:
        return Agreement.objects.all()
    own = own_with_merged(person, Right.REVIEW)
    return Agreement.objects.filter(Q(entered_for__in=own) | Q(entered_for=None, registered_by=person))


def may_review(person: Person, agreement: Agreement) -> bool:
    """Tell whether a person may check the proposals of an agreement (one query at most)."""
    own = own_with_merged(person, Right.REVIEW)
    if isinstance(own, QuerySet) or not person.is_active or person.is_administrator:
        return reviewed_by(person).filter(pk=agreement.pk).exists()
    if agreement.entered_for_id is None:
        return agreement.registered_by_id == person.pk
    return agreement.entered_for_id in own


def may(person: Person, right: Right, agreement: Agreement, parties: Iterable[AgreementParty] | None = None) -> bool:
    """Tell whether a person has a right within an agreement (one query at most; none where `parties` are given)."""
    own = own_with_merged(person, right)
    if parties is None or isinstance(own, QuerySet) or right is Right.READ:
        return agreements_where(person, right).filter(pk=agreement.pk).exists()
    if person.is_active and person.is_administrator:
        return True
    now = [party for party in parties if party.left_on is None]
    is_party = any(party.organisation_id in own for party in now)
    return (is_party and agreement.facts_confirmed_at is not None) or agreement.entered_for_id in own


def visible_documents(person: Person) -> QuerySet[Document]:
    """Return the documents of the agreements that a person may see.

    Of what did not reach the register, or not yet: what they brought in themselves, and what was meant for
    agreements they may see. The administrator of the installation sees all.
    """
    if not person.is_active:
        return Document.objects.none()
    if person.is_administrator:
        return Document.objects.all()
    seen = visible_agreements(person)
    ways = [
        AgreementDocument.objects.filter(agreement__in=seen).values("document"),
        Document.objects.filter(agreement_source__isnull=True, uploaded_by=person).values("pk"),
        ImportRun.objects.filter(
            document__agreement_source__isnull=True, into_agreement__in=seen.values("public_id")
        ).values("document"),
    ]
    return Document.objects.filter(pk__in=_together(ways))


def visible_organisations(person: Person) -> QuerySet[Organisation]:
    """Return the organisations that a person works for, and those that are a party to agreements they may see."""
    if not person.is_active:
        return Organisation.objects.none()
    if person.is_administrator:
        return Organisation.objects.all()
    own = Organisation.objects.filter(pk__in=own_organisations(person, Right.READ))
    seen = AgreementParty.objects.filter(agreement__in=visible_agreements(person), organisation__isnull=False)
    return Organisation.objects.filter(pk__in=_together([own.values("pk"), seen.values("organisation")]))


def visible_organisation(person: Person, number: int) -> Organisation | None:
    """Return one of these; None where there is none with this number (one query)."""
    own = own_organisations(person, Right.READ)
    is_own = not isinstance(own, QuerySet) and number in own
    found = Organisation.objects.all() if is_own else visible_organisations(person)
    return found.filter(pk=number).first()


def _together(ways: Sequence[QuerySet]) -> QuerySet:
    """Return the numbers that any of these questions finds.

    Not one question with "or": each of these begins at an index, so that nobody's page looks at a whole country.
    """
    first, *others = (way.order_by() for way in ways)
    return first.union(*others)
