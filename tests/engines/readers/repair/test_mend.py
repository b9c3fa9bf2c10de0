from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.extraction.source import Cell, Line, Repair, RepairKind, SourceText, Table
from samenspraak.engines.readers.repair import mend
from samenspraak.engines.readers.repair.edits import Flow
from tests.engines.readers.repair.own_text import SENTENCES
from tests.engines.readers.repair.samples import are_places_true, flow_of, joined, paged_flow, source_of

_WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
_ODD = "ƟŌƩ\ue000\ufffd\u00ad\ufffe!5KżЖ"

noise = st.text(max_size=40)
words = st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join)
broken = st.builds(lambda text, sign: text.replace("ti", sign), words, st.sampled_from(_ODD))
divided = st.builds(lambda text, cut: text[: max(1, cut)] + "-", words.filter(bool), st.integers(1, 30))
numbers = st.one_of(st.integers(0, 40).map(str), st.integers(0, 40).map("Prestatieafspraken Zonnedal {}".format))
line_texts = st.one_of(noise, words, broken, divided, numbers)


@st.composite
def sources(draw: st.DrawFn) -> SourceText:
    """Return documents of a few pages in which anything may be broken."""
    flow: list[Line | Table] = []
    start, page = 0, 1
    for text in draw(st.lists(line_texts, max_size=25)):
        page += draw(st.sampled_from([0, 0, 0, 1]))
        end = start + len(text)
        if draw(st.sampled_from([False, False, False, True])):
            flow.append(Table(((Cell(text, start, end),),), page, start, end))
        else:
            flow.append(Line(text, page, start, end, space_before=draw(st.sampled_from([0.0, 1.0, 2.0]))))
        start = end + 1
    return source_of(tuple(flow))


@settings(max_examples=150)
@given(sources())
def test_mending_never_fails_and_keeps_every_place_true(source: SourceText) -> None:
    assert are_places_true(mend(source).flow, len(source.raw))


@settings(max_examples=100)
@given(sources())
def test_mending_twice_changes_no_more_than_mending_once(source: SourceText) -> None:
    once = mend(source)
    again = mend(replace(once, repairs=()))
    kinds = {repair.kind for repair in again.repairs}
    # Numbers that stood behind other numbers can come to the edge of a page; everything else is settled at once.
    assert again.flow == once.flow or kinds == {RepairKind.RUNNING_HEAD}


def test_a_damaged_document_is_mended_in_all_ways_at_once() -> None:
    pages = [
        ["PrestaƟeafspraken Zonnedal 1", "ParƟjen dragen samen zorg voor de volkshuisves-"],
        ["PrestaƟeafspraken Zonnedal 2", "Ɵng in de gemeente; te alien Ɵjde geldt", "dat de corporaƟe bouwt."],
        ["PrestaƟeafspraken Zonnedal 3", "De organisaƟe meldt de realisaƟe."],
    ]
    document = mend(source_of(paged_flow(*pages)))
    assert joined(document.flow) == [
        "Partijen dragen samen zorg voor de volkshuisvesting",
        "in de gemeente; te allen tijde geldt",
        "dat de corporatie bouwt.",
        "De organisatie meldt de realisatie.",
    ]
    assert document.repairs == (
        Repair(RepairKind.HYPHENATION, "volkshuisves-|ting", "volkshuisvesting", 1),
        Repair(RepairKind.LIGATURE, "Ɵ", "ti", 9),
        Repair(RepairKind.OCR, "alien", "allen", 1),
        Repair(RepairKind.RUNNING_HEAD, "Prestatieafspraken Zonnedal ‹nummer›", "", 3),
    )


def test_half_a_word_that_is_nothing_but_damage_is_mended_after_joining() -> None:
    document = mend(source_of(flow_of("Er komen Ɵ-", "jdelijke woningen voor parƟjen.")))
    assert joined(document.flow) == ["Er komen tijdelijke", "woningen voor partijen."]


def test_the_raw_text_and_the_readers_own_repairs_stay() -> None:
    own = Repair(RepairKind.OTHER, "1", "", 3)
    source = replace(source_of(flow_of("De parƟjen en de corporaƟe.")), repairs=(own,))
    document = mend(source)
    assert document.raw == source.raw
    assert document.repairs == (own, Repair(RepairKind.LIGATURE, "Ɵ", "ti", 2))


def test_a_sound_document_comes_back_unchanged() -> None:
    source = source_of(flow_of(*SENTENCES))
    assert mend(source) == source


def test_an_empty_document_comes_back_unchanged() -> None:
    empty: Flow = ()
    assert mend(source_of(empty)).flow == ()
