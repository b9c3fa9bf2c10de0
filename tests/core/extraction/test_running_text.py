"""The language of commitment: what is promised in running text, told from what is only said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.knowledge import Weights
from samenspraak.core.extraction.language import features_of, score, verb_group
from samenspraak.core.extraction.outline import outline
from samenspraak.core.extraction.prose import IN_A_YEAR, Prose
from samenspraak.core.extraction.sentence_features import features_in
from samenspraak.core.extraction.validity import says_how_often
from tests.core.extraction.documents import ACTORS, KNOWLEDGE, PARTIES, block, blocks_in, understood

PROSE = Prose(ACTORS, KNOWLEDGE.weights)

COMMITS = [
    "De gemeente wijst uiterlijk in 2027 grond aan voor ten minste dertig woningen.",
    "De corporaties bouwen samen jaarlijks minimaal veertig woningen.",
    "Rietveld Wonen isoleert elk jaar honderd woningen.",
    "Partijen evalueren deze afspraken jaarlijks in het najaar.",
    "De gemeente zal de leges voor sociale huurwoningen verlagen.",
    "Wij spreken af dat de huren met niet meer dan twee procent stijgen.",
    "De gemeente en de corporaties onderzoeken samen waar tijdelijke woningen kunnen komen.",
    "Huurdersraad De Linde organiseert ieder jaar een bijeenkomst voor huurders.",
    "De corporaties zorgen ervoor dat elke melding binnen vijf dagen is beantwoord.",
]
ONLY_SAYS = [
    "De wachttijd is sinds 2020 opgelopen tot zeven jaar.",
    "Veel bewoners zijn ouder dan zeventig jaar.",
    "Het Rijk heeft de wet vorig jaar gewijzigd.",
    "Er is in de regio een tekort aan bouwgrond.",
    "De minister wil dat gemeenten meer woningen bouwen.",
    "Dat komt doordat de bouwkosten zijn gestegen.",
    "In 2024 werden twintig woningen opgeleverd.",
    "Wat vinden bewoners daarvan?",
    "De opkomst was hoger dan vorig jaar.",
    "Met passend toewijzen wordt bedoeld dat huur en inkomen bij elkaar passen.",
]


@pytest.mark.parametrize("sentence", COMMITS)
def test_this_sentence_commits(sentence: str) -> None:
    assert PROSE.score(sentence) >= PROSE.thresholds.running


@pytest.mark.parametrize("sentence", ONLY_SAYS)
def test_this_sentence_only_says_something(sentence: str) -> None:
    assert PROSE.score(sentence) < PROSE.thresholds.running


FEATURES = [
    ("De gemeente bouwt dertig woningen.", {"party in front", "acts: gemeente", "does: does a duty"}),
    ("Rietveld Wonen zal bouwen.", {"acts: corporaties", "does: will", "will"}),
    ("Huurdersraad De Linde kan advies geven.", {"acts: huurdersorganisaties", "does: may", "may"}),
    ("In 2027 bouwen de corporaties dertig woningen.", {"party after the verb", "does: does a duty", "looks ahead"}),
    ("Partijen spreken af dat zij bouwen.", {"acts: partijen", "does: promises", "promises"}),
    ("De woning van de gemeente is oud.", {"party only mentioned", "is something"}),
    ("De flats zijn oud en vochtig.", {"no party"}),
    ("Zij bouwen dertig woningen.", {"they act", "does: does a duty"}),
    ("Het Rijk stelt de regels vast.", {"others act", "the state or the law"}),
    ("Uiterlijk 2027 zijn ten minste dertig woningen klaar.", {"sets a term", "sets a number"} - {"sets a number"}),
    ("Ten minste 30 woningen worden verkocht.", {"sets a number", "is being done"}),
    ("Waarom bouwen wij?", {"asks", "very short"}),
    ("Dit leidt tot meer rust in de wijk.", {"points back"}),
    ("Daarnaast bouwt de gemeente een school.", {"continues"}),
    ("De corporaties overleggen elk kwartaal met elkaar.", {"recurs", "together"}),
]


@pytest.mark.parametrize(("sentence", "expected"), FEATURES)
def test_the_features_of_a_sentence_can_be_checked_by_a_reader(sentence: str, expected: set[str]) -> None:
    assert expected <= features_of(sentence, ACTORS)


ABSENT = [
    ("De gemeente bouwt dertig woningen.", {"no party", "past tense", "asks", "very long", "others act"}),
    ("De zandweg loopt dood.", {"will", "may", "must", "is something", "has been done"}),
]


@pytest.mark.parametrize(("sentence", "absent"), ABSENT)
def test_a_feature_that_does_not_hold_is_not_there(sentence: str, absent: set[str]) -> None:
    assert not absent & features_of(sentence, ACTORS)


VERBS = [
    ("bouwt", "does a duty"),
    ("zullen", "will"),
    ("gaan", "goes to"),
    ("is", "is"),
    ("verwacht", "sees"),
    ("streven", "promises"),
    ("onderzoekt", "does a duty"),
    ("realiseerden", "did"),
    ("woning", None),
    ("", None),
]


@pytest.mark.parametrize(("word", "group"), VERBS)
def test_a_verb_belongs_to_a_group_by_what_it_says(word: str, group: str | None) -> None:
    assert verb_group(word) == group


def test_the_second_sentence_counts_as_what_follows() -> None:
    found = features_of("Er is weinig grond. De gemeente bouwt daarom hoog.", ACTORS)
    assert {"then does: does a duty", "no party"} <= found


def test_a_word_is_a_word_and_no_part_of_one() -> None:
    assert "will" not in features_in("de zalm in de rivier")
    assert "judges" in features_in("een belangrijke stap")


def test_the_score_is_the_bias_and_the_weights_of_what_holds() -> None:
    weights = Weights(-1.0, {"will": 2.0, "may": -3.0})
    assert score(frozenset({"will", "no weight"}), weights) == 1.0
    assert score(frozenset(), weights) == -1.0


def test_a_statement_keeps_the_sentences_that_only_elaborate() -> None:
    text = (
        "Er is weinig grond in de stad. De gemeente wijst uiterlijk in 2027 grond aan voor dertig woningen. "
        "De meeste grond ligt daar al jaren braak. Rietveld Wonen bouwt daar jaarlijks minimaal tien woningen."
    )
    found = PROSE.candidates(outline([block(text)], PARTIES))
    assert [c.text for c in found] == [
        "De gemeente wijst uiterlijk in 2027 grond aan voor dertig woningen. De meeste grond ligt daar al jaren braak.",
        "Rietveld Wonen bouwt daar jaarlijks minimaal tien woningen.",
    ]
    assert text[found[1].span.start : found[1].span.end] == found[1].text


def test_a_statement_in_running_text_has_the_heading_above_it_as_title() -> None:
    placed = outline(blocks_in(f"Bouwen in de haven\n\n{COMMITS[0]}\n\nEr is weinig grond."), PARTIES)
    assert [c.title for c in PROSE.candidates(placed)] == ["Bouwen in de haven"]
    assert [c.title for c in PROSE.candidates(outline([block(COMMITS[0])], PARTIES))] == [None]


def test_a_list_item_is_a_statement_as_a_whole() -> None:
    item = block("De gemeente wijst uiterlijk in 2027 grond aan. De haven ligt braak.", BlockKind.ITEM)
    assert [c.text for c in PROSE.candidates(outline([item], PARTIES))] == [item.text]


UNREAD = {
    "a heading": "De gemeente bouwt\n\nEr is weinig grond in de stad.",
    "an annex": "Bijlage 1 Plannen\n\nDe gemeente wijst uiterlijk in 2027 grond aan voor dertig woningen.",
    "national agreements": "Nationale prestatieafspraken\n\nDe corporaties bouwen jaarlijks 30.000 woningen.",
    "a footnote": "1 De gemeente wijst uiterlijk in 2027 grond aan voor dertig woningen.",
    "a lead-in": "De gemeente neemt in 2026 de volgende maatregelen:",
    "a few words": "Partijen bouwen samen.",
}


@pytest.mark.parametrize("text", UNREAD.values(), ids=UNREAD)
def test_here_no_statement_is_looked_for(text: str) -> None:
    assert PROSE.candidates(outline(blocks_in(text), PARTIES)) == []


PARTIES_NAMED = "Gemeente Waterhoven, Rietveld Wonen, De Linde en Huurdersraad De Linde"
PLAIN = " ".join(COMMITS)
FACTS = " ".join(ONLY_SAYS)


def test_a_document_of_running_text_is_read_by_its_language_alone() -> None:
    found = understood(f"Samen bouwen aan Waterhoven\n\n{PARTIES_NAMED}\n\n{FACTS}\n\n{PLAIN}").commitments
    assert [c.text for c in found] == COMMITS


def test_a_text_in_which_hardly_anything_commits_holds_nothing() -> None:
    few = " ".join([*ONLY_SAYS * 6, *COMMITS[:5]])
    assert understood(f"Wonen in Waterhoven\n\n{few}").commitments == ()
    assert understood(f"Wonen in Waterhoven\n\n{' '.join(COMMITS[:4])}").commitments == ()


@pytest.mark.parametrize("title", ["Verslag van het bestuurlijk overleg", "Nieuwsbericht", "Woonvisie Waterhoven"])
def test_a_report_in_which_some_sentences_commit_holds_nothing(title: str) -> None:
    text = f"{PARTIES_NAMED}\n\n{FACTS} {' '.join(COMMITS[:5])}"
    assert understood(f"Samen bouwen\n\n{text}").commitments != ()
    assert understood(f"{title}\n\n{text}").commitments == ()


WORDS = st.sampled_from("de gemeente corporaties bouwen zal Rietveld Wonen is niet . ? , : dertig 2027 wij en".split())


@given(st.lists(WORDS, max_size=20).map(" ".join) | st.text(max_size=80))
def test_any_words_have_a_score_and_always_the_same(text: str) -> None:
    assert Prose(ACTORS, KNOWLEDGE.weights).score(text) == PROSE.score(text)


CONTEXT_ITEMS = [
    ("Op dit moment zijn er te weinig woningen.", True),
    ("Het Rijk heeft de wet gewijzigd. Veel bewoners weten dat niet.", True),
    ("Sinds vorig jaar zal de gemeente uiterlijk in 2027 dertig woningen bouwen.", False),
    ("De gemeente bouwt dertig woningen.", False),
    ("De flats zijn oud.", False),
    ("Het Rijk heeft de wet gewijzigd. De gemeente bouwt daarom jaarlijks minimaal dertig woningen.", False),
]


@pytest.mark.parametrize(("text", "expected"), CONTEXT_ITEMS)
def test_an_item_of_plain_facts_is_context(text: str, *, expected: bool) -> None:
    assert PROSE.is_context(text) is expected


def test_an_item_opens_with_its_first_two_sentences() -> None:
    facts = "De flats zijn oud. Veel bewoners zijn dat ook."
    assert PROSE.opening(f"{facts} {COMMITS[0]}") == PROSE.opening(facts) < PROSE.best(f"{facts} {COMMITS[0]}")
    assert PROSE.opening(f"De flats zijn oud. {COMMITS[0]}") == PROSE.score(COMMITS[0])


def test_behind_then_stands_only_what_the_second_sentence_says_of_its_doer() -> None:
    found = features_of("Er is weinig grond. De gemeente bouwt daarom hoog.", ACTORS)
    assert {name for name in found if name.startswith("then ")} == {"then does: does a duty"}


INVERTED = [
    ("Ook bouwt de gemeente.", "does a duty"),
    ("Vanaf 2027 zal de gemeente verkopen.", "will"),
]


@pytest.mark.parametrize(("sentence", "group"), INVERTED)
def test_in_an_inverted_sentence_the_verb_stands_before_its_doer(sentence: str, group: str) -> None:
    assert f"does: {group}" in features_of(sentence, ACTORS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze afspraken gelden van 1 januari 2026 tot en met 31 december 2029.",
        "De woondeal loopt tot en met 31 december 2030.",
        "Deze overeenkomst treedt in werking op 1 januari 2026.",
    ],
)
def test_for_how_long_agreements_hold_is_agreed_by_all(sentence: str) -> None:
    (found,) = PROSE.candidates(outline([block(sentence)], PARTIES))
    assert found.text == sentence
    (commitment,) = understood(f"Prestatieafspraken Waterhoven\n\n{' '.join(COMMITS)} {sentence}").commitments[-1:]
    assert [party.name for party in commitment.parties] == ["partijen"]


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeente is in 2024 gestart met coaches voor bewoners die dat willen.",
        "De corporaties hebben vorig jaar samen veertig woningen opgeleverd in de haven.",
        "De huurdersraad heeft gevraagd om meer tijd voor het advies aan de gemeente.",
        "De huurdersraad pleit voor een lagere huur en wil dat de gemeente betaalt.",
    ],
)
def test_what_was_done_and_what_others_ask_for_is_no_commitment(sentence: str) -> None:
    assert PROSE.candidates(outline([block(sentence)], PARTIES)) == []


STORY = """
Prestatieafspraken Waterhoven 2024-2027

