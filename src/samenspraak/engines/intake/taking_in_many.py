"""Many files at once, on all cores."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from samenspraak.engines.intake.errors import ReadingBroken
from samenspraak.engines.intake.taking_in import Organisations, Refusal, Taken, try_to_take_in


def take_in_many(
    paths: Sequence[Path], *, organisations: Organisations = (), processes: int | None = None
) -> Iterator[Taken]:
    """Read and understand files on all cores (or on `processes`); yields in the order of `paths`."""
    workers = max(1, min(processes or os.cpu_count() or 1, len(paths)))
    # forkserver: a child that starts from the parent's threads and open connections could hang on their locks.
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_die_quietly) as pool:
        try:
            futures = [pool.submit(try_to_take_in, path, organisations) for path in paths]
            for path, future in zip(paths, futures, strict=True):
                yield result_of(path, future)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def result_of(path: Path, future: Future[Taken]) -> Taken:
    """Return what a process made of a file, also when the machine stopped that process."""
    try:
        return future.result()
    except BrokenProcessPool:
        error = ReadingBroken(path.name)
        return Taken(path, refusal=Refusal(error.code, str(error)))


def _die_quietly() -> None:
    # Ctrl-C reaches every process of the terminal; only the first has something to say about it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
