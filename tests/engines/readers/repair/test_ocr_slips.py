from __future__ import annotations

import pytest

from samenspraak.core.extraction.source import Repair, RepairKind
from samenspraak.engines.knowledge.lexicon import dutch_lexicon
from samenspraak.engines.readers.repair.ocr_slips import mend_ocr_slips
from samenspraak.engines.readers.repair.tally import Tally
from tests.engines.readers.repair.own_text import SENTENCES
from tests.engines.readers.repair.samples import joined, wording_of

# Sentences around the slips, for a document is judged as a whole.
AROUND = SENTENCES[:12]


def mended(*lines: str, tally: Tally | None = None) -> list[str]:
    return joined(mend_ocr_slips(wording_of(*AROUND, *lines), dutch_lexicon(), tally or Tally()))[len(AROUND) :]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("op 11 0ktober", "op 11 oktober"),
        ("zijn geInformeerd", "zijn geïnformeerd"),
        ("de w0ning", "de woning"),
        ("de hu1sarts", "de huisarts"),
        ("de hu5sen", "de hu5sen"),
        ("de corporat1eraad", "de corporatieraad"),
        ("de we1 of niet", "de we1 of niet"),
    ],
)
def test_a_digit_or_a_capital_inside_a_word(read: str, meant: str) -> None:
    assert mended(read) == [meant]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("dat geldt te alien tijde", "dat geldt te allen tijde"),
        ("Te alien tijde", "Te allen tijde"),
        ("op basls van de woonvisie", "op basis van de woonvisie"),
        ("met behuip van subsidie", "met behulp van subsidie"),
        ("een alien uit de ruimte", "een alien uit de ruimte"),
    ],
)
def test_a_word_of_a_fixed_phrase(read: str, meant: str) -> None:
    assert mended(read) == [meant]


def test_lost_accents_come_back_when_the_document_lost_several() -> None:
    assert mended("de financiele positie", "twee categorieen") == ["de financiële positie", "twee categorieën"]


def test_one_lost_accent_is_left_as_somebody_wrote_it() -> None:
    assert mended("de financiele positie") == ["de financiele positie"]


def test_strokes_are_set_right_when_the_document_shows_several() -> None:
    assert mended("de gerneente en de huurrnarkt", "de afspraaic") == ["de gemeente en de huurmarkt", "de afspraaic"]


@pytest.mark.parametrize(
    "line",
    [
        "CO2, A4, Q1, T1, 50m², 1e, 2x, 21e, BB1a, K1.12, H2O",
        "het op te stellen of op to stellen programma",
        "uiterlijk 01 2026 of Q1 2026",
        "de Uitvoeringsagenda1 en de woonvisie2",
        "de heer Arnerman, mevrouw Cloesburg en de Vernhof",
        "een alliantie van Woonborg en Rnwonen",
    ],
)
def test_what_is_right_or_not_sure_stays(line: str) -> None:
    assert mended(line, "de gerneente en de huurrnarkt")[0] == line


def test_a_sound_document_stays_as_it_is() -> None:
    assert joined(mend_ocr_slips(wording_of(*SENTENCES), dutch_lexicon(), Tally())) == SENTENCES


def test_a_document_in_another_language_stays_as_it_is() -> None:
    lines = ["Alle Menschen sind frei und gleich an Wurde und Rechten geboren", "mit Vernunft und Gewissen begabt"]
    assert joined(mend_ocr_slips(wording_of(*lines), dutch_lexicon(), Tally())) == lines


def test_slips_are_reported() -> None:
    tally = Tally()
    mended("op 11 0ktober en 12 0ktober", tally=tally)
    assert tally.repairs() == (Repair(RepairKind.OCR, "0ktober", "oktober", 2),)
