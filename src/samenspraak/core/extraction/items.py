"""Items: stretches of a document that begin with a code or an item number and run until the next one."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.headings import SECTION, Stance, is_bare_theme, is_structural, stance_of
from samenspraak.core.extraction.markers import Code, code_of, number_of
from samenspraak.core.extraction.monitor_header import is_monitor_header
from samenspraak.core.extraction.paragraphs import is_footnote
from samenspraak.core.extraction.signatures import opens_signing
from samenspraak.core.extraction.size import fewest

VOID = re.compile(
    r"^\W*(?:vervallen|vervalt|gereserveerd|niet van toepassing|n\.?v\.?t\.?|geschrapt)\W*$", re.IGNORECASE
)
# What such an item says where its statement stood: "Vervallen: er wordt niet gesloopt."
VOID_TEXT = re.compile(r"^\W*(?:vervallen|vervalt|gereserveerd|geschrapt)\b", re.IGNORECASE)
LONG_ROW, UNBROKEN = 4, 0.7  # numbers that need not begin at 1, and the share of them that follow each other
LETTERED_HEADING = re.compile(r"^[A-Z]\.?\s+[A-Z]")
LONG = 60  # characters: running text rather than a stray cell
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LETTERS = tuple("ABCDEFGH")
FEWEST_ALIKE = 2  # families whose codes look alike
# "BES-01 tot en met BES-04: Beschikbaarheid": which codes stand below.
RANGE = re.compile(r"^(?:tot en met|t/m|en|&|[–-])\s*[A-Z]{1,3}[\s.-]{0,3}\d[\d.]*(?:\s*[:–-]|$)")
FEWEST_CODES = 3  # fewer codes of a family are a coincidence ("A2", "B5")


@dataclass(slots=True)
class Item:
    """A coded item as found: the block that carries the code and the blocks that follow it."""

    code: Code
    head: Block
    body: list[Block] = field(default_factory=list)
    in_monitor: bool = False

    @property
    def rest(self) -> str:
        """Return what stands on the code's own block after the code."""
        return self.head.text[self.code.width :].strip()

    @property
    def blocks(self) -> list[Block]:
        """Return all blocks of the item, the head first."""
        return [self.head, *self.body]


def code_families(blocks: list[Block]) -> set[str]:
    """Return the letters ("K", "J", "Afspraak") that this document uses as codes of commitments."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        if block.kind is not BlockKind.TABLE and block.marker is None and (code := code_of(block.text)):
            numbers[code.family].add(code.number or str(len(numbers[code.family]) + 1))
    least = fewest(FEWEST_CODES, len(blocks), least=2)
    families = {family for family, found in numbers.items() if len(found) >= least and _runs(found)}
    return families | _further_on(families, numbers)


def _further_on(families: set[str], numbers: dict[str, set[str]]) -> set[str]:
    """Return the families with few codes that come next in the row: D with one code, where A, B and C have many.

    Where several families look alike ("BES-01", "BET-01"), another that does is one as well.
    """
    shapes = Counter(_shape(family, numbers[family]) for family in families)
    found = {
        family
        for family, named in numbers.items()
        if shapes[_shape(family, named)] >= FEWEST_ALIKE and "1" in {number.lstrip("0") for number in named}
    }
    for row in (ROMANS, LETTERS):
        for before, family in itertools.pairwise(row):
            if before in families | found and any(_counted(n.split(".")[0]) == 1 for n in numbers.get(family, ())):
                found.add(family)
    return found


def _shape(family: str, numbers: set[str]) -> tuple[int, str]:
    """Return how codes look: so many letters, and a number such as "00" or "0.0"."""
    return len(family), re.sub(r"\d", "0", min(numbers, default=""))


def _runs(numbers: set[str]) -> bool:
    """Codes are counted through: 1 is there, or at least numbers that follow each other."""
    first = Counter(number.split(".")[0] for number in numbers)
    dotted = any("." in number for number in numbers)
    values = sorted({_counted(number.split(".")[-1]) for number in numbers})
    follows = sum(b - a == 1 for a, b in itertools.pairwise(values))
    # A year's agreements may go on counting where those of the year before ended: "Afspraak 10", "Afspraak 11", ...
    goes_on = len(values) >= LONG_ROW and follows >= UNBROKEN * (len(values) - 1)
    return bool(first) and (1 in values or dotted or goes_on) and follows >= 1


def _counted(part: str) -> int:
    """Return what the last part of a number counts: 12 for "12", 2 for "b" and for "1B"."""
    if part[-1:].isalpha() and part[:-1].isdigit():
        part = part[-1]
    digits = "".join(character for character in part if character.isdigit())
    return int(digits) if digits else ord(part[-1:].lower() or "`") - ord("`")


def coded_items(blocks: list[Block], families: set[str]) -> tuple[list[Item], list[Block]]:
    """Return the coded items and the blocks that belong to none of them, both in order."""
    items: list[Item] = []
    outside: list[Block] = []
    current: Item | None = None
    in_monitor = False
    for block in blocks:
        if is_monitor_header(block.text):
            in_monitor, current = True, None
            continue
        code = _item_code(block, families, in_monitor=in_monitor)
        if code and RANGE.match(block.text[code.width :]):
            current = None
            outside.append(replace(block, kind=BlockKind.HEADING))
        elif code and VOID.match(block.text[code.width :].strip()):
            current = None
        elif code:
            current = Item(code, block, in_monitor=in_monitor)
            items.append(current)
        elif current and not _ends_item(block, current):
            current.body.append(block)
        else:
            if block.kind is not BlockKind.HEADING and len(block.text) > LONG:
                in_monitor = False  # running text between tables
            current = None
            outside.append(block)
    return items, outside


def _item_code(block: Block, families: set[str], *, in_monitor: bool) -> Code | None:
    if block.kind is BlockKind.TABLE or block.marker:
        return None
    code = code_of(block.text)
    if code and (code.family in families or (in_monitor and len(code.family) == 1)):
        return code
    number = number_of(block.text) if in_monitor else None
    return number if number and len(number.parts) >= 3 else None


def _ends_item(block: Block, item: Item) -> bool:
    if block.kind is BlockKind.TABLE:
        return False
    if is_footnote(block):
        return False
    if opens_signing(block.text):
        return True
    if number_of(block.text) and (block.kind is BlockKind.HEADING or _subsection(block)):
        return True
    if block.kind is not BlockKind.HEADING:
        return False
    if (
        is_structural(block.text)
        or SECTION.match(block.text)
        or stance_of(block.text) is Stance.EXCLUDED
        or block.text.startswith("Bijlage")
    ):
        return True
    if LETTERED_HEADING.match(block.text):
        return True
    if is_bare_theme(block.text) and block.page != item.blocks[-1].page:
        return True
    return not item.in_monitor and _has_sentence(item)


def _subsection(block: Block) -> bool:
    number = number_of(block.text)
    return bool(number) and block.kind is BlockKind.HEADING


def _has_sentence(item: Item) -> bool:
    return any(block.text.endswith((".", ";", ":")) and len(block.text) > 40 for block in item.blocks)
