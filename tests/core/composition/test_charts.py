"""A chart says in words and numbers what it shows, and never leans on colour alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samenspraak.core.composition.amounts import amount, bounded, numeral
from samenspraak.core.composition.charts.frame import LETTER_WIDTH, LONGEST_LABEL, labels
from samenspraak.core.composition.charts.key import Mark, key
from samenspraak.core.composition.charts.lights import lights_chart
from samenspraak.core.composition.charts.over_time import moment, series_chart
from samenspraak.core.composition.charts.targets import targets_chart
from samenspraak.core.composition.look import LIGHTS
from samenspraak.core.composition.material import Moment
from samenspraak.core.composition.monitor import monitor_report
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.composition.tree import Chart, Report
from samenspraak.core.measurement.comparing import NotComparable
from samenspraak.core.measurement.expectations import Expectation
from samenspraak.core.measurement.forecast import Expected
from samenspraak.core.measurement.indicators import Difference
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from samenspraak.core.vocabulary.wording import Sentence
from tests.core.composition.reading import headings, under, words_of
from tests.core.composition.waterhoven import AMBER, GREEN, MATERIAL, RED

WORDS = {
    GREEN: "Op schema",
    AMBER: "Vraagt actie",
    RED: "Loopt achter",
    TrafficLight.GREY: "Nu niet aan de orde",
    None: "Nog niet bekend",
}
TELEPHONE = 300  # what a card on a screen of 390 has for a picture
HOMES = Series(
    "J 1.1 Zestig woningen in aanbouw",
    60,
    "dwelling",
    due=date(2028, 12, 31),
    observations=(Observation(date(2026, 4, 30), 12), Observation(date(2026, 8, 31), 28)),
    expected=Observation(date(2028, 12, 31), 56, 48, 63),
    path=((date(2026, 1, 1), 0), (date(2028, 12, 31), 60)),
)


def chart_of(report: Report, title: str) -> Chart:
    return next(block for block in report.blocks if isinstance(block, Chart) and block.title == title)


def rows(chart: Chart) -> list[list[str]]:
    return [[words_of(cell) for cell in row] for row in chart.table.rows]


def test_the_table_behind_a_chart_holds_every_number_in_it() -> None:
    chart = lights_chart("Stand", "Thema", [("Bouwen", {GREEN: 3, RED: 1}), ("Zorg", {None: 2})], WORDS)
    assert chart is not None
    assert [column.title for column in chart.table.columns] == [
        "Thema",
        "Op schema",
        "Loopt achter",
        "Nog niet bekend",
        "Samen",
    ]
    assert rows(chart) == [["Bouwen", "3", "1", "0", "4"], ["Zorg", "0", "0", "2", "2"]]
    assert "Bouwen: 3 op schema, 1 loopt achter. Zorg: 2 nog niet bekend." in chart.alternative


def test_every_light_in_a_chart_has_a_shape_of_its_own_and_a_word_in_the_legend() -> None:
    chart = lights_chart("Stand", "Thema", [("Bouwen", dict.fromkeys(WORDS, 4))], WORDS)
    assert chart is not None
    bars, legend = json.loads(chart.drawing)["vconcat"]
    assert [entry["word"] for entry in legend["data"]["values"]] == list(WORDS.values())
    assert len({entry["shape"] for entry in legend["data"]["values"]}) == len(WORDS)
    assert [part["text"] for part in bars["data"]["values"]] == ["4"] * len(WORDS)


def lightness(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("light", LIGHTS)
def test_letters_on_a_bar_can_be_read(light: TrafficLight | None) -> None:
    pair = sorted((lightness(LIGHTS[light].fill), lightness(LIGHTS[light].on_fill)))
    assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


def test_nothing_to_count_is_no_chart() -> None:
    assert lights_chart("Stand", "Thema", [], WORDS) is None
    assert lights_chart("Stand", "Thema", [("Bouwen", {GREEN: 0})], WORDS) is None


def test_names_that_are_alike_keep_a_row_each_and_no_name_is_wider_than_its_place() -> None:
    long = "Een naam van een thema die maar doorgaat en doorgaat en nooit ophoudt"
    found = labels([long, long, long, "x" * 200])
    assert len(set(found)) == 4
    assert all(len(line) <= LONGEST_LABEL for name in found for line in name.split("\n"))


def test_a_target_stands_beside_what_was_measured_with_its_day() -> None:
    chart = targets_chart("Doelen", [HOMES, replace(HOMES, name="J 2", observations=())])
    assert chart is not None
    assert rows(chart) == [
        [
            "J 1.1 Zestig woningen in aanbouw",
            "ten minste 60 woningen",
            "28 woningen",
            "31 augustus 2026",
            "56 woningen (48 tot 63)",
        ],
        ["J 2", "ten minste 60 woningen", "niet bekend", "", "56 woningen (48 tot 63)"],
    ]
    assert "28 woningen gemeten, het doel is ten minste 60 woningen." in chart.alternative
    # What nobody measured is no bar of length zero.
    assert "J 2" not in chart.drawing


def test_a_target_of_nothing_has_no_share() -> None:
    assert replace(HOMES, target=0.0).share is None
    assert targets_chart("Doelen", [replace(HOMES, target=0.0)]) is None


def drawn_values(chart: Chart | None) -> list[dict[str, object]]:
    """Return every point that a chart over time draws."""
    assert chart is not None
    picture = json.loads(chart.drawing)["vconcat"][0]
    return [point for layer in picture["layer"] for point in layer["data"]["values"]]


def key_words(chart: Chart | None) -> list[str]:
    """Return what the key of a chart over time says."""
    assert chart is not None
    return [one["text"] for one in json.loads(chart.drawing)["vconcat"][1]["layer"][-1]["data"]["values"]]


def test_a_series_over_time_shows_path_measurements_and_the_band_of_what_is_expected() -> None:
    chart = series_chart(HOMES)
    assert chart is not None
    assert [column.title for column in chart.table.columns] == ["Op", "Gepland", "Gemeten", "Verwacht"]
    assert rows(chart) == [
        ["1 januari 2026", "0 woningen", "", ""],
        ["30 april 2026", "", "12 woningen", ""],
        ["31 augustus 2026", "", "28 woningen", ""],
        ["31 december 2028", "60 woningen", "", "56 woningen (48 tot 63)"],
    ]
    assert chart.table.note == "Het doel is ten minste 60 woningen op 31 december 2028."
    last = {"at": moment(date(2028, 12, 31)), "value": 56, "text": "56", "low": 48, "high": 63}
    assert last in drawn_values(chart)
    assert series_chart(replace(HOMES, observations=())) is None


def test_the_key_says_what_every_mark_is_and_only_of_what_is_there() -> None:
    assert key_words(series_chart(HOMES)) == [
        "doel: ten minste 60 woningen",
        "gemeten",
        "gepland pad",
        "verwacht",
        "band: klopt 4 van de 5 keer",
    ]
    bare = replace(HOMES, path=(), expected=None)
    assert key_words(series_chart(bare)) == ["doel: ten minste 60 woningen", "gemeten"]
    provisional = replace(bare, observations=(*bare.observations, Observation(date(2026, 12, 31), 30, is_final=False)))
    assert "gemeten, voorlopig" in key_words(series_chart(provisional))
    shapes = {json.dumps(key([(mark, "woord")], 400)["layer"]) for mark in Mark}
    assert len(shapes) == len(Mark)


def test_a_key_never_runs_out_of_its_chart() -> None:
    entries = [(mark, "woorden die een eind doorlopen " * 4) for mark in Mark]
    words = key(entries, 280)["layer"][-1]["data"]["values"]
    assert all(one["x"] + len(one["text"]) * 6.7 <= 280 for one in words)
    assert len({one["y"] for one in words}) == len(entries)


def test_a_signal_value_alone_is_never_called_a_target() -> None:
    chart = series_chart(replace(HOMES, unit="percent", target=65, is_signal=True, expected=None, path=()))
    assert chart is not None
    assert key_words(chart)[0] == "signaalwaarde: 65%"
    assert "de signaalwaarde is 65%" in chart.alternative
    assert chart.table.note == "De signaalwaarde is 65%."
    many = targets_chart("Doelen", [replace(HOMES, unit="percent", target=65, is_signal=True, expected=None)])
    assert many is not None
    assert rows(many)[0][1] == "Signaalwaarde 65%"


def test_years_without_a_plan_are_seen_and_no_line_runs_through_them() -> None:
    path = ((date(2026, 12, 31), 10.0), (date(2028, 12, 31), 60.0))
    chart = series_chart(replace(HOMES, path=path, unknown=(2027,), expected=None))
    assert chart is not None
    assert {"at": 2027, "to": 2028, "middle": 2027.5, "text": "t.b."} in drawn_values(chart)
    lines = [
        layer["data"]["values"]
        for layer in json.loads(chart.drawing)["vconcat"][0]["layer"]
        if layer["mark"]["type"] == "line"
    ]
    assert not any(len(points) > 1 and {10.0, 60.0} <= {point["value"] for point in points} for points in lines)
    assert ["31 december 2027", "t.b.", ""] in rows(chart)
    assert "nog niet bepaald voor 2027" in chart.alternative


def test_no_line_joins_what_was_counted_otherwise() -> None:
    chart = series_chart(replace(HOMES, breaks=((date(2026, 6, 1), "andere rekenwijze"),), expected=None))
    assert chart is not None
    picture = json.loads(chart.drawing)["vconcat"][0]
    measured = [layer for layer in picture["layer"] if layer["mark"].get("strokeWidth") == 2.5]
    assert [len(layer["data"]["values"]) for layer in measured] == [1, 1]
    assert "vanaf hier anders geteld" in key_words(chart)
    assert "Vanaf 1 juni 2026 is anders geteld: andere rekenwijze." in chart.table.note


def test_a_total_with_a_gap_says_what_it_is_without_and_joins_nothing_over_it() -> None:
    gaps = ((date(2024, 1, 1), date(2024, 12, 31)), (date(2026, 5, 1), date(2026, 6, 30)))
    series = replace(HOMES, expected=None, path=(), total_since=2024, gaps=gaps)
    chart = series_chart(series)
    assert chart is not None
    picture = json.loads(chart.drawing)["vconcat"][0]
    measured = [layer for layer in picture["layer"] if layer["mark"].get("strokeWidth") == 2.5]
    assert [len(layer["data"]["values"]) for layer in measured] == [1, 1]
    assert {"gemeten sinds 2024, ten minste", "niet gemeten (?)"} <= set(key_words(chart))
    assert rows(chart)[0] == ["30 april 2026", "ten minste 12 woningen"]
    assert "ten minste 28 woningen gemeten sinds begin 2024" in chart.alternative
    assert "Van 1 januari 2024 tot en met 31 december 2024 is niets gemeten, of anders geteld" in chart.table.note
    (row,) = rows(targets_chart("Doelen", [series]) or chart)
    assert row[2] == "ten minste 28 woningen"


def test_what_holds_every_year_has_no_last_day() -> None:
    chart = series_chart(replace(HOMES, is_yearly=True))
    assert chart is not None
    assert chart.table.note == "Het doel is ten minste 60 woningen, elk jaar tot en met 2028."


def test_a_break_before_everything_measured_stays_out_of_the_picture() -> None:
    chart = series_chart(replace(HOMES, breaks=((date(2021, 1, 1), "NTA 8800"),)))
    assert chart is not None
    assert "vanaf hier anders geteld" not in key_words(chart)
    assert "NTA 8800" in chart.table.note


def test_the_monitor_shows_themes_rounds_and_targets() -> None:
    lines = (replace(MATERIAL.lines[0], series=HOMES), *MATERIAL.lines[1:])
    moments = (Moment("Eerste ronde 2026", {GREEN: 6}), Moment("Tweede ronde 2026", {GREEN: 2, RED: 4}))
    report = monitor_report(replace(MATERIAL, lines=lines, moments=moments))
    assert rows(chart_of(report, "Stand per thema"))[0] == ["Beschikbaarheid", "1", "1", "1", "0", "3"]
    assert rows(chart_of(report, "Stand door de rondes heen")) == [
        ["Eerste ronde 2026", "6", "0", "6"],
        ["Tweede ronde 2026", "2", "4", "6"],
    ]
    assert "Doelen en metingen" in headings(report)
    assert chart_of(report, "J 1.1 Zestig woningen in aanbouw: doel en meting").table.rows


AHEAD = Expectation(
    Sentence("Waarschijnlijk wordt het doel gehaald, maar zeker is het niet."),
    years=(Expected(2028, Decimal(66), Decimal(50), Decimal(80)),),
    rests_on=(Sentence("Dit volgt uit het tempo tot nu toe."),),
)


def test_what_is_to_be_expected_stands_with_the_picture_in_the_words_of_the_page() -> None:
    report = monitor_report(replace(MATERIAL, targets=(replace(HOMES, expectation=AHEAD),)))
    section = under(report, "Doelen en metingen")
    assert (
        "J 1.1 Zestig woningen in aanbouw. Waarschijnlijk wordt het doel gehaald, maar zeker is het niet."
        " Eind 2028: 66 woningen, waarschijnlijk tussen 50 woningen en 80 woningen. Dit volgt uit het tempo tot nu toe."
    ) in section
    assert "vier van de vijf keer" in section
    few = replace(HOMES, expectation=Expectation(Sentence("Te weinig punten."), (Sentence("Er is een breuk."),)))
    section = under(monitor_report(replace(MATERIAL, targets=(few,))), "Doelen en metingen")
    assert "Te weinig punten. Er is een breuk." in section
    assert "vier van de vijf keer" not in section


def test_targets_that_do_not_compare_are_named_beside_the_picture_of_all() -> None:
    apart = NotComparable(("bouwen", "plannen"), (Difference.DEFINITION, Difference.PERIOD))
    report = monitor_report(replace(MATERIAL, targets=(HOMES,), apart=(("J 1.1", apart),)))
    section = under(report, "Doelen en metingen")
    assert (
        "J 1.1 “bouwen” en “plannen” tellen niet op dezelfde manier: wat wordt geteld verschilt; de periode verschilt."
    ) in section


def test_one_round_is_no_course() -> None:
    report = monitor_report(replace(MATERIAL, moments=(Moment("Eerste ronde", {GREEN: 6}),)))
    assert [block.title for block in report.blocks if isinstance(block, Chart)] == ["Stand per thema"]


AMOUNTS = [
    (1250, "dwelling", "1.250 woningen"),
    (1, "dwelling", "1 woning"),
    (92.5, "percent", "92,5%"),
    (640, "EUR/month", "€ 640 per maand"),
    (30, "dwelling/year", "30 woningen per jaar"),
    (2, "laadpaal", "2 laadpaal"),
]


@pytest.mark.parametrize(("value", "unit", "words"), AMOUNTS)
def test_an_amount_is_written_as_people_do(value: float, unit: str, words: str) -> None:
    assert amount(value, unit) == words


def test_a_bound_stands_before_the_number() -> None:
    assert bounded(5, "percent", Bound.MAX) == "ten hoogste 5%"
    assert bounded(5, "percent", Bound.EXACT) == "5%"
    assert [numeral(value) for value in (0, 0.005, 1234567.25, -3.5)] == ["0", "0,01", "1.234.567,25", "-3,5"]


def test_a_telephone_gets_a_narrower_picture_with_the_names_above_the_bars() -> None:
    long = "Een naam van een rij die maar doorgaat en doorgaat en nooit ophoudt"
    lights = lights_chart("Stand", "Thema", [(long, {GREEN: 3}), ("Zorg", {None: 2})], WORDS)
    targets = targets_chart("Doelen", [replace(HOMES, name=long)])
    over_time = series_chart(HOMES)
    assert lights is not None
    assert targets is not None
    assert over_time is not None
    bars, legend = json.loads(lights.narrow)["vconcat"]
    shares, course = json.loads(targets.narrow), json.loads(over_time.narrow)["vconcat"][0]
    assert max(picture["width"] for picture in (bars, legend, shares, course)) <= TELEPHONE
    assert bars["encoding"]["y"]["axis"] is None
    said = [part["name"] for part in bars["data"]["values"]]
    said += [line for row in shares["data"]["values"] for line in row["lines"].split("\n")]
    assert "28 woningen gemeten" in said
    assert all(len(words) * LETTER_WIDTH <= TELEPHONE for words in said)
    assert all(entry["x"] + len(entry["word"]) * LETTER_WIDTH <= TELEPHONE for entry in legend["data"]["values"])
