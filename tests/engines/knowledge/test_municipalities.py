from __future__ import annotations

import re
from collections import Counter
from datetime import date

from samenspraak.engines.knowledge.municipalities import municipalities


def test_the_country_has_342_municipalities_since_2023() -> None:
    assert len(municipalities()) == 342
    assert {municipality.valid_from for municipality in municipalities()} == {date(2023, 1, 1)}


def test_every_municipality_has_a_code_of_its_own_and_a_province() -> None:
    codes = [municipality.cbs_code for municipality in municipalities()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"GM\d{4}", code) for code in codes)
    assert {municipality.province for municipality in municipalities()} == set(
        "DR FL FR GE GR LI NB NH OV UT ZE ZH".split()
    )


def test_names_are_written_without_suffix_and_with_their_other_forms() -> None:
    names = {municipality.cbs_code: municipality.names for municipality in municipalities()}
    assert names["GM0373"] == ("Bergen",)
    assert names["GM0796"] == ("'s-Hertogenbosch", "Den Bosch")
    assert names["GM0820"] == ("Nuenen, Gerwen en Nederwetten",)
    assert names["GM1900"] == ("Súdwest-Fryslân", "Zuidwest-Friesland")


def test_a_written_name_can_belong_to_two_municipalities() -> None:
    counts = Counter(name for municipality in municipalities() for name in municipality.names)
    assert [name for name, count in counts.items() if count > 1] == ["Bergen"]
