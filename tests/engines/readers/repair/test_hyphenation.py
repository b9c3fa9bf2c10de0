from __future__ import annotations

import pytest

from samenspraak.core.extraction.source import Cell, Line, Repair, RepairKind, Table
from samenspraak.engines.knowledge.lexicon import dutch_lexicon
from samenspraak.engines.readers.repair.edits import Flow
from samenspraak.engines.readers.repair.hyphenation import join_divided_words
from samenspraak.engines.readers.repair.tally import Tally
from samenspraak.engines.readers.repair.wording import Wording
from tests.engines.readers.repair.samples import are_places_true, flow_of, joined, paged_flow


def join(flow: Flow, tally: Tally | None = None) -> Flow:
    return join_divided_words(Wording(flow), dutch_lexicon(), tally or Tally()).flow


@pytest.mark.parametrize(
    ("upper", "lower", "result"),
    [
        # Divided by the typesetter.
        ("de huur-", "prijs stijgt", ["de huurprijs", "stijgt"]),
        ("nieuwe prestatieaf-", "spraken, zoals", ["nieuwe prestatieafspraken,", "zoals"]),
        ("de volks\ufffe", "huisvesting", ["de volkshuisvesting"]),
        ("het woningbouw\u00ad", "programma", ["het woningbouwprogramma"]),
        ("in Kroonen-", "burgh", ["in Kroonenburgh"]),
        ("zorg- en welzijns-", "organisaties", ["zorg- en welzijnsorganisaties"]),
        # The hyphen belongs to the word.
        ("de CO2-", "reductie is", ["de CO2-reductie", "is"]),
        ("in het NPHLN-", "gebied", ["in het NPHLN-gebied"]),
        ("de BUCH-", "organisatie.", ["de BUCH-organisatie."]),
        ("regio Zuid-", "Holland", ["regio Zuid-Holland"]),
        ("de VvE-", "balie", ["de VvE-balie"]),
        ("de periode 2024-", "2027 geldt", ["de periode 2024-2027", "geldt"]),
        ("een visie-op-", "hoofdlijnen", ["een visie-op-hoofdlijnen"]),
        ("een na-", "apende buur", ["een na-apende", "buur"]),
        # It stands for a word left out, or for no hyphen at all.
        ("huur-", "en koopwoningen", ["huur-", "en koopwoningen"]),
        ("huur- of", "koopwoningen", ["huur- of", "koopwoningen"]),
        ("bouw-, huur-", "en onderhoudskosten", ["bouw-, huur-", "en onderhoudskosten"]),
        ("bouw -", "en sloop", ["bouw -", "en sloop"]),
        ("woning-", "bouw- en sloopplannen", ["woning-", "bouw- en sloopplannen"]),
        ("de volkshuis-", "De gemeente", ["de volkshuis-", "De gemeente"]),
    ],
)
def test_a_word_at_the_end_of_a_line(upper: str, lower: str, result: list[str]) -> None:
    assert joined(join(flow_of(upper, lower))) == result


def test_the_document_itself_decides_how_it_writes_a_word() -> None:
    assert (
        joined(join(flow_of("Een concept-", "agenda is gereed.", "De concept-agenda volgt.")))[0]
        == "Een concept-agenda"
    )
    assert joined(join(flow_of("Een concept-", "agenda is gereed.", "De agenda volgt.")))[0] == "Een conceptagenda"


def test_a_word_over_three_lines_becomes_one() -> None:
    assert joined(join(flow_of("woning-", "bouw-", "plannen"))) == ["woningbouwplannen"]


def test_every_character_keeps_its_place() -> None:
    upper, lower = join(flow_of("de huur-", "prijs, stijgt"))
    assert isinstance(upper, Line)
    assert isinstance(lower, Line)
    assert upper.origins == (0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14)
    assert (upper.start, upper.end) == (0, 15)
    assert (lower.text, lower.start, lower.end) == ("stijgt", 16, 22)
    assert are_places_true((upper, lower), 22)


def test_a_word_can_run_on_over_the_end_of_a_page() -> None:
    assert joined(join(paged_flow(["de huur-"], ["prijs stijgt"]))) == ["de huurprijs", "stijgt"]


def test_words_that_are_pages_apart_are_not_joined() -> None:
    assert joined(join(paged_flow(["de huur-"], [], ["prijs stijgt"]))) == ["de huur-", "prijs stijgt"]


def test_a_table_keeps_words_apart() -> None:
    upper, lower = flow_of("de huur-", "prijs stijgt")
    flow = (upper, Table(((Cell("12", 0, 0),),), 1, 8, 8), lower)
    assert joined(join(flow)) == ["de huur-", "12", "prijs stijgt"]


@pytest.mark.parametrize(
    ("cell", "result"),
    [
        ("sociale huur-\nwoningen nieuw", "sociale huurwoningen\nnieuw"),
        ("EFG-\nlabels", "EFG-labels"),
        ("huur-\nen koop", "huur-\nen koop"),
        ("huur\u00adwoningen", "huurwoningen"),
    ],
)
def test_a_word_is_joined_inside_a_table_cell(cell: str, result: str) -> None:
    (table,) = join((Table(((Cell(cell, 0, len(cell)),),), 1, 0, len(cell)),))
    assert isinstance(table, Table)
    assert table.rows[0][0].text == result


def test_what_was_joined_is_reported_with_its_division() -> None:
    tally = Tally()
    join(flow_of("de huur-", "prijs en de huur-", "prijs"), tally)
    assert tally.repairs() == (Repair(RepairKind.HYPHENATION, "huur-|prijs", "huurprijs", 2),)
