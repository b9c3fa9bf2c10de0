"""The letter to the council keeps its order, and explains what is behind."""

from __future__ import annotations

from dataclasses import replace

from samenspraak.core.composition.council_letter import SUCCESSES, council_letter
from tests.core.composition.reading import headings, sentences, under
from tests.core.composition.waterhoven import GREEN, LINES, MATERIAL, line

LETTER = council_letter(MATERIAL)


def test_the_order_is_that_of_such_letters() -> None:
    assert [title for title in headings(LETTER) if not title.startswith("J ")] == [
        "Aanleiding",
        "Partijen en afspraken",
        "Stand van zaken",
        "Wat achterloopt",
        "Wat is bereikt",
        "Nieuw voor 2027",
        "Bijlagen",
    ]


def test_it_says_when_and_for_which_years_was_signed() -> None:
    assert "Op 11 december 2025 zijn de prestatieafspraken “Samen wonen in Waterhoven” gesloten" in sentences(LETTER)


def test_parties_are_named_by_their_side() -> None:
    assert "Woningcorporaties: Woonstichting De Linde en Thuisvast" in under(LETTER, "Partijen en afspraken")


def test_how_it_is_followed_and_what_the_colours_mean_is_said() -> None:
    told = under(LETTER, "Partijen en afspraken")
    assert "De stand is samen vastgesteld." in told
    assert "“Loopt achter” betekent: loopt achter of is nog niet begonnen." in told
    draft = council_letter(replace(MATERIAL, is_adopted=False))
    assert "De stand wordt nog samen vastgesteld." in under(draft, "Partijen en afspraken")


def test_the_state_is_told_in_words_and_names_what_is_disputed() -> None:
    assert under(LETTER, "Stand van zaken") == (
        "De monitor volgt zes afspraken: twee op schema, twee vraagt actie, één loopt achter en één nog niet bekend."
        " Partijen verschillen van mening over de stand van J 2.2 Woonlasten."
    )


def test_every_red_commitment_is_explained_with_what_happens_next() -> None:
    assert under(LETTER, "Wat achterloopt") == (
        "Eén afspraak vraagt extra aandacht.\nLoopt achter: Thuisvast wees 52% toe, 70% was de bedoeling."
        " Volgende stap: het huurbeleid gaat per 1 januari om."
    )


def test_a_red_commitment_without_a_reason_says_so() -> None:
    bare = replace(LINES[2], reason="", next_step="")
    assert "Een reden is niet opgegeven." in under(council_letter(replace(MATERIAL, lines=(bare,))), "Wat achterloopt")


def test_nothing_red_is_said_as_well() -> None:
    letter = council_letter(replace(MATERIAL, lines=LINES[:2]))
    assert under(letter, "Wat achterloopt") == "Geen enkele afspraak staat op “loopt achter”."


def test_successes_come_from_every_theme_and_are_few() -> None:
    many = tuple(line(f"J 1.{n}", f"Stap {n}", GREEN, "Op schema", progress="Klaar.") for n in range(1, 15))
    letter = council_letter(replace(MATERIAL, lines=(*many, LINES[3]), upcoming=()))
    reached = [title for title in headings(letter) if title.startswith("J ")]
    assert len(reached) == SUCCESSES
    assert reached[:2] == ["J 1.1 Stap 1", "J 2.1 Huurbeleid"]


def test_what_is_new_next_year_and_the_annexes_are_listed() -> None:
    assert under(LETTER, "Nieuw voor 2027") == (
        "Voor 2027 is er één nieuwe afspraak.\nVeertig woningen, zo spreken partijen af."
    )
    assert "J 1.1 Veertig woningen" in headings(LETTER)
    assert under(LETTER, "Bijlagen") == (
        "Samen wonen in Waterhoven, 2026 tot en met 2029\nMonitor prestatieafspraken, tweede ronde 2026"
    )


def test_what_goes_on_is_counted_and_not_called_new() -> None:
    again = replace(MATERIAL.upcoming[0], is_new=False)
    both = council_letter(replace(MATERIAL, upcoming=(*MATERIAL.upcoming, again), year=2026))
    assert "Voor 2027 is er één nieuwe afspraak; één afspraak van dit jaar loopt door in 2027." in sentences(both)
    none = under(council_letter(replace(MATERIAL, upcoming=(again,))), "Nieuw voor 2027")
    assert none == "Eén afspraak van dit jaar loopt door in 2027; er zijn geen nieuwe afspraken bij gekomen."


def test_it_says_so_when_nothing_is_known_of_next_year() -> None:
    letter = council_letter(replace(MATERIAL, upcoming=()))
    assert under(letter, "Nieuw voor 2027") == "Voor 2027 staan nog geen afspraken in het register."


def test_many_new_ones_are_a_list_and_not_a_letter() -> None:
    many = tuple(line(f"J {n}", f"Stap {n}", None, "", is_new=True) for n in range(SUCCESSES + 1))
    letter = council_letter(replace(MATERIAL, upcoming=many))
    assert under(letter, "Nieuw voor 2027").startswith(
        "Voor 2027 zijn er elf nieuwe afspraken.\nJ 0 Stap 0\nJ 1 Stap 1"
    )
