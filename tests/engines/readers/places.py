"""What must hold for the places in any document that was read."""

from __future__ import annotations

from samenspraak.core.extraction.source import Line, SourceText


def check_places(source: SourceText) -> None:
    """Fail unless the flow ascends through the raw text and every character stands where its origin says."""
    previous_end = 0
    for part in source.flow:
        assert previous_end <= part.start <= part.end <= len(source.raw)
        previous_end = part.end
        assert 1 <= part.page <= source.page_count
        if isinstance(part, Line):
            _check_line(part, source.raw)
        else:
            cells = [cell for row in part.rows for cell in row]
            assert all(part.start <= cell.start <= cell.end <= part.end for cell in cells)
            assert all(_letters(source.raw[cell.start : cell.end]) >= _letters(cell.text) for cell in cells)


def _check_line(line: Line, raw: str) -> None:
    origins = [line.origin(index) for index in range(len(line.text))]
    assert origins == sorted(set(origins))
    assert line.text == line.text.strip()
    assert line.text
    assert origins[0] == line.start
    assert line.origin(len(line.text)) == line.end == origins[-1] + 1
    for character, origin in zip(line.text, origins, strict=True):
        printed_hyphen = character == "-" and raw[origin] == "\u00ad"
        assert raw[origin] == character or printed_hyphen or (character == " " and raw[origin].isspace())


def _letters(text: str) -> set[str]:
    return {character for character in text if character.isalnum()}
