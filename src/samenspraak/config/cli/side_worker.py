"""The worker that runs along with `samenspraak serve`: a process of its own, that ends when the server does."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

STOP_SECONDS = 5


@contextlib.contextmanager
def running_along() -> Iterator[None]:
    """Have a worker run for as long as what happens inside."""
    # In a session of its own, so that Ctrl-C reaches the server first, and all that the worker started can be ended.
    process = subprocess.Popen(
        [sys.executable, "-m", "samenspraak.config.cli.side_worker", str(os.getpid())], start_new_session=True
    )
    try:
        yield
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=STOP_SECONDS)
        # What is half read is nobody's loss: it is taken up when a worker runs again.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def main(server: int) -> None:
    """Work until the server with this process number is gone."""
    importlib.import_module("samenspraak.config.cli.database_ready").ready_database()
    # Loaded when Django has started, as Django demands.
    importlib.import_module("samenspraak.config.cli.working").work(lambda: os.getppid() == server)


if __name__ == "__main__":
    main(int(sys.argv[1]))
