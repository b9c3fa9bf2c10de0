"""Coded items taken apart: the party column, the title, the statement and, in a monitor, the last columns.

A table that was turned into text loses its columns. What remains is order: code, parties, title, statement,
lead, priority, progress; and each column has its own sort of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from samenspraak.core.extraction.blocks import Block, joined
from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.items import Item
from samenspraak.core.extraction.markers import labels_in
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.paragraphs import OPEN_WORDS, is_footnote
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.result import CommitmentKind, SourceSpan
from samenspraak.core.extraction.shading import light_named
from samenspraak.core.extraction.source import Line

FIELDS = {
    "lead": re.compile(r"^(?:trekkers?|initiatief\w*|actiehouder|eigenaar|regie)$", re.IGNORECASE),
    "column": re.compile(r"^(?:wie|partij(?:en)?|betrokken.*)$", re.IGNORECASE),
    "term": re.compile(r"^(?:planning|wanneer|termijn|deadline|gereed|einddatum|uiterlijk)$", re.IGNORECASE),
    "priority": re.compile(r"^prioriteit$", re.IGNORECASE),
    "result": re.compile(r"^(?:resultaat|indicator)$", re.IGNORECASE),
    "progress": re.compile(r"^(?:voortgang|stand van zaken|status|stand)$", re.IGNORECASE),
}
PRIORITY_HEAD = re.compile(
    r"^(?:[TQK]\s?[1-4](?:\s?(?:[-/+,&]|en|t/m)\s?[TQK]?\s?[1-4])*|[Dd]oorlopend|"
    r"[Cc]ontinu\w*|Zie|Te bepalen|Kan(?= per)|Bij(?=\s|$)|"
    r"N\.?t\.?b\.?|n\.?v\.?t\.?|Jaarlijks|Gereed|Afgerond|(?:Begin |Medio |Eind )?20\d\d|-$)(?=\s|$)"
)
RATING = re.compile(
    r"(?:[🟢🟩✅🟡🟠🟨🟧🔴🟥❌]\ufe0f?\s*)?(?:groen|geel|oranje|rood)|[🟢🟩✅🟡🟠🟨🟧🔴🟥❌]\ufe0f?", re.IGNORECASE
)
# "Huurbeleid (trekker: corporaties)": a title that says who takes the lead.
LEAD_IN_TITLE = re.compile(
    r"\s*\((?:trekkers?|initiatief|initiatiefnemer|actiehouder|eigenaar|regie|wie|door)\s*:\s*(?P<lead>[^()]+)\)$",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|zal|zullen|heeft|hebben|gaat|gaan|kan|kunnen|we|"
    r"wij|\w+(?:eert|eren|iseert)|stelt|stellen|zet|zetten)\b"
)
BAR = " | "  # between the cells of a row on one line
LONGEST_TITLE = 110  # characters
NARROW = 18  # characters: a line of the priority column


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of one coded item."""

    column: str | None
    title: str | None
    body: list[tuple[Line, int]]
    lead: str | None = None
    priority: str | None = None
    progress: str | None = None
    rating: str | None = None  # the words or the sign of its traffic light


