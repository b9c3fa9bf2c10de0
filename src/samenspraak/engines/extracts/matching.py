"""Which column of a file is which of ours: by VERA's names, those of the WOZ-bezitstabel, or a kept mapping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.raw_columns import RAW, RawColumn, RawKind
from samenspraak.engines.extracts.errors import MappingWrong, NamesOfPeople
from samenspraak.engines.extracts.problems import Problem

# Columns that say who somebody is. A file of allocations that has one is refused, also where it would not be read.
_PEOPLE = re.compile(
    r"(?:^|voor|achter|familie|geslachts|roep)na+m(?:en)?(?:huurder|kandidaat|bewoner)?$|^(?:huurder|kandidaat|bewoner)(?:naam)?$"
    r"|initialen|voorletters|^bsn|burgerservice|geboorte|e-?mail|telefoon|iban|rekeningnummer|^adres$|huisnummer|straat"
)
# Known of a unit by VERA, and used to tell whether it was there; not kept.
DATES_OF_USE = (
    RawColumn("put_in_on", "de datum van in exploitatie", RawKind.DAY, ("inExploitatiedatum", "datum in exploitatie")),
    RawColumn(
        "put_out_on", "de datum van uit exploitatie", RawKind.DAY, ("uitExploitatiedatum", "datum uit exploitatie")
    ),
)
SAME = "="  # a mapping `=ja` gives every row the same


@dataclass(frozen=True, slots=True)
class Matching:
    """For each of our columns the place in the file, or one text for all rows; and what was wrong or left."""

    places: Mapping[str, int]
    same_for_all: Mapping[str, str]
    unused: tuple[str, ...]
    problems: tuple[Problem, ...]


def readable_columns(subject: Subject) -> dict[str, RawColumn]:
    """Return the columns that a file may have."""
    also = {column.name: column for column in DATES_OF_USE} if subject is Subject.STOCK else {}
    return RAW[subject] | also


def recognised(names: Iterable[str], subject: Subject) -> int:
    """Return how many of these name a column that is known."""
    known = _known_names(subject)
    return len({known[plain(name)] for name in names if plain(name) in known})


def match_columns(
    names: Sequence[str], subject: Subject, *, mapping: Mapping[str, str] | None = None, given: Iterable[str] = ()
) -> Matching:
    """Return which column is which; `mapping` says it for our names, `given` are known from elsewhere (the year)."""
    _refuse_names_of_people(names, subject)
    places, same_for_all = _mapped(names, subject, mapping or {})
    known, problems = _known_names(subject), []
    seen: dict[str, int] = {}
    for place, name in enumerate(names):
        ours = known.get(plain(name))
        if (
            ours is None
            or ours in same_for_all
            or (ours in places and places[ours] != place and ours in (mapping or {}))
        ):
            continue
        if ours in seen:
            problems.append(_twice(names[seen[ours]], name, readable_columns(subject)[ours]))
            continue
        seen[ours] = place
        places.setdefault(ours, place)
    told = {*places, *same_for_all, *given}
    wanted = [c for c in RAW[subject].values() if c.is_required or c.name in {"edition", "association"}]
    problems.extend(_lacking(column) for column in wanted if column.name not in told)
    # Whose list it is was said when it was delivered: that a column says so too is nothing to look at.
    said = {"association"} & same_for_all.keys()
    used = {*places.values(), *(place for place, name in enumerate(names) if known.get(plain(name)) in said)}
    unused = tuple(name for place, name in enumerate(names) if place not in used and name.strip())
    return Matching(places, same_for_all, unused, tuple(problems))


def plain(name: str) -> str:
    """Return a name without capitals, accents, signs and spaces: `Eigendoms-percentage ` is `eigendomspercentage`."""
    split = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9%]", "", split.lower())


def _known_names(subject: Subject) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in readable_columns(subject).values():
        for name in (column.name, *column.also):
            found.setdefault(plain(name), column.name)
    return found


def _mapped(
    names: Sequence[str], subject: Subject, mapping: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, str]]:
    places: dict[str, int] = {}
    same: dict[str, str] = {}
    by_name = {plain(name): place for place, name in enumerate(names)}
    columns = readable_columns(subject)
    known = _known_names(subject)
    for wanted, theirs in mapping.items():
        ours = wanted if wanted in columns else known.get(plain(wanted), "")
        if not ours:
            raise MappingWrong(f"De kolom “{wanted}” kennen wij niet. Kies uit: {', '.join(columns)}.")
        if theirs.startswith(SAME):
            same[ours] = theirs.removeprefix(SAME)
        elif plain(theirs) in by_name:
            places[ours] = by_name[plain(theirs)]
        else:
            raise MappingWrong(f"De kolom “{theirs}” staat niet in het bestand. Daar staan: {', '.join(names)}.")
    return places, same


def _refuse_names_of_people(names: Sequence[str], subject: Subject) -> None:
    if subject is not Subject.ALLOCATIONS:
        return
    found = [name for name in names if _PEOPLE.search(plain(name))]
    if found:
        raise NamesOfPeople(
            f"In het bestand staan kolommen die zeggen wie iemand is: {', '.join(found)}. Er is niets gelezen."
            " Haal die kolommen weg en lever het bestand opnieuw aan."
        )


def _twice(first: str, second: str, column: RawColumn) -> Problem:
    return Problem(
        "E841", second, f"is hetzelfde als de kolom “{first}”: allebei {column.dutch}.",
        "Haal er een weg, of zeg met een indeling welke het is.",
    )  # fmt: skip


def _lacking(column: RawColumn) -> Problem:
    names = ", ".join(column.also[:3])
    return Problem(
        "E842", "", f"{column.dutch} ontbreekt.",
        f"Geef de kolom een naam zoals {names}, of zeg met een indeling welke kolom het is.",
    )  # fmt: skip
