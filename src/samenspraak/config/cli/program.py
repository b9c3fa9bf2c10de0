"""Where every command begins and ends: one sentence and one exit status, whatever happens."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Sequence

from samenspraak.config.cli import exit_status
from samenspraak.config.cli.arguments import parse
from samenspraak.config.cli.language import in_language
from samenspraak.config.cli.program_log import write_to_log
from samenspraak.config.cli.screen import warn
from samenspraak.core.errors import SamenspraakError

WITH_RECORDS = {"import", "serve", "worker", "demo", "reindex", "administrator", "confirm", "report"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do a command; returns the exit status."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except SamenspraakError as error:
        warn(str(error))
        return exit_status.REFUSED
    except KeyboardInterrupt:
        warn(in_language("Afgebroken.", "Interrupted."))
        return exit_status.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exit_status.PIPE_CLOSED
    except Exception as error:  # noqa: BLE001  # the border of the program: nobody should meet a traceback
        return _own_up(type(error).__name__, traceback.format_exc())


def _run(arguments: Sequence[str]) -> int:
    command, options = parse(arguments)
    if command == "version":
        # Loaded late: it takes longer than everything else here together.
        from importlib.metadata import version  # noqa: PLC0415

        print(f"Samenspraak {version('samenspraak')}")
        return exit_status.DONE
    # Each command loads only what it needs: extraction should not wait for Django. What works with records
    # is loaded when Django has started, as Django demands.
    if command == "serve":
        os.environ["SAMENSPRAAK_STATIC_COLLECTED"] = "1"  # before the settings are read
    if command in WITH_RECORDS:
        importlib.import_module("samenspraak.config.cli.database_ready").ready_database()
    module = importlib.import_module(f"samenspraak.config.cli.{command}_command")
    status: int = module.run(options)
    return status


def _own_up(fault: str, trace: str) -> int:
    path = write_to_log(trace)
    warn(
        in_language(
            f"Er ging iets mis dat niet uw schuld is ({fault}). Meld het, met dit bestand erbij: {path}",
            f"Something went wrong that is not your fault ({fault}). Report it, together with this file: {path}",
        )
    )
    return exit_status.OUR_FAULT
