"""Commitments that are like one: found by its telling words, then weighed one by one. The right first."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import AgreementParty, Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.search.lookup import best_of
from samenspraak.apps.search.matching import any_stem
from samenspraak.apps.search.models import SearchEntry, SearchShape, SearchWord
from samenspraak.apps.search.pages import PAGE_LENGTH, SimilarCommitment, SimilarPage
from samenspraak.apps.search.read_hits import visible_entries
from samenspraak.core.search.likeness import Likeness, likeness, subject_words, telling, weights
from samenspraak.core.search.marks import marked, snippet
from samenspraak.engines.knowledge.word_forms import word_forms

CANDIDATES = 150
LEAST_SCORE = 0.15
FEWEST_COMMON = 2
SHOWN_BESIDE = 4
# What two commitments have in common besides their words.
_SAME_THEME, _SAME_UNIT, _ELSEWHERE = 0.05, 0.05, 0.1
COMMON_SHOWN = 6


def similar_commitments(person: Person, public_id: UUID, *, page: int = 1, length: int = PAGE_LENGTH) -> SimilarPage:
    """Return what somebody may see of the commitments most like one (four queries, the commitment's own included).

    Those of other municipalities come before equals of the same one; of the same sentence in several years the
    newest stands for all. Raises NotFound.
    """
    own = _own(person, public_id)
    words = subject_words(_subject(own), word_forms)
    counts = dict(SearchWord.objects.filter(is_stem=True, word__in=words).values_list("word", "count"))
    weighted = weights(words, counts)
    rows = _ranked(own, weighted, _candidates(person, own, telling(weighted, counts)))
    page_count = max(1, -(-len(rows) // length))
    page = min(max(page, 1), page_count)
    return SimilarPage(
        public_id=own.public_id,
        name=f"{own.code} {own.title}".strip(),
        text=own.text,
        agreement_title=own.agreement.title,
        agreement_id=own.agreement.public_id,
        rows=tuple(_row(own, other, found) for other, found in rows[(page - 1) * length : page * length]),
        total=len(rows),
        page=page,
        page_count=page_count,
    )


def similar_beside(person: Person, public_id: UUID) -> SimilarPage:
    """Return the few that stand beside a commitment; raises NotFound."""
    return similar_commitments(person, public_id, length=SHOWN_BESIDE)


def _own(person: Person, public_id: UUID) -> Commitment:
    found = Commitment.objects.filter(
        public_id=public_id, state=Commitment.State.ACCEPTED, agreement__in=visible_agreements(person)
    )
    own = _described(found).first()
    if own is None:
        raise NotFound("Deze afspraak is er niet, of u kunt haar niet inzien.")
    return own


def _described(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Return the same commitments with their place and what makes them measurable."""
    places = AgreementParty.objects.filter(
        agreement=OuterRef("agreement"), side=Organisation.Kind.MUNICIPALITY
    ).order_by("order")
    quantities = CommitmentQuantity.objects.filter(commitment=OuterRef("pk"))
    leads = CommitmentParty.objects.filter(commitment=OuterRef("pk"), role=CommitmentParty.Role.LEAD)
    return commitments.select_related("agreement").annotate(
        place=Subquery(places.values("name")[:1]), has_quantity=Exists(quantities), has_lead=Exists(leads)
    )


def _candidates(person: Person, own: Commitment, stems: tuple[str, ...]) -> list[Commitment]:
    """Return the commitments that the index gives for some words (two queries: the best of them, and these in full)."""
    if not stems:
        return []
    scope = replace(visible_entries(person), shapes=SearchShape.objects.filter(kind=SearchEntry.Kind.COMMITMENT))
    near = SearchEntry.objects.filter(pk__in=best_of(scope, any_stem(stems), CANDIDATES)).exclude(commitment=own.pk)
    units = CommitmentQuantity.objects.filter(commitment=own.pk).values("unit")
    same_unit = CommitmentQuantity.objects.filter(commitment=OuterRef("pk"), unit__in=units)
    found = Commitment.objects.filter(pk__in=near.values("commitment"), state=Commitment.State.ACCEPTED)
    return list(_described(found).annotate(has_same_unit=Exists(same_unit)))


def _ranked(
    own: Commitment, weighted: dict[str, float], candidates: list[Commitment]
) -> list[tuple[Commitment, Likeness]]:
    scored = []
    for other in candidates:
        found = likeness(weighted, subject_words(_subject(other), word_forms))
        if found.score < LEAST_SCORE or len(found.common) < FEWEST_COMMON:
            continue
        scored.append((_score(own, other, found), other, found))
    scored.sort(key=lambda row: (-row[0], -_year(row[1]), row[1].pk))
    kept: dict[tuple[str, str], tuple[Commitment, Likeness]] = {}
    for _score_of_row, other, found in scored:
        kept.setdefault((_place(other), " ".join(other.text.lower().split())), (other, found))
    return list(kept.values())


def _score(own: Commitment, other: Commitment, found: Likeness) -> float:
    return (
        found.score
        + _SAME_THEME * bool(own.theme and own.theme == other.theme)
        + _SAME_UNIT * bool(getattr(other, "has_same_unit", False))
        + _ELSEWHERE * (_place(own) != _place(other))
    )


def _row(own: Commitment, other: Commitment, found: Likeness) -> SimilarCommitment:
    common = any_stem(found.common[:COMMON_SHOWN])
    return SimilarCommitment(
        public_id=other.public_id,
        code=other.code,
        title=other.title,
        text=snippet(other.text, common, word_forms),
        agreement_title=other.agreement.title,
        place=_place(other),
        is_elsewhere=_place(own) != _place(other),
        year=_year(other) or None,
        theme=Commitment.Theme(other.theme) if other.theme else None,
        rating=Commitment.Rating(other.rating) if other.rating else None,
        score=found.score,
        common=_as_written(other, common_words=found.common[:COMMON_SHOWN]),
        has_quantity=_has(other, "has_quantity"),
        has_deadline=bool(other.deadline_kind),
        has_lead=_has(other, "has_lead"),
        is_more_measurable=_measurable(other) > _measurable(own),
    )


def _as_written(other: Commitment, *, common_words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the common words as the other commitment writes them: a stem is no word for people."""
    pieces = marked(_subject(other), any_stem(common_words), word_forms)
    return tuple(dict.fromkeys(piece.text.lower() for piece in pieces if piece.is_marked))[:COMMON_SHOWN]


def _subject(commitment: Commitment) -> str:
    return f"{commitment.title}\n{commitment.text}"


def _place(commitment: Commitment) -> str:
    return getattr(commitment, "place", None) or ""


def _year(commitment: Commitment) -> int:
    return commitment.year or commitment.agreement.period_start or 0


def _has(commitment: Commitment, name: str) -> bool:
    return bool(getattr(commitment, name, False))


def _measurable(commitment: Commitment) -> int:
    """Return how many of the three things are there that make a commitment measurable."""
    return _has(commitment, "has_quantity") + bool(commitment.deadline_kind) + _has(commitment, "has_lead")
