"""Files from this machine into the register, for the command line and the example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.timezone import localtime

from samenspraak.apps.agreements.jobs import Imported, imported_before, register_intake
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import confirmed_organisations
from samenspraak.config.cli.intake_sentences import sentences_about
from samenspraak.config.cli.screen import warn
from samenspraak.config.cli.takings import takings
from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.intake.taking_in import Intake, Taken


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file; `imported` is None when it was refused or had nothing for the register."""

    path: Path
    imported: Imported | None
    is_refused: bool
    sentence: str


def import_files(
    paths: Sequence[Path],
    *,
    by: Person,
    into: Agreement | None = None,
    for_review: bool = False,
    processes: int | None = None,
) -> Iterator[Outcome]:
    """Read files on all cores and register them one by one; what was imported before is not read again."""
    waiting: list[Path] = []
    for path in paths:
        known = _known(path)
        if known is None:
            waiting.append(path)
        else:
            yield _outcome(path, known)
    if waiting:
        found = takings(waiting, processes=processes, organisations=confirmed_organisations(), label="import")
        yield from (_register(taken, by, into, for_review=for_review) for taken in found)


def _known(path: Path) -> Imported | None:
    try:
        return imported_before(path)
    except (OSError, ValueError):  # reading it will say what is wrong
        return None


def _register(taken: Taken, by: Person, into: Agreement | None, *, for_review: bool) -> Outcome:
    if taken.intake is None:
        return Outcome(taken.path, None, is_refused=True, sentence="")
    for sentence in sentences_about(taken.path, taken.intake):
        warn(sentence)
    if not _has_content(taken.intake, into):
        return Outcome(taken.path, None, is_refused=False, sentence=f"{taken.path.name}: niets in het register gezet.")
    try:
        imported = register_intake(path=taken.path, intake=taken.intake, by=by, into=into, for_review=for_review)
    except SamenspraakError as error:
        warn(str(error))
        return Outcome(taken.path, None, is_refused=True, sentence="")
    return _outcome(taken.path, imported, for_review=for_review)


def _has_content(intake: Intake, into: Agreement | None) -> bool:
    # Beside existing agreements a document with only tables or terms is worth keeping; alone it is an empty register.
    extraction = intake.extraction
    return bool(extraction.commitments or (into is not None and (extraction.tables or extraction.glossary)))


def _outcome(path: Path, imported: Imported, *, for_review: bool = False) -> Outcome:
    agreement, document = imported.agreement, imported.document
    name = f"‘{agreement.title}’ (nummer {agreement.public_id})"
    if imported.is_new:
        count = document.commitments.count()
        noun = "afspraak" if count == 1 else "afspraken"
        place = "klaar om na te kijken" if for_review else "in het register"
        sentence = f"{path.name}: {count} {noun} {place} onder {name}."
    else:
        day = f"{localtime(document.uploaded_at):%d-%m-%Y}"
        sentence = f"{path.name}: is al ingelezen op {day} en staat onder {name}; er is niets veranderd."
    return Outcome(path, imported, is_refused=False, sentence=sentence)
