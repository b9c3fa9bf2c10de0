"""Meetings of a year that became plain text: rows "Ambtelijk 1", "Bestuurlijk 2" under a header such as "Wie Wat"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from samenspraak.core.extraction.markers import number_of
from samenspraak.core.extraction.result import FoundTable
from samenspraak.core.extraction.tables.printed import PrintedLine, span_of

FEWEST_ROWS = 3
LONGEST_LINE = 80  # characters of a line in a cell
LONGEST_LETTERS = 3  # of a line that is a piece of a word printed vertically
COLUMN = re.compile(
    r"(?:wie|wat|wanneer|overleg(?:gen|vorm)?|deelnemers|aanwezig(?:en)?|onderwerp(?:en)?|doel|inhoud|agenda|periode|"
    r"frequentie|moment)",
    re.IGNORECASE,
)
INITIALS = frozenset("wodaipfmWODAIPFM")  # of those words
COUNTED = re.compile(r"^(?P<word>[A-Z][a-zë]{3,}(?: (?:over)?leg)?) (?P<number>[1-9]\d?)(?=$|\s)\s*(?P<rest>.*)$")
NO_MEETING = re.compile(r"^(?:Thema|Hoofdstuk|Artikel|Bijlage|Fase|Deel|Tabel|Figuur|Doel|Afspraak|Actie|Kwartaal)$")
BRACKETS = re.compile(r"^\([^)]*\)?")
SEASONS = re.compile(r"(?:voorjaar|najaar|zomer|winter|herfst|lente|jaarlijks|q[1-4]|t[1-3])", re.IGNORECASE)


@dataclass(slots=True)
class Meeting:
    """A row: in which season, who meets, about what."""

    season: str | None
    who: str
    what: list[str] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether the brackets behind the meeting's name run on to the next line."""
        return self.who.count("(") > self.who.count(")")


def meeting_tables(lines: Sequence[PrintedLine]) -> list[FoundTable]:
    """Return the meeting rhythms in a stretch of lines."""
    result: list[FoundTable] = []
    index = 0
    while index < len(lines):
        index += 1
        if not is_header(lines[index - 1].text):
            continue
        meetings, stop = _meetings(lines, index)
        if len(meetings) >= FEWEST_ROWS and _is_counted(meetings):
            result.append(_table(lines[index - 1 : stop], meetings))
            index = stop
    return result


def is_header(text: str) -> bool:
    """Say whether a line names at least two columns of a meeting rhythm and nothing else."""
    words = text.split() if text[:1] in INITIALS and len(text) <= LONGEST_LINE else []
    return len(words) > 1 and all(map(COLUMN.fullmatch, words))


def _meetings(lines: Sequence[PrintedLine], index: int) -> tuple[list[Meeting], int]:
    """Return the rows from lines[index] on and where they stop."""
    meetings: list[Meeting] = []
    season: str | None = None
    letters = ""
    while index < len(lines):
        line = lines[index]
        if len(line.text) <= LONGEST_LETTERS and line.text.isalpha():
            letters += line.text
        elif letters or SEASONS.fullmatch(line.text):
            season = _season(letters, line.text) or season
            letters = ""
            if SEASONS.fullmatch(line.text):
                index += 1
            continue
        elif not _take(meetings, line, season):
            break
        index += 1
    return meetings, index


def _season(letters: str, text: str) -> str | None:
    word = letters or text
    return word.lower() if SEASONS.fullmatch(word) else None


def _take(meetings: list[Meeting], line: PrintedLine, season: str | None) -> bool:
    """Take a line into the rows; False when it does not belong to them."""
    text = line.text
    if (found := COUNTED.match(text)) and not NO_MEETING.match(found["word"]):
        brackets = BRACKETS.match(found["rest"])
        who = f"{found['word']} {found['number']}" + (f" {brackets[0]}" if brackets else "")
        rest = found["rest"][brackets.end() :].strip() if brackets else found["rest"]
        meetings.append(Meeting(season, who, [rest] if rest else []))
        return True
    if not meetings or line.opens_section or number_of(text) or len(text) > LONGEST_LINE or text.endswith((".", ":")):
        return False
    last = meetings[-1]
    if last.is_open or (text.startswith("(") and not last.what):
        last.who += f" {text}"
    elif text[:1].islower() and last.what:
        last.what[-1] += f" {text}"
    else:
        last.what.append(text)
    return True


def _is_counted(meetings: Sequence[Meeting]) -> bool:
    """Say whether some kind of meeting is counted: 1 and 2 both occur."""
    counts = Counter(found["word"] for row in meetings if (found := COUNTED.match(row.who)))
    return max(counts.values(), default=0) > 1


def _table(lines: Sequence[PrintedLine], meetings: Sequence[Meeting]) -> FoundTable:
    has_seasons = any(row.season for row in meetings)
    rows = [(row.season, row.who, "; ".join(row.what) or None) for row in meetings]
    names = lines[0].text.lower().split()
    columns = ("periode", *names) if len(names) == 2 else ("periode", "wie", "wat")
    return FoundTable(
        title=lines[0].heading,
        columns=columns if has_seasons else columns[1:],
        rows=tuple(rows if has_seasons else [row[1:] for row in rows]),
        span=span_of(lines),
    )
