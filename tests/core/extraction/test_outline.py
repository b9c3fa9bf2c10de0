"""Where a statement stands: its chapter and section, and what the headings above it promise."""

from __future__ import annotations

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.headings import Stance
from samenspraak.core.extraction.outline import Place, outline
from tests.core.extraction.documents import PARTIES, blocks_in


def places(text: str) -> dict[str, Place]:
    """Return the place of every paragraph and item, by its first word."""
    placed = outline(blocks_in(text), PARTIES)
    return {e.block.text.split()[0]: e.place for e in placed if e.block.kind is not BlockKind.HEADING}


def test_a_statement_stands_under_its_chapter_and_section() -> None:
    found = places(
        """
        1. Beschikbaarheid

        1.1 Bouwen in de haven

        Dertig woningen komen er bij.

        1.2 Verkoop

        Twintig woningen gaan er af.

        2. Leefbaarheid

        Tien buurten worden schoner.
        """
    )
    assert (found["Dertig"].chapter, found["Dertig"].section) == ("Beschikbaarheid", "Bouwen in de haven")
    assert (found["Twintig"].chapter, found["Twintig"].section) == ("Beschikbaarheid", "Verkoop")
    assert (found["Tien"].chapter, found["Tien"].section) == ("Leefbaarheid", "")
    assert found["Tien"].heading == "Leefbaarheid"


def test_afspraken_names_no_section_and_promises() -> None:
    place = places(
        """
        Betaalbaarheid

        Huurprijzen

        Veel huurders hebben weinig geld.

        Afspraken

        Rietveld verlaagt de huren.
        """
    )["Rietveld"]
    assert (place.chapter, place.section, place.structural) == ("Betaalbaarheid", "Huurprijzen", "Afspraken")
    assert place.promise is Stance.COMMITTING


def test_a_promise_ends_at_the_next_heading_of_context() -> None:
    found = places(
        """
        Wat gaan we doen?

        Wij bouwen dertig woningen.

        Toelichting

        Er is weinig grond in de stad.
        """
    )
    assert found["Wij"].promise is Stance.COMMITTING
    assert found["Er"].promise is Stance.CONTEXT


def test_a_promise_holds_for_the_sections_below_it() -> None:
    found = places(
        """
        Prestatieafspraken met de huurders

        Onderhoud van de flats

        Wij schilderen de flats.

        Nationale prestatieafspraken

        Het Rijk bouwt.
        """
    )
    assert found["Wij"].promise is Stance.COMMITTING
    assert found["Het"].promise is Stance.EXCLUDED


def test_a_sentence_before_a_list_says_what_the_list_holds_and_no_more() -> None:
    found = places(
        """
        Vorig jaar was een druk jaar. De belangrijkste resultaten zijn:

        • Dertig woningen zijn gebouwd

        • Twintig huurders zijn verhuisd

        Nu volgt een rustig jaar.
        """
    )
    assert found["Dertig"].promise is found["Twintig"].promise is Stance.CONTEXT
    assert found["Nu"].promise is Stance.NEUTRAL


def test_under_a_party_stands_what_it_does() -> None:
    place = places(
        """
        Schulden voorkomen

        De gemeente:

        • helpt huurders die schulden hebben
        """
    )["helpt"]
    assert (place.party, place.heading, place.promise) == ("De gemeente", "Schulden voorkomen", Stance.COMMITTING)


def test_under_a_party_in_a_section_of_context_stands_context() -> None:
    place = places(
        """
        Terugblik

        De gemeente:

        • hielp huurders die schulden hadden
        """
    )["hielp"]
    assert place.promise is Stance.CONTEXT


def test_an_annex_is_an_annex_until_the_end_of_its_sections() -> None:
    found = places(
        """
        Afspraken

        Wij bouwen dertig woningen.

        Bijlage 1 Kaarten van de stad

        De haven

        Daar ligt veel grond.
        """
    )
    assert not found["Wij"].is_annex
    assert found["Daar"].is_annex


def test_at_the_top_of_a_page_a_theme_opens_a_chapter() -> None:
    text = """
        Wonen in de stad
        {break}
        Betaalbare huren voor iedereen

        De huren stijgen niet.

        {other}
        Schone energie voor elke flat

        Warmte komt uit de zee.
        """
    apart = places(text.format(**{"break": "\f", "other": "\f"}))
    assert (apart["De"].chapter, apart["Warmte"].chapter) == (
        "Betaalbare huren voor iedereen",
        "Schone energie voor elke flat",
    )
    below = places(text.format(**{"break": "\f", "other": ""}))
    assert (below["Warmte"].chapter, below["Warmte"].section) == (
        "Betaalbare huren voor iedereen",
        "Schone energie voor elke flat",
    )


def test_a_long_heading_about_a_theme_is_a_section() -> None:
    found = places(
        """
        1. Beschikbaarheid

        Er is weinig grond.
        \f
        Hoe wij ervoor zorgen dat starters een betaalbare woning vinden

        Loting helpt daarbij.
        """
    )
    assert found["Loting"].chapter == "Beschikbaarheid"
    assert found["Loting"].section.startswith("Hoe wij ervoor zorgen")


def test_a_heading_at_the_top_of_a_page_without_a_theme_is_a_section() -> None:
    found = places("1. Beschikbaarheid\n\nEr is weinig grond.\n\f\nAan de kade\n\nLoting helpt daarbij.")
    assert (found["Loting"].chapter, found["Loting"].section) == ("Beschikbaarheid", "Aan de kade")


def test_a_line_that_announces_a_list_begins_no_section() -> None:
    found = places(
        """
        Bouwen in de haven

        Wij spreken af dat:

        a) dertig woningen worden gebouwd;

        b) twintig woningen worden verkocht.

        Er is weinig grond.
        """
    )
    assert {place.section or place.chapter for place in found.values()} == {"Bouwen in de haven"}
    assert [found[word].promise for word in ("dertig", "twintig", "Er")] == [
        Stance.COMMITTING,
        Stance.COMMITTING,
        Stance.NEUTRAL,
    ]


def test_the_state_may_stand_above_its_list_as_any_party() -> None:
    found = places(
        "1 Wat doet wie\n\nHet Rijk:\n\n- betaalt mee.\n\n- denkt mee.\n\nDe provincie:\n\n- leent uit.\n\n- ziet toe."
    )
    assert [found[word].party for word in ("betaalt", "leent")] == ["Het Rijk", "De provincie"]


def test_beside_headings_of_other_themes_a_themes_name_is_no_chapter_above_them() -> None:
    placed = outline(
        blocks_in(
            """
            Woonafspraken

            Bouwen

            De Linde bouwt veertig woningen.

            Zorg

            De Linde houdt acht woningen beschikbaar.

            Wijken

            De gemeente opent een huis voor bewoners.
            """
        ),
        PARTIES,
    )
    last = placed[-1].place
    assert (last.chapter, last.section) == ("", "Wijken")