class CodedReader:
    """Reads coded items of one document, knowing the names of its organisations."""

    def __init__(self, names: tuple[str, ...]) -> None:
        phrase = PartyPhrase(names).pattern.pattern
        self._parties = re.compile(rf"^{phrase}(?P<open>\s*,|\s+en|\s*/)?\s*(?=$|[A-ZÀ-Ý0-9‘'“(<\"-])")

    def candidate(self, item: Item, place: Place, kind: CommitmentKind, known_title: str | None = None) -> Candidate:
        """Return the item as a candidate; `known_title` helps where a title runs on without a mark."""
        lines = _lines(item)
        # A monitor's columns have their names above them; in its text "Gereed: 83 woningen" is progress.
        lines, fields = (lines, dict[str, str]()) if item.in_monitor else _fields(lines)
        parts = self._monitor_parts(lines, known_title) if item.in_monitor else self._parts(item, lines)
        parts, fields = (parts, fields) if item.in_monitor else self._without_cells(parts, fields)
        text, pieces = joined(parts.body)
        if pieces:
            span = Block(item.head.kind, text, pieces).span()
        else:
            span = SourceSpan(item.head.page, item.head.start, item.head.end)
        return Candidate(
            text=text or parts.title or "",
            span=span,
            place=place,
            kind=kind,
            code=item.code.normal or None,
            title=parts.title,
            column=parts.column or fields.get("column"),
            lead=parts.lead or fields.get("lead"),
            term=fields.get("term"),
            priority=parts.priority or fields.get("priority"),
            progress=parts.progress or fields.get("progress"),
            rating=light_named(parts.rating) if parts.rating else None,
            rating_text=parts.rating,
            result=fields.get("result"),
            order=item.head.start,
            in_monitor=item.in_monitor,
        )

    def _without_cells(self, parts: Anatomy, fields: dict[str, str]) -> tuple[Anatomy, dict[str, str]]:
        """Take the cells off the end of a row that was kept on one line: "Start bouw | Anker | Q3"."""
        if not parts.body and parts.title and BAR in parts.title:
            head, *cells = parts.title.split(BAR)
            return replace(parts, title=head), self._cells(cells) | fields
        lines = [index for index, (line, skip) in enumerate(parts.body) if BAR in line.text[skip:]]
        if not lines:
            return parts, fields
        line, skip = parts.body[lines[0]]
        head, *cells = joined([(line, skip), *parts.body[lines[0] + 1 :]])[0].split(BAR)
        kept = replace(line, text=line.text[: skip + len(head)], end=line.origin(skip + len(head)))
        return replace(parts, body=[*parts.body[: lines[0]], (kept, skip)]), self._cells(cells) | fields

    def _cells(self, cells: list[str]) -> dict[str, str]:
        """Tell the cells of a row by what each can only be: parties, else a term."""
        found: dict[str, str] = {}
        for cell in cells:
            is_parties = self._parties.match(cell.strip()) is not None and "column" not in found
            found.setdefault("column" if is_parties else "term", cell.strip())
        return found

    def _parts(self, item: Item, lines: list[tuple[Line, int]]) -> Anatomy:
        column, lines = self._column(lines)
        title, lines = _title(item, lines)
        if title and (led := LEAD_IN_TITLE.search(title)):
            return Anatomy(column, title[: led.start()].rstrip(), lines, lead=led["lead"].strip())
        return Anatomy(column, title, lines)

    def _column(self, lines: list[tuple[Line, int]]) -> tuple[str | None, list[tuple[Line, int]]]:
        """Take the party column off the front; it may run over two or three narrow lines."""
        for size in (3, 2, 1):
            if len(lines) < size:
                continue
            head, _ = joined(lines[:size])
            match = self._parties.match(head)
            if not match or match["open"]:
                continue
            before = sum(len(line.text) - skip + 1 for line, skip in lines[: size - 1])
            if size > 1 and match.end() <= before:
                continue
            if not _is_column(head, match):
                continue
            line, skip = lines[size - 1]
            rest = skip + match.end() - before
            left = [(line, rest)] if rest < len(line.text) else []
            return match[0].strip(" ,"), left + lines[size:]
        return None, lines

    def _monitor_parts(self, lines: list[tuple[Line, int]], known_title: str | None) -> Anatomy:
        split = self._lead_line(lines)
        if split == len(lines) and (parts := self._lead_behind_title(lines)):
            return parts
        title, body = _running_title(lines[:split], known_title)
        if split == len(lines):
            return Anatomy(None, title, body)
        lead, rest = self._column(lines[split:])
        rating, rest = _rating(rest)
        priority, progress = _priority(rest)
        if rating is None:
            rating, progress = _rating(progress)
        return Anatomy(None, title, body, lead, priority, joined(progress)[0] or None, rating)

    def _lead_behind_title(self, lines: list[tuple[Line, int]]) -> Anatomy | None:
        """Read a row whose leads begin on the line of its title: "Monitoring Gemeente", "en", "corporaties"."""
        words = lines[0][0].text[lines[0][1] :].split() if lines else []
        for size in (3, 2, 1, 0):
            below = [line.text[skip:] for line, skip in lines[1 : 1 + size]]
            for cut in range(1, len(words)):
                phrase = " ".join([*words[cut:], *below])
                match = self._parties.match(phrase) if words[cut][0].isupper() and len(below) == size else None
                if match and match.end() == len(phrase) and not match["open"]:
                    progress = joined(lines[1 + size :])[0].lstrip(" -–")
                    return Anatomy(None, " ".join(words[:cut]), [], phrase, progress=progress or None)
        return None

    def _lead_line(self, lines: list[tuple[Line, int]]) -> int:
        """Return the index of the line with which the column of leads begins."""
        for index in range(1, len(lines)):
            line, skip = lines[index]
            text = line.text[skip:]
            match = self._parties.match(text)
            if not match:
                continue
            rest = text[match.end() :]
            if PRIORITY_HEAD.match(rest):
                return index
            if not rest and _finished(lines[index - 1][0].text) and index + 1 < len(lines):
                column, left = self._column(lines[index:])
                if column and (not left or PRIORITY_HEAD.match(left[0][0].text[left[0][1] :]) or match["open"]):
                    return index
        return self._bare_lead(lines)

    def _bare_lead(self, lines: list[tuple[Line, int]]) -> int:
        """A row without a priority: a line (or two) that is nothing but parties."""
        for index in range(1, len(lines)):
            column, left = self._column(lines[index : index + 3])
            whole = joined(lines[index : index + 3])[0]
            if column and len(whole) - len(joined(left)[0]) <= len(column) + 2 and lines[index][0].text[:1].isupper():
                words = lines[index][0].text
                if len(words) <= len(column) + 2:
                    return index
        return len(lines)


def _is_column(head: str, match: re.Match[str]) -> bool:
    """A column of parties is followed by a title, not by the verb of a sentence."""
    rest = head[match.end() :]
    return not rest or not rest[:1].islower()


