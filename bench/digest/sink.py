"""A mail server in a process of its own that counts what it gets and keeps nothing; PIPELINING is allowed."""

from __future__ import annotations

import multiprocessing
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.sharedctypes import Synchronized

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class _Counting:
    def __init__(self, count: Synchronized) -> None:
        self._count = count

    async def handle_EHLO(  # noqa: N802
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [*responses[:-1], "250-PIPELINING", responses[-1]]

    async def handle_DATA(self, _server: object, _session: object, _envelope: Envelope) -> str:  # noqa: N802
        self._count.value += 1
        return "250 OK"


@dataclass(frozen=True, slots=True)
class Sink:
    """Where it listens, and how many mails it got."""

    port: int
    count: Callable[[], int]


def _serve(port: int, count: Synchronized) -> None:
    Controller(_Counting(count), hostname="127.0.0.1", port=port).start()
    time.sleep(24 * 60 * 60)


@contextmanager
def sink() -> Iterator[Sink]:
    """Run the server for as long as what happens inside."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    context = multiprocessing.get_context("spawn")
    count: Synchronized = context.Value("i", 0)
    process = context.Process(target=_serve, args=(port, count), daemon=True)
    process.start()
    try:
        _until_it_listens(port)
        yield Sink(port, lambda: count.value)
    finally:
        process.terminate()
        process.join()


def _until_it_listens(port: int) -> None:
    for _ in range(100):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("The mail server of the bench did not start.")
