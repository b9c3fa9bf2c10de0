from __future__ import annotations

import re
from string import Formatter

from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.extraction.findings import codes, findings_of
from samenspraak.core.extraction.findings.codes import Code
from samenspraak.core.extraction.findings.material import cut, listed
from samenspraak.core.extraction.result import FindingKind
from tests.core.extraction.documents import understood
from tests.core.extraction.findings.material_of import commitment, material_of

CODES = [value for value in vars(codes).values() if isinstance(value, Code)]
PIECES = """
Wij bouwen 40 woningen, waarvan 50 sociale huurwoningen.|De lage aftoppingsgrens is € 600,00.|31 november 2025|1. Bouwen
De Linde:|- isoleert 30 woningen|Totaal 40 50|2026 12 t.b.|ge\ufffdoon|\f||Partijen streven naar rust in de wijk.
"""
LINES = st.lists(
    st.one_of(st.sampled_from(PIECES.strip("\n").replace("\n", "|").split("|")), st.text(max_size=30)), max_size=12
)


def test_every_kind_has_a_code_and_no_code_stands_twice() -> None:
    assert {code.kind for code in CODES} == set(FindingKind)
    assert len({code.code for code in CODES}) == len(CODES)
    assert all(re.fullmatch(r"[EW]2\d\d", code.code) for code in CODES)


def test_every_sentence_is_one_sentence_with_a_full_stop() -> None:
    for code in CODES:
        words = {name: "x" for _, name, _, _ in Formatter().parse(code.sentence) if name}
        message = code.finding(**words).message
        assert message[0].isupper() or message == "X"
        assert message == "X" or message[-1] in ".?"


def test_findings_come_by_code_and_then_in_the_order_of_the_document() -> None:
    text = "Op 31 november 2025 en op 30 februari 2026.\n\nWij bouwen 40 woningen, waarvan 50 sociale huurwoningen."
    vague = commitment("Partijen streven naar prettige buurten.")
    found = findings_of(material_of(text, commitments=[vague]))
    assert [finding.code for finding in found] == ["E212", "E221", "E221", "W255"]
    assert found[1].spans[0].start < found[2].spans[0].start


def test_a_document_without_anything_odd_has_no_findings() -> None:
    assert findings_of(material_of("1. Bouwen\n\nDe Linde bouwt in 2027 veertig woningen.")) == ()


def test_parts_are_listed_as_in_a_sentence() -> None:
    assert listed([4]) == "4"
    assert listed([4, 5]) == "4 en 5"
    assert listed([4, 5, 27]) == "4, 5 en 27"


def test_a_quotation_is_cut_at_a_word() -> None:
    assert cut("Partijen zullen samen bouwen.", 40) == "Partijen zullen samen bouwen"
    assert cut("Partijen zullen samen bouwen aan een stad.", 22) == "Partijen zullen samen …"


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_any_document_is_questioned_without_a_fault(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = understood(text)
    for finding in found.findings:
        assert finding.message
        assert all(span.start <= span.end and span.page >= 1 for span in finding.spans)
    assert found.findings == understood(text).findings
