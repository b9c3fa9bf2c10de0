"""Who commits: the parties that a statement names as its doers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.cast import Cast
from tests.core.extraction.documents import ACTORS, CAST

# What a statement says | who commits
DOERS = """
De gemeente bouwt dertig woningen.                                   | gemeente
De gemeente Waterhoven bouwt dertig woningen.                        | gemeente
Het college van B&W stelt een plan op.                               | gemeente
De gemeenteraad stelt het plan vast.                                 | gemeente
De wethouder spreekt twee keer per jaar met de huurders.             | gemeente
In 2027 bouwt de gemeente dertig woningen.                           | gemeente
De gemeente bespreekt dit met de corporaties.                        | gemeente
Samen met de corporaties maakt de gemeente een plan.                 | gemeente
De gemeente zorgt voor een plan en de corporaties bouwen.            | gemeente, corporaties
De gemeente en de corporaties maken een plan.                        | gemeente, corporaties
De gemeente, corporaties en huurdersorganisaties maken een plan.     | gemeente, corporaties, huurdersorganisaties
Zowel de gemeente als de corporaties maken een plan.                 | gemeente, corporaties
Corporaties wijzen 80% van hun woningen toe aan de doelgroep.        | corporaties
De woningcorporaties onderhouden hun flats.                          | corporaties
De verhuurders melden achterstanden aan de gemeente.                 | corporaties
De huurdersorganisaties geven advies aan de corporaties.             | huurdersorganisaties
De bewonersraad geeft advies.                                        | huurdersorganisaties
Rietveld Wonen bouwt dertig woningen in de gemeente Waterhoven.      | Rietveld Wonen
Rietveld bouwt dertig woningen.                                      | Rietveld Wonen
De Linde en Rietveld Wonen bouwen dertig woningen.                   | De Linde, Rietveld Wonen
De Linde bouwt, samen met de andere corporaties, dertig woningen.    | De Linde
Huurdersvereniging Rietveld organiseert een avond.                   | Huurdersvereniging Rietveld
HVR organiseert een avond.                                           | Huurdersvereniging Rietveld
Wij bouwen dertig woningen.                                          | partijen
We onderzoeken samen waar woningen kunnen komen.                     | partijen
Partijen evalueren de afspraken in het najaar.                       | partijen
Alle betrokken partijen delen hun cijfers.                           | partijen
Er worden dertig woningen gebouwd.                                   |
Dertig woningen in de haven.                                         |
Er worden door de corporaties dertig woningen gebouwd.               | corporaties
Het plan wordt opgesteld door de gemeente en Rietveld Wonen.         | gemeente, Rietveld Wonen
Er komt een afspraak tussen de gemeente en de corporaties.           | gemeente, corporaties
Op verzoek van de gemeente bouwen de corporaties dertig woningen.    | corporaties
De woningen van de corporaties worden door de gemeente gekeurd.      | gemeente
Het gemeentehuis is op maandag open.                                 |
De gemeentelijke leges gaan omlaag.                                  |
De gemeente bouwt. De corporaties worden daarover ingelicht.         | gemeente
De gemeente bouwt. De corporaties slopen de oude flats.              | gemeente, corporaties
Het vocht wordt aangepakt. De corporaties herstellen de muren.       | corporaties
Partijen evalueren de afspraken. De gemeente zit voor.               | partijen
Partijen vinden rust in de wijk belangrijk. De gemeente bouwt.       | gemeente
De gemeente bouwt met Rietveld Wonen en De Linde dertig woningen.    | gemeente
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in DOERS.strip().splitlines()]


@pytest.mark.parametrize(("statement", "doers"), CASES)
def test_a_statement_names_its_doers(statement: str, doers: str) -> None:
    assert ", ".join(ACTORS.doers(statement)) == doers


def test_de_corporatie_is_the_one_that_stands_out() -> None:
    alone = Actors(replace(CAST, sole_association="Rietveld Wonen"))
    assert alone.doers("De corporatie bouwt dertig woningen.") == ("Rietveld Wonen",)
    assert alone.doers("De corporaties bouwen dertig woningen.") == ("corporaties",)
    assert ACTORS.doers("De corporatie bouwt dertig woningen.") == ("corporaties",)


def test_other_municipalities_are_no_party_to_a_local_agreement() -> None:
    region = Actors(replace(CAST, municipalities=("Waterhoven", "Zandhoek")))
    assert ACTORS.doers("Gemeenten bouwen te weinig.") == ()
    assert region.doers("Gemeenten bouwen dertig woningen.") == ("gemeente",)
    assert ACTORS.doers("De provincie stelt geld beschikbaar.") == ()
    assert region.doers("De provincie stelt geld beschikbaar.") == ("provincie",)


def test_in_a_region_a_municipality_has_its_own_name() -> None:
    region = Actors(replace(CAST, municipalities=("Waterhoven", "Zandhoek")))
    assert region.doers("Zandhoek bouwt dertig woningen.") == ("gemeente Zandhoek",)


def test_capitals_throughout_are_a_heading_and_no_pronoun() -> None:
    assert ACTORS.mentions("WE BOUWEN") == []


def test_a_mention_has_its_place() -> None:
    text = "Op verzoek van de gemeente bouwt Rietveld Wonen."
    assert [(text[m.start : m.end], m.name) for m in ACTORS.mentions(text)] == [
        ("gemeente", "gemeente"),
        ("Rietveld Wonen", "Rietveld Wonen"),
    ]


NOT_IN_A_WORD = ["De Lindelaan is smal.", "Het regionale plan ligt klaar.", "Een weekend lang.", "De partijdige pers."]


@pytest.mark.parametrize("text", NOT_IN_A_WORD)
def test_a_name_inside_a_word_is_no_mention(text: str) -> None:
    assert Actors(replace(CAST, municipalities=("Waterhoven", "Zandhoek"))).mentions(text) == []


def test_without_any_names_the_roles_are_still_known() -> None:
    assert Actors(Cast()).doers("De gemeente en de corporaties bouwen.") == ("gemeente", "corporaties")


WORDS = "de gemeente corporaties Rietveld Wonen HVR wij partijen en , . met door van bouwt zullen huurders ( )".split()


@given(st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join) | st.text(max_size=60))
def test_doers_are_mentioned_and_named_once(text: str) -> None:
    doers = ACTORS.doers(text)
    assert set(doers) <= {mention.name for mention in ACTORS.mentions(text)}
    assert len(set(doers)) == len(doers)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in ACTORS.mentions(text))
