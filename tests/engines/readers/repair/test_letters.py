from __future__ import annotations

import pytest

from samenspraak.core.extraction.source import Repair, RepairKind
from samenspraak.engines.readers.repair.letters import spell_out
from samenspraak.engines.readers.repair.tally import Tally
from tests.engines.readers.repair.samples import joined, wording_of


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("de o\ufb03ciële \ufb01ets", "de officiële fiets"),
        ("sto\ufb00en en \ufb02ats", "stoffen en flats"),
        ("b\u0133 de w\u0133k", "bij de wijk"),
        ("Loca\u0308tie", "Locätie"),
        ("gei\u0308nformeerd", "geïnformeerd"),
        ("één cliënt", "één cliënt"),
        ("130 m²", "130 m²"),
    ],
)
def test_what_unicode_spells_out_is_spelled_out(damaged: str, mended: str) -> None:
    assert joined(spell_out(wording_of(damaged), Tally())) == [mended]


def test_a_presentation_form_is_reported_as_a_ligature() -> None:
    tally = Tally()
    spell_out(wording_of("\ufb01ets en pro\ufb01el"), tally)
    assert tally.repairs() == (Repair(RepairKind.LIGATURE, "\ufb01", "fi", 2),)
