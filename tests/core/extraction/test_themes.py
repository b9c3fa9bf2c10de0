"""What a commitment is about: its chapter decides, then its section, its title and its own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.theme_finder import theme_of, themes_named

HEADINGS = """
Beschikbaarheid                         | availability
Nieuwbouw in de haven                   | availability
Doorstroming en toewijzing              | availability
Verkoop van woningen                    | availability
Betaalbaarheid                          | affordability
Huurachterstanden voorkomen             | affordability
Schuldhulp                              | affordability
Duurzaamheid                            | sustainability
Van het gas af met een warmtenet        | sustainability
Isolatie van oude flats                 | sustainability
Wonen en zorg                           | care
Ouderen langer thuis                    | care
Statushouders                           | care
Leefbaarheid                            | liveability
Overlast en veiligheid                  | liveability
Woonfraude                              | liveability
Samenwerking                            | cooperation
Overleg en monitoring                   | cooperation
Looptijd en geschillen                  | cooperation
Betaalbare en duurzame woningen         | affordability, sustainability
Zorg voor een leefbare buurt            | care, liveability
Inleiding                               |
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in HEADINGS.strip().splitlines()]


@pytest.mark.parametrize(("heading", "themes"), CASES)
def test_a_heading_names_themes(heading: str, themes: str) -> None:
    assert ", ".join(themes_named(heading)) == themes


# chapter | section | title | text | theme
DECIDED = """
Betaalbaarheid           |                  |                | De gemeente bouwt dertig woningen.   | affordability
                         | Duurzaamheid     |                | De gemeente bouwt dertig woningen.   | sustainability
                         |                  | Zorgwoningen   | De gemeente bouwt dertig woningen.   | care
                         |                  |                | De huurprijzen stijgen niet.         | affordability
Inleiding                |                  |                | Wij overleggen elk kwartaal.         | cooperation
Betaalbaar en duurzaam   |                  | Isolatie       | Wij bouwen.                          | sustainability
Betaalbaar en duurzaam   |                  |                | Schulden, schulden en een label.     | affordability
Betaalbaar en duurzaam   | Wonen en zorg    |                | Schulden worden voorkomen.           | affordability
Beschikbaarheid          | Woonfraude       |                | Wij delen meldingen.                 | liveability
Beschikbaarheid          |                  | Woonfraude     | Wij delen meldingen.                 | liveability
                         |                  |                | Wij kopen dertig huizen.             | availability
                         |                  |                | Wij gaan aan de slag.                |
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in DECIDED.strip("\n").splitlines()]


@pytest.mark.parametrize(("chapter", "section", "title", "text", "theme"), ROWS)
def test_the_widest_heading_that_is_clear_decides(
    chapter: str, section: str, title: str, text: str, theme: str
) -> None:
    found = theme_of(chapter, section, title, text)
    assert (found.value if found else "") == theme


def test_every_theme_has_words() -> None:
    assert {theme.value for theme in Theme} == {theme for _, themes in CASES for theme in themes.split(", ") if theme}


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=80))
def test_any_words_give_a_theme_or_none(heading: str, title: str, text: str) -> None:
    assert theme_of(heading, "", title, text) in {*Theme, None}