Gemeente Waterhoven, Woonstichting De Linde en Huurdersraad De Linde

Landelijk beleid

Het Rijk wil dat er 900.000 woningen worden gebouwd. Corporaties verbeteren alle woningen met een slecht label.

Wonen in de dorpen

Jongeren vinden moeilijk een woning. De gemeente heeft in de dorpen een onderzoek gehouden. De Linde bouwt tot en met
2027 60 woningen in de dorpen. De gemeente zorgt voor een locatie in elk dorp. De Linde stelt een verhuiscoach aan.

Hoe we samenwerken

De samenwerking is goed verlopen. Het bestuurlijk overleg komt twee keer per jaar bijeen. De gemeente organiseert in
2025 een bijeenkomst met de raad.
"""


def test_the_policy_of_the_state_ends_where_the_next_heading_stands() -> None:
    found = [commitment.text.split(" ", 3)[:3] for commitment in understood(STORY).commitments]
    assert found == [
        ["De", "Linde", "bouwt"],
        ["De", "gemeente", "zorgt"],
        ["De", "Linde", "stelt"],
        ["Het", "bestuurlijk", "overleg"],
        ["De", "gemeente", "organiseert"],
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Het bestuurlijk overleg komt twee keer per jaar bijeen.", True),
        ("De regiegroep vergadert elke zes weken.", True),
        ("De bestuurders spreken elkaar drie keer per jaar.", True),
        ("Ieder kwartaal vindt een ambtelijk overleg plaats.", True),
        ("De bestuurders spreken elkaar op 11 juni.", False),
        ("De gemeente stelt jaarlijks een lijst op.", False),
    ],
)
def test_how_often_people_meet_is_agreed_by_its_words(sentence: str, *, expected: bool) -> None:
    assert says_how_often(sentence) is expected


def test_what_a_party_has_done_reads_less_like_a_commitment_than_what_it_does() -> None:
    assert "does: did" in features_of("De gemeente heeft de woonvisie vastgesteld.", ACTORS)
    assert "does: has" in features_of("De gemeente heeft een regierol.", ACTORS)


def test_an_item_that_opens_with_a_question_only_talks_about_it() -> None:
    text = STORY.replace(
        "Hoe we samenwerken\n", "Hoe we samenwerken\n\n- Hoe bouwen we door? De gemeente deed een oproep.\n"
    )
    assert not any("oproep" in commitment.text for commitment in understood(text).commitments)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("In 2026: oplevering van 45 woningen aan de Parklaan.", True),
        ("Eind 2026: start van de bouw aan de Ringdijk.", True),
        ("In 2024: bouw van 45 woningen afgerond.", False),
        ("In 2026: een gure winter.", False),
    ],
)
def test_a_line_with_a_year_and_an_activity_says_what_will_be_done(line: str, *, expected: bool) -> None:
    assert bool(IN_A_YEAR.match(line)) is expected
