"""Files taken in one after the other or all at once, with a bar and a sentence for each that failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from samenspraak.config.cli.program_log import write_to_log
from samenspraak.config.cli.screen import ProgressBar, warn
from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.intake.taking_in import Organisations, Refusal, Taken, take_in


def takings(
    paths: Sequence[Path], *, processes: int | None = None, organisations: Organisations = (), label: str
) -> Iterator[Taken]:
    """Yield what came of each file, in order; what could not be read has been said by then."""
    found = (
        iter([_one(paths[0], organisations)])
        if len(paths) == 1
        else _all(paths, processes=processes, organisations=organisations)
    )
    with ProgressBar(label) as bar:
        for count, taken in enumerate(found, start=1):
            if taken.refusal is not None:
                _say(taken.refusal)
            yield taken
            if len(paths) > 1:
                bar.advance(taken.path.name, count, len(paths))


def _one(path: Path, organisations: Organisations) -> Taken:
    """Take in a single file in this process: it starts sooner, and the bar can follow the pages."""
    with ProgressBar(path.name) as bar:
        try:
            return Taken(path, intake=take_in(path, organisations=organisations, on_progress=bar.advance))
        except SamenspraakError as error:
            return Taken(path, refusal=Refusal(error.code, str(error)))


def _all(paths: Sequence[Path], *, processes: int | None, organisations: Organisations) -> Iterator[Taken]:
    # Loaded late: what starts processes takes longer to load than a single short file to read.
    from samenspraak.engines.intake.taking_in_many import take_in_many  # noqa: PLC0415

    return take_in_many(paths, processes=processes, organisations=organisations)


def _say(refusal: Refusal) -> None:
    if refusal.trace:
        log = write_to_log(refusal.trace)
        warn(f"{refusal.message}: er ging iets mis dat niet uw schuld is; wat precies, staat in {log}.")
    else:
        warn(refusal.message)
