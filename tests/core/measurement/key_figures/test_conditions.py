"""The language in which figures are declared: what it understands, and what it says about the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.errors import SamenspraakError
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.declaring import own_figure
from samenspraak.core.measurement.key_figures.errors import (
    ConditionUnreadable,
    KeyFigureIncomplete,
    NoSuchCode,
    NoSuchColumn,
)
from samenspraak.core.measurement.key_figures.parsing import parse_condition
from samenspraak.core.measurement.key_figures.sql import condition_sql

FORM = {
    "code": "jong",
    "subject": "allocations",
    "unit": "share",
    "name": "Jongeren",
    "definition": "Toewijzingen aan jongeren",
}
WORDS = "eind en of niet ( ) is in , GOE prijsklasse 'x' onbekend".split()


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ("eind", "at_closing = 1"),
        ("niet eind", "NOT (at_closing = 1)"),
        ("niet niet eind", "at_closing = 1"),
        ("prijsklasse is goe", "price_class = 'GOE'"),
        ("prijsklasse is niet GOE", "NOT (price_class = 'GOE')"),
        ("prijsklasse is onbekend", "price_class IS NULL"),
        ("energy_label in (E, F, G)", "energy_label IN ('E', 'F', 'G')"),
        ("eind en label is DAE of begin", "((at_closing = 1) AND (social_label = 'DAE')) OR (at_opening = 1)"),
        ("eind and (label is DAE or begin)", "(at_closing = 1) AND ((social_label = 'DAE') OR (at_opening = 1))"),
        ("gemeente is 'Bergen (NH.)'", "municipality = 'Bergen (NH.)'"),
        ("wijk is 'en'", "district = 'en'"),
    ],
)
def test_a_condition_becomes_sql_of_our_own_words(text: str, sql: str) -> None:
    assert condition_sql(parse_condition(text, Subject.STOCK)) == sql


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("inkomen is 3", NoSuchColumn, "teken 1: De kolom “inkomen” is er niet. Kies uit:"),
        ("prijsklasse is ZZZ", NoSuchCode, "teken 16: De code “ZZZ” past niet bij prijsklasse. Kies uit: GOE"),
        ("prijsklasse", ConditionUnreadable, "Hier houdt de voorwaarde op; verwacht: is of in"),
        ("eind en label is", ConditionUnreadable, "Hier houdt de voorwaarde op; verwacht: een code"),
        ("eind is ja", ConditionUnreadable, "Achter eind hoort niets"),
        ("eind en", ConditionUnreadable, "einde van de voorwaarde: Hier houdt de voorwaarde op"),
        ("(eind", ConditionUnreadable, "verwacht: “)”"),
        ("eind begin", ConditionUnreadable, "teken 6: Hier staat “begin”"),
        ("eind; DROP TABLE stock", ConditionUnreadable, "Het teken “;” hoort niet in een voorwaarde"),
        ("gemeente is 'a\\'", ConditionUnreadable, "hoort niet in een voorwaarde"),
        ("huur is 3", NoSuchColumn, "De kolom “huur” is er niet"),
        ("(" * 40 + "eind" + ")" * 40, ConditionUnreadable, "diep in elkaar"),
        ("eind of " * 400 + "eind", ConditionUnreadable, "langer dan 2000 tekens"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, error: type[SamenspraakError], said: str) -> None:
    with pytest.raises(error) as raised:
        parse_condition(text, Subject.STOCK)
    assert said in str(raised.value)


@pytest.mark.slow  # a hundred texts
@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_whatever_is_typed_only_our_own_errors_come_out_and_no_quote_gets_in(text: str) -> None:
    try:
        sql = condition_sql(parse_condition(text, Subject.STOCK))
    except SamenspraakError:
        return
    assert sql.count("'") % 2 == 0
    assert not set(sql) & set(';\\"`')


def test_a_figure_of_ones_own_cannot_look_like_a_shipped_one() -> None:
    assert own_figure({**FORM, "code": "ALLOCATED.COUNT"}).code == "OWN.ALLOCATED.COUNT"
    assert own_figure(FORM).is_personal


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": " "}, "ontbreekt de naam"),
        ({"definition": ""}, "ontbreekt de omschrijving"),
        ({"unit": "euro"}, "Kies uit: share, dwellings"),
        ({"subject": "tenants"}, "Kies uit: stock, allocations"),
        ({"code": "mijn figuur"}, "Een code bestaat uit hoofdletters"),
        ({"unit": "allocations", "of": "doelgroepinkomen"}, "Een aantal wordt niet gedeeld"),
        ({"unit": "dwellings", "subject": "stock", "count": "eind", "of_outside": "dwellings"}, "wordt niet gedeeld"),
        ({"definition": "x" * 3000}, "Maak hem korter"),
        ({"code": "X" * 70}, "Kies een kortere"),
        ({"version": "twee"}, "geen heel getal"),
        ({"version": "0"}, "geen heel getal"),
    ],
)
def test_an_incomplete_declaration_says_what_is_missing(change: dict[str, str], said: str) -> None:
    with pytest.raises(KeyFigureIncomplete) as raised:
        own_figure({**FORM, **change})
    assert said in str(raised.value)


def test_only_totals_can_be_summed() -> None:
    with pytest.raises(NoSuchColumn) as raised:
        own_figure({**FORM, "subject": "stock", "unit": "eur_per_month", "total": "begin"})
    assert "Kies uit: evictions, rent" in str(raised.value)
