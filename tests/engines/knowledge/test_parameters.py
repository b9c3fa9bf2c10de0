from __future__ import annotations

from datetime import date

import pytest

from samenspraak.core.measurement.errors import ParameterAlreadyKnown
from samenspraak.core.measurement.parameters import ParameterName, ParameterState
from samenspraak.engines.knowledge.parameters import load_parameters, parameters_in


def test_every_parameter_is_described_in_both_languages_and_has_an_amount() -> None:
    parameters = load_parameters()
    for name in ParameterName:
        described = parameters.parameter(name)
        assert described.label
        assert described.label_en
        assert described.unit in {"EUR/month", "EUR/year", "EUR", "share"}
        assert any(value.parameter.name is name for value in parameters)


def test_what_has_no_source_is_unverified_and_says_why() -> None:
    for value in load_parameters():
        assert value.source or value.state is ParameterState.UNVERIFIED
        assert value.note or value.state is ParameterState.OFFICIAL


def test_what_was_found_in_an_indirect_place_only_is_unverified() -> None:
    indirect = {value.price_year for value in load_parameters() if "rekenprogramma" in value.source}
    assert indirect == {2017, 2021, 2026}
    assert all(not value.is_verified for value in load_parameters() if "rekenprogramma" in value.source)


def test_social_and_mid_market_rent_share_a_limit_until_the_first_of_july_2024() -> None:
    parameters = load_parameters()
    for year in range(2015, 2027):
        for month in (1, 7):
            day = date(year, month, 1)
            social = parameters.value(ParameterName.RENT_ALLOWANCE_MAXIMUM, on=day)
            liberalised = parameters.value(ParameterName.LIBERALISATION_LIMIT, on=day)
            assert (social.value == liberalised.value) is (day < date(2024, 7, 1))


def test_the_limits_of_a_year_stand_in_order() -> None:
    names = [
        ParameterName.QUALITY_DISCOUNT_LIMIT,
        ParameterName.LOWER_CAPPING_LIMIT,
        ParameterName.UPPER_CAPPING_LIMIT,
        ParameterName.RENT_ALLOWANCE_MAXIMUM,
    ]
    for year in range(2015, 2027):
        amounts = [load_parameters().value(name, on=date(year, 8, 1)).value for name in names]
        assert amounts == sorted(set(amounts))


SMALL = """
[liberalisation_limit]
label = "liberalisatiegrens"
label_en = "liberalisation limit"
unit = "EUR/month"
holds = "{holds}"
rows = [{{ from = 2024-01-01, value = 879.66, source = "A" }}, {{ from = 2024-07-01, value = 1157.95, source = "A" }}]
[sources]
A = "Rijksoverheid"
"""


def test_an_amount_holds_until_the_next_or_until_the_end_of_its_year_as_the_file_says() -> None:
    changed = list(parameters_in(SMALL.format(holds="until_changed")))
    assert [(value.valid_from, value.valid_to) for value in changed] == [
        (date(2024, 1, 1), date(2024, 6, 30)),
        (date(2024, 7, 1), None),
    ]
    # Without an `until`, the first amount would hold the whole year and meet the second.
    with pytest.raises(ParameterAlreadyKnown):
        parameters_in(SMALL.format(holds="year"))


def test_amounts_are_exact() -> None:
    value = next(iter(parameters_in(SMALL.format(holds="until_changed"))))
    assert str(value.value) == "879.66"
