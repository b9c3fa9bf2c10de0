"""A report can only be built so that somebody can follow it."""

from __future__ import annotations

from datetime import date

import pytest

from samenspraak.core.composition.cleaning import writable
from samenspraak.core.composition.errors import MalformedReport
from samenspraak.core.composition.tree import (
    Block,
    Cell,
    Column,
    Figure,
    Footnote,
    Heading,
    Light,
    Link,
    Report,
    Table,
    Text,
    cell,
    text_of,
    words,
)
from samenspraak.core.vocabulary.traffic_light import TrafficLight

COLUMNS = (Column("Nr.", 0.2), Column("Afspraak", 0.8))


def report(*blocks: Block) -> Report:
    return Report(title="Monitor", blocks=blocks, made_on=date(2026, 10, 2))


def test_a_heading_follows_the_level_above_it() -> None:
    report(Heading("Een"), Heading("Twee", 2), Heading("Drie", 3), Heading("Weer een"))
    with pytest.raises(MalformedReport, match=r"Drie.*niveau overgeslagen"):
        report(Heading("Een"), Heading("Drie", 3))


@pytest.mark.parametrize("level", [0, 5])
def test_a_heading_has_one_of_four_levels(level: int) -> None:
    with pytest.raises(MalformedReport):
        Heading("Kop", level)


def test_a_heading_has_words() -> None:
    with pytest.raises(MalformedReport):
        Heading(" \x00 ")


def test_a_report_has_a_title() -> None:
    with pytest.raises(MalformedReport):
        Report(title="\x07", blocks=(), made_on=date(2026, 1, 1))


def test_a_row_that_is_too_short_is_named() -> None:
    with pytest.raises(MalformedReport, match="Rij 2 heeft 1 cellen, de tabel 2 kolommen"):
        Table("Tabel", COLUMNS, ((cell("1"), cell("a")), (cell("2"),)))


def test_a_light_says_in_words_what_it_is() -> None:
    with pytest.raises(MalformedReport):
        Light(TrafficLight.RED, " ")


def test_a_figure_says_in_words_what_it_shows() -> None:
    with pytest.raises(MalformedReport, match="in woorden"):
        Figure("Stand", " ", b"", b"", Table("Tabel", COLUMNS, ()))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "", "data:text/html,x"])
def test_a_link_leads_to_a_page_or_a_mailbox(address: str) -> None:
    with pytest.raises(MalformedReport):
        Link("hier", address)


def test_a_cell_has_the_colour_of_its_only_light() -> None:
    green, red = (Light(light, light.value) for light in (TrafficLight.GREEN, TrafficLight.RED))
    assert Cell(((green,),)).light is TrafficLight.GREEN
    assert Cell(((green, Text(" en "), red),)).light is None
    assert cell("geen").light is None


def test_a_line_is_read_aloud_without_its_footnotes() -> None:
    line = (Text("Stand: "), Light(TrafficLight.AMBER, "Vraagt actie"), Footnote("Cijfers van mei."))
    assert text_of((*line, Link(" meer", "https://voorbeeld.nl"))) == "Stand: Vraagt actie meer"


CASES = [
    ("a\x00b\x0bc", "abc"),
    ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
    ("tab\tblijft", "tab\tblijft"),
    ("\uf0b7 punt", "• punt"),
    ("\ue123 eigen teken", " eigen teken"),
    ("half \ud83d paar", "half  paar"),
    ("heel 😀 en \u202e rechts", "heel 😀 en \u202e rechts"),
    ("\ufffe\uffff", ""),
]


@pytest.mark.parametrize(("raw", "clean"), CASES)
def test_what_no_format_can_hold_is_left_out(raw: str, clean: str) -> None:
    assert writable(raw) == clean
    assert text_of(words(raw)) == clean


def test_only_a_table_of_few_short_rows_is_kept_on_one_page() -> None:
    columns = (Column("Begrip", 0.3), Column("Betekenis", 0.7))
    explained = [Table("Begrippen", columns, ((cell("Woning"), cell("x" * length)),)) for length in (120, 121)]
    assert [table.is_short for table in explained] == [True, False]
    assert not Table("Begrippen", columns, ((cell("Woning"), cell("a\nb")),)).is_short
    assert not Table("Begrippen", columns, ((cell("Woning"), cell("")),) * 11).is_short
