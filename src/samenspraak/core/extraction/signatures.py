"""The signature page: who signed, in which function, for whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.result import Signatory

OPENS = re.compile(
    r"^(?:\d+\.?\s*)?(?:ondertekening|tekenblad|handtekening(?:en)?|aldus (?:overeengekomen|"
    r"opgemaakt|getekend)|ondertekend)\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"^(?:bijlage|begrippen|inhoud)\b", re.IGNORECASE)
LONGEST = 60  # blocks of a signature page
TITLE = r"(?:de heer|mevrouw|dhr\.?|mw\.?|mevr\.?|drs\.?|ir\.?|ing\.?|mr\.?|dr\.?|prof\.?)"
PARTICLE = r"(?:van|de|der|den|ter|ten|te|'t|van der|van den|van de)"
SURNAME = rf"(?:{PARTICLE}\s+)*[A-ZÀ-Ý][\w’'-]+"
PERSON = re.compile(
    rf"(?P<name>(?:{TITLE}\s+)+(?:(?:[A-Z]\.\s?){{1,5}}|[A-Z][\w-]+\s)?{SURNAME}(?:[ -]{SURNAME})*|"
    rf"(?:[A-Z]\.\s?){{1,5}}{SURNAME}(?:-[A-ZÀ-Ý][\w’'-]+)*)",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:wethouders?|burgemeester|directeur-bestuurder|bestuurder|directeur|voorzitter|"
    r"secretaris|penningmeester|manager|gedeputeerde|"
    r"lid van het bestuur|bestuurslid|regiodirecteur|vestigingsmanager)\b[^\n,]*",
    re.IGNORECASE,
)
ON_BEHALF = re.compile(r"^namens (?:de |het )?(?P<organisation>.+?)[,:]?$", re.IGNORECASE)


@dataclass(slots=True)
class _Slot:
    name: str
    role: str | None = None
    organisation: str | None = None


def opens_signing(text: str) -> bool:
    """Say whether a line begins the part of a document where it is signed."""
    return bool(OPENS.match(text))


def signing_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of the signature page; empty when the document has none."""
    start = next(
        (i for i, b in reversed(list(enumerate(blocks))) if b.kind is not BlockKind.TABLE and opens_signing(b.text)),
        None,
    )
    if start is None:
        return []
    result: list[Block] = []
    for block in blocks[start : start + LONGEST]:
        if ENDS.match(block.text):
            break
        if block.kind is not BlockKind.TABLE:
            result.append(block)
    return result


def signatories_in(blocks: Sequence[Block], cast: Cast) -> tuple[Signatory, ...]:
    """Return the signatories; a part that the page does not give is None."""
    slots: list[_Slot] = []
    behalf: list[str] = []  # several when they stand side by side above the names that belong to them
    is_fresh = True  # whether nobody was named since the last of them
    for block in blocks:
        for line in (piece.line.text for piece in block.pieces):
            if found := ON_BEHALF.match(line):
                behalf = [*(behalf if is_fresh else ()), found["organisation"].strip(" ,")]
                is_fresh = True
            elif (person := PERSON.match(line)) and not _is_organisation(line, cast):
                slots.append(_Slot(person["name"].strip(), organisation=behalf.pop(0) if behalf else None))
                is_fresh = False
            elif slots:
                _complete(slots[-1], line, cast)
    return tuple(Signatory(slot.name, slot.role, slot.organisation) for slot in slots)


def _complete(slot: _Slot, line: str, cast: Cast) -> None:
    if slot.role is None and (role := ROLE.search(line)):
        slot.role = role[0].strip()
    if slot.organisation is None and _is_organisation(line, cast):
        slot.organisation = line.strip(" ,-–")


def _is_organisation(line: str, cast: Cast) -> bool:
    return any(name in line for name in cast.names) or line.lower().startswith("gemeente ")