def _lines(item: Item) -> list[tuple[Line, int]]:
    result: list[tuple[Line, int]] = []
    for block in item.blocks:
        if block.table or (block is not item.head and is_footnote(block)):
            continue
        for piece in block.pieces:
            skip = piece.skip + item.code.width if block is item.head and piece.at == 0 else piece.skip
            if skip < len(piece.line.text):
                result.append((piece.line, skip))
    return result


def _fields(lines: list[tuple[Line, int]]) -> tuple[list[tuple[Line, int]], dict[str, str]]:
    """Take out the lines that name a field; what runs on below such a line belongs to it."""
    rest: list[tuple[Line, int]] = []
    fields: dict[str, str] = {}
    current: str | None = None
    for line, skip in lines:
        text = line.text[skip:]
        if labels := labels_in(text):
            for label, value in labels:
                current = next((name for name, words in FIELDS.items() if words.match(label)), "other")
                fields[current] = value
        elif current and (text[:1].islower() or fields[current].endswith(",")):
            fields[current] += f" {text}"
        else:
            current = None
            rest.append((line, skip))
    return rest, fields


def _title(item: Item, lines: list[tuple[Line, int]]) -> tuple[str | None, list[tuple[Line, int]]]:
    """Take the title: the rest of the code's own paragraph, or the paragraph after it, when it is no sentence."""
    if not lines:
        return None, lines
    owner = {id(piece.line): block for block in item.blocks for piece in block.pieces}
    first = owner[id(lines[0][0])]
    size = sum(1 for line, _ in lines if owner[id(line)] is first)
    for count in range(1, min(size, 3) + 1):  # with its brackets a title is whole, whatever follows
        if LEAD_IN_TITLE.search(title := joined(lines[:count])[0]):
            return title, lines[count:]
    title, _ = joined(lines[:size])
    if not _reads_as_title(title):
        size, title = _leading_title(lines)
    if not title:
        return None, lines
    return title, lines[size:]


def _leading_title(lines: list[tuple[Line, int]]) -> tuple[int, str]:
    """A title on a first line of its own, directly above the sentence."""
    text = lines[0][0].text[lines[0][1] :]
    if len(lines) > 1 and _reads_as_title(text) and lines[1][0].text[:1].isupper() and not VERB.search(text):
        return 1, text
    return 0, ""


def _reads_as_title(text: str) -> bool:
    if not 0 < len(text) <= LONGEST_TITLE or text.endswith((".", ";", ":", ",")) or text[:1].islower():
        return False
    return ". " not in text and text.rsplit(" ", 1)[-1].lower() not in OPEN_WORDS


def _finished(text: str) -> bool:
    return text.endswith((".", ":", ";", "?", ")"))


def _running_title(lines: list[tuple[Line, int]], known: str | None) -> tuple[str | None, list[tuple[Line, int]]]:
    """Take a title that wraps in a narrow column: it ends where a line begins with a capital."""
    if not lines:
        return None, lines
    size = 1
    while size < len(lines) and lines[size][0].text[:1].islower():
        size += 1
    if known:
        wanted = re.sub(r"\W+", "", known.lower())
        for count in range(1, min(len(lines), 6) + 1):
            if re.sub(r"\W+", "", joined(lines[:count])[0].lower()) == wanted:
                size = count
                break
    title = joined(lines[:size])[0]
    while len(title) > 100 and size > 1:
        size -= 1
        title = joined(lines[:size])[0]
    return title, lines[size:]


def _priority(lines: list[tuple[Line, int]]) -> tuple[str | None, list[tuple[Line, int]]]:
    """Take the priority off the front: its head and the narrow lines that run on from it."""
    if not lines:
        return None, lines
    line, skip = lines[0]
    text = line.text[skip:]
    head = PRIORITY_HEAD.match(text)
    if not head:
        return None, lines
    if len(text) > NARROW:
        left = text[head.end() :]
        offset = len(text) - len(left.lstrip())
        return head[0].strip(" -") or None, [(line, skip + offset), *lines[1:]]
    size = 1
    while size < len(lines) and _runs_on(lines[size - 1][0].text, lines[size][0].text):
        size += 1
    words = joined(lines[:size])[0].replace("- ", "").strip()
    return words.strip("-– ") or None, lines[size:]


def _rating(lines: list[tuple[Line, int]]) -> tuple[str | None, list[tuple[Line, int]]]:
    """Take a light that stands alone on the first line or the next: a coloured sign, a colour's name, or both."""
    for index, (line, skip) in enumerate(lines[:2]):
        if RATING.fullmatch(line.text[skip:].strip()):
            return line.text[skip:].strip(), [*lines[:index], *lines[index + 1 :]]
    return None, lines


def _runs_on(above: str, text: str) -> bool:
    """A narrow line continues a priority when it begins small, or when the line above cannot be its end."""
    if len(text) > NARROW or _finished(text):
        return False
    return (
        not text[:1].isupper()
        or text.endswith("-")
        or above.rsplit(maxsplit=1)[-1].lower() in {"zie", "in", "bij", "na", "de"}
        or above.endswith("-")
    )
