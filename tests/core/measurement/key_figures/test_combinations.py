"""Measures that are counted together: each in one set, and none asks something else than before."""

from __future__ import annotations

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.combinations import put_together
from samenspraak.core.measurement.key_figures.conditions import All, Condition, simplified
from samenspraak.core.measurement.key_figures.declaration import Measure
from samenspraak.core.measurement.key_figures.limits import YearLimits
from samenspraak.core.measurement.key_figures.parsing import parse_condition
from samenspraak.core.measurement.key_figures.sql import figures_query, measures_of
from samenspraak.engines.knowledge.key_figures import load_key_figures

STOCK = [figure for figure in load_key_figures() if figure.subject is Subject.STOCK]


def asked_by(condition: Condition | None) -> set[Condition]:
    """Return what has to hold."""
    if condition is None:
        return set()
    short = simplified(condition)
    return set(short.parts) if isinstance(short, All) else {short}


def test_every_measure_is_in_one_set_and_asks_what_it_asked() -> None:
    measures = dict.fromkeys(measures_of(STOCK))
    found = {
        measure: {*set_.rows, *besides}
        for set_ in put_together(measures, Subject.STOCK)
        for measure, besides in set_.measures
    }
    assert found == {measure: asked_by(measure.where) for measure in measures}
    assert sum(len(set_.measures) for set_ in put_together(measures, Subject.STOCK)) == len(measures)


def test_columns_that_have_nothing_to_do_with_each_other_are_counted_apart() -> None:
    texts = ("energielabel is A", "energielabel is A en energiestatus is VOO", "toegankelijkheid is NUL")
    measures = [Measure(parse_condition(text, Subject.STOCK)) for text in texts]
    assert [sorted(set_.columns) for set_ in put_together(measures, Subject.STOCK)] == [
        ["energy_label", "energy_status"],
        ["accessibility"],
    ]


def test_a_group_of_which_no_row_is_counted_is_named_all_the_same() -> None:
    ends = [figure for figure in STOCK if figure.code == "STOCK.COUNT"]
    query = figures_query(
        ends, by=["municipality"], limits=YearLimits(2023, ()), present=frozenset({"municipality", "at_closing"})
    )
    assert query.parts == (1, 0)
    assert query.sums_by_group([(1, "GM0001", 0), (0, "GM0002", 30_000)]) == {("GM0001",): [0], ("GM0002",): [30_000]}


def test_without_groups_there_is_one_answer_even_of_nothing() -> None:
    query = figures_query(STOCK, by=[], limits=YearLimits(2023, ()), present=frozenset())
    assert query.parts == ()
    assert query.sums_by_group([]) == {(): []}


def test_what_counts_some_of_the_rows_of_another_is_counted_with_it() -> None:
    texts = ("eind", "eind en lang_leeg", "niet begin en energielabel is A")
    measures = [Measure(parse_condition(text, Subject.STOCK)) for text in texts]
    sets = put_together(measures, Subject.STOCK)
    assert [sorted(set_.columns) for set_ in sets] == [["long_vacant"], ["energy_label"]]
    ((_, first), (_, second)) = sets[0].measures
    assert first == (), "the rows of the set are asked already"
    assert {*sets[0].rows, *second} == asked_by(measures[1].where)
