"""Many files at once, on all cores."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

from samenspraak.engines.intake.errors import ReadingBroken
from samenspraak.engines.intake.taking_in import Organisations, Refusal, Taken, try_to_take_in

PATIENCE_SECONDS = 1


def take_in_many(
    paths: Sequence[Path], *, organisations: Organisations = (), processes: int | None = None
) -> Iterator[Taken]:
    """Read and understand files on all cores (or on `processes`); yields in the order of `paths`."""
    workers = max(1, min(processes or os.cpu_count() or 1, len(paths)))
    # forkserver: a child that starts from the parent's threads and open connections could hang on their locks.
    context = multiprocessing.get_context("forkserver")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    try:
        with _ctrl_c_waits():
            futures = [pool.submit(try_to_take_in, path, organisations) for path in paths]
        for path, future in zip(paths, futures, strict=True):
            yield result_of(path, future)
    except BaseException:
        # Whoever asked has gone or wants to stop: what is half read is of no use to anybody. The pool's own thread is
        # not waited for: it may wait for a child that was ended in the middle of a sentence.
        pool.shutdown(wait=False, cancel_futures=True)
        _end(multiprocessing.active_children())
        raise
    pool.shutdown()


def _end(children: list[BaseProcess]) -> None:
    for child in children:
        child.kill()
    for child in children:
        child.join(PATIENCE_SECONDS)  # one that is still starting would complain that its parent has gone


def result_of(path: Path, future: Future[Taken]) -> Taken:
    """Return what a process made of a file, also when the machine stopped that process."""
    try:
        return future.result()
    except BrokenProcessPool:
        error = ReadingBroken(path.name)
        return Taken(path, refusal=Refusal(error.code, str(error)))


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Hold Ctrl-C back while children start.

    It reaches every process of the terminal, but only the first has something to say about it. Children inherit
    that it is held back, for ever; here it comes through as soon as all have started and can be ended.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
