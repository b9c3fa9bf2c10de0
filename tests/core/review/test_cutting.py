from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.fields import Setting
from samenspraak.core.extraction.result import (
    CommitmentKind,
    FoundCommitment,
    NamedParty,
    PartyRole,
    Period,
    SourceSpan,
)
from samenspraak.core.review.cutting import merge, split
from samenspraak.core.review.errors import NothingToSplit
from samenspraak.core.review.places import raw_offset, reading_text
from samenspraak.core.review.reading import missed_commitment
from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.deadline_finder import find_deadline
from samenspraak.core.vocabulary.quantity_finder import find_quantities
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight

CAST = Cast(municipalities=("Waterhoven",), housing_associations=("De Linde",), tenants_organisations=())
SETTING = Setting(Actors(CAST), Period(2026, 2029), 2026)
HEAD = "De Linde bouwt uiterlijk in 2027 ten minste 80 woningen."
TAIL = "De gemeente stelt voor 1 juli 2028 een plan op voor 25 plekken."
RAW = (
    "De Linde bouwt uiterlijk in 2027 ten\nminste 80 wonin-\ngen. "
    "De gemeente stelt voor 1 juli 2028 een plan op voor 25\nplekken."
)


def found(text: str = f"{HEAD} {TAIL}", **values: object) -> FoundCommitment:
    plain = FoundCommitment(
        code="K 1",
        title="Bouwen",
        text=text,
        kind=CommitmentKind.FRAMEWORK,
        year=None,
        theme=Theme.AVAILABILITY,
        heading="Beschikbaarheid",
        parties=(NamedParty("De Linde", PartyRole.PARTNER), NamedParty("gemeente", PartyRole.PARTNER)),
        deadline=find_deadline(text, period_end=2029, document_year=2026),
        quantities=find_quantities(text),
        priority="T2",
        rating=TrafficLight.AMBER,
        progress="Op weg.",
        span=SourceSpan(3, 100, 100 + len(RAW)),
        confidence=0.8,
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def test_each_part_keeps_its_own_words_term_numbers_and_doer() -> None:
    first, second = split(found(), len(HEAD) + 1, raw=RAW, setting=SETTING)
    assert (first.text, second.text) == (HEAD, TAIL)
    assert [first.deadline and first.deadline.on, second.deadline and second.deadline.on] == [
        date(2027, 12, 31),
        date(2028, 6, 30),
    ]
    assert [[quantity.value for quantity in part.quantities] for part in (first, second)] == [[80], [25]]
    assert [[party.name for party in part.parties] for part in (first, second)] == [["De Linde"], ["gemeente"]]


def test_the_span_is_cut_at_the_same_word_of_the_raw_text() -> None:
    first, second = split(found(), len(HEAD) + 1, raw=RAW, setting=SETTING)
    cut = second.span.start - 100
    assert RAW[cut:].startswith("De gemeente stelt")
    assert (first.span.start, first.span.end, second.span.end) == (100, second.span.start, 100 + len(RAW))


def test_number_title_light_and_progress_stay_with_the_first_part() -> None:
    first, second = split(found(), len(HEAD) + 1, raw=RAW, setting=SETTING)
    assert (first.code, first.title, first.rating, first.progress) == ("K 1", "Bouwen", TrafficLight.AMBER, "Op weg.")
    assert (second.code, second.title, second.rating, second.progress) == (None, None, None, None)
    assert second.priority == "T2"


def test_a_term_and_a_lead_from_a_column_hold_for_both_parts() -> None:
    column = Deadline("Q4 2026", DeadlineKind.QUARTER, date(2026, 12, 31))
    text = "De Linde bouwt woningen. De gemeente wijst grond aan."
    whole = found(text, deadline=column, quantities=(), parties=(NamedParty("Bouwtafel", PartyRole.LEAD),))
    first, second = split(whole, text.index("De gemeente"), raw=text, setting=SETTING)
    assert first.deadline == second.deadline == column
    assert first.parties[0] == second.parties[0] == NamedParty("Bouwtafel", PartyRole.LEAD)


@pytest.mark.parametrize("position", [0, -3, 10_000])
def test_there_must_be_words_on_both_sides(position: int) -> None:
    with pytest.raises(NothingToSplit):
        split(found("Woord"), max(position, 0), raw="Woord", setting=SETTING)


def test_what_was_split_can_be_put_together_again() -> None:
    whole = found()
    again = merge(*split(whole, len(HEAD) + 1, raw=RAW, setting=SETTING), setting=SETTING)
    assert (again.text, again.span, again.code, again.rating) == (whole.text, whole.span, "K 1", TrafficLight.AMBER)
    assert [quantity.value for quantity in again.quantities] == [80, 25]
    assert {party.name for party in again.parties} == {"De Linde", "gemeente"}


def test_two_different_lights_make_no_light() -> None:
    assert merge(found(), found(rating=TrafficLight.RED), setting=SETTING).rating is None
    assert merge(found(rating=None), found(rating=TrafficLight.RED), setting=SETTING).rating is TrafficLight.RED


def test_whoever_leads_one_of_two_leads_both() -> None:
    second = found(parties=(NamedParty("gemeente", PartyRole.LEAD),))
    assert NamedParty("gemeente", PartyRole.LEAD) in merge(found(), second, setting=SETTING).parties


PLACES = [
    ("een twee", "een twee", 4, 4),
    ("staƟon nu", "station nu", 8, 7),
    ("wonin-\ngen op", "woningen op", 9, 11),
    ("woord", "woord", 99, 5),
]


@pytest.mark.parametrize(("raw", "text", "position", "expected"), PLACES)
def test_a_place_in_the_text_is_found_in_the_raw_text(raw: str, text: str, position: int, expected: int) -> None:
    assert raw_offset(raw, text, position) == expected


def test_a_chosen_passage_is_read_like_any_other() -> None:
    text = reading_text("De gemeente maakt voor 1 juli 2027 drie loca-\nƟes  bouwrijp.", (("Ɵ", "ti"),))
    assert text == "De gemeente maakt voor 1 juli 2027 drie locaties bouwrijp."
    made = missed_commitment(text, SourceSpan(2, 5, 60), SETTING, near=found(year=2027))
    assert (made.deadline and made.deadline.on, made.year, made.code) == (date(2027, 6, 30), 2027, None)
    assert [party.name for party in made.parties] == ["gemeente"]
    assert made.rating is None
