"""The pages about one commitment's versions: changing it, a version of before, two changes at once."""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.agreements.elaboration import frameworks_for, proposed_framework
from samenspraak.apps.agreements.errors import NotAllowed, NotFound
from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.revisions.cleaning import cleaned
from samenspraak.apps.agreements.revisions.history import changes_of, field_changes, field_views, names_of, versions_of
from samenspraak.apps.agreements.revisions.pages import FIELD_LABELS, Collision, CollisionPage, EditPage, VersionPage
from samenspraak.apps.agreements.revisions.values import Values, changed_fields, values_of
from samenspraak.apps.agreements.revisions.words import value_words
from samenspraak.apps.agreements.views_of_rows import commitment_link
from samenspraak.apps.agreements.visibility import may, visible_agreements
from samenspraak.apps.documents.queries import pages_between
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right

_NO_TITLES: frozenset[str] = frozenset()


def commitment_to_read(person: Person, public_id: UUID) -> Commitment:
    """Return an accepted commitment with all that it says (three queries); raises NotFound."""
    seen = Commitment.objects.filter(state=Commitment.State.ACCEPTED, agreement__in=visible_agreements(person))
    found = (
        seen.filter(public_id=public_id)
        .select_related("agreement", "document", "elaborates")
        .prefetch_related("parties", "quantities")
        .first()
    )
    if found is None:
        raise NotFound("Deze afspraak is er niet, of u kunt haar niet inzien.")
    return found


def commitment_to_edit(person: Person, public_id: UUID) -> Commitment:
    """Return the same for somebody who may change it; raises NotFound or NotAllowed."""
    found = commitment_to_read(person, public_id)
    if not may(person, Right.EDIT_REGISTER, found.agreement):
        raise NotAllowed("U kunt deze afspraak lezen, maar niet wijzigen. Vraag een coördinator.")
    return found


def edit_page(person: Person, public_id: UUID) -> EditPage:
    """Return what changing a commitment starts from; raises NotFound or NotAllowed."""
    commitment = commitment_to_edit(person, public_id)
    frameworks = frameworks_for(commitment)
    proposed = proposed_framework(commitment, frameworks) if commitment.elaborates_id is None else None
    around = pages_between(commitment.document, commitment.start, commitment.end)
    first = around[0].start if around else 0
    raw = "".join(page.raw for page in around)
    return EditPage(
        agreement_id=commitment.agreement.public_id,
        agreement_title=commitment.agreement.title,
        public_id=commitment.public_id,
        name=str(commitment),
        version=commitment.version,
        values=values_of(commitment),
        frameworks=tuple(commitment_link(one, _NO_TITLES) for one in frameworks),
        proposed=None if proposed is None else commitment_link(proposed, _NO_TITLES),
        marked=raw[max(0, commitment.start - first) : max(0, commitment.end - first)],
    )


def version_page(person: Person, public_id: UUID, number: int) -> VersionPage:
    """Return a commitment as it stood in a version; raises NotFound."""
    commitment = commitment_to_read(person, public_id)
    versions = versions_of(commitment)
    states: dict[int, Values] = {one.version: one.values for one in versions}
    states[commitment.version] = values_of(commitment)
    if number not in states:
        raise NotFound("Deze versie is er niet.")
    changes = changes_of(commitment, versions, names_of(state.get("elaborates") for state in states.values()))
    return VersionPage(
        agreement_id=commitment.agreement.public_id,
        agreement_title=commitment.agreement.title,
        public_id=commitment.public_id,
        name=str(commitment),
        version=number,
        fields=field_views(states[number], names_of([states[number].get("elaborates")])),
        replaced=next((change for change in changes if change.version == number), None),
    )


def collision_page(person: Person, public_id: UUID, *, mine: Values, seen: int) -> CollisionPage:
    """Return where what somebody wrote differs from what another kept meanwhile.

    Raises NotFound, NotAllowed or InvalidValue.
    """
    commitment = commitment_to_edit(person, public_id)
    versions, mine = versions_of(commitment), cleaned(mine)
    now = values_of(commitment)
    # What this person looked at; the version itself was kept when it was replaced.
    base = next((one.values for one in versions if one.version == seen), now)
    names = names_of([mine.get("elaborates"), now.get("elaborates"), base.get("elaborates")])
    wrote, theirs = set(changed_fields(base, mine)), set(changed_fields(base, now))
    differing = [name for name in FIELD_LABELS if name in wrote and mine[name] != now.get(name)]
    last = versions[-1] if versions else None
    return CollisionPage(
        agreement_id=commitment.agreement.public_id,
        agreement_title=commitment.agreement.title,
        public_id=commitment.public_id,
        name=str(commitment),
        version=commitment.version,
        by="" if last is None else str(last.replaced_by),
        at=None if last is None else last.replaced_at,
        reason="" if last is None else last.reason,
        collisions=tuple(
            Collision(
                name,
                str(FIELD_LABELS[name]),
                value_words(name, mine[name], names),
                value_words(name, now.get(name), names),
                both_changed=name in theirs,
            )
            for name in differing
        ),
        taken_over=tuple(change for change in field_changes(base, now, names) if change.name not in wrote),
    )
