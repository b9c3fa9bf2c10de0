"""`samenspraak extract`: read, understand, print. No database, no Django."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from samenspraak.config.cli import exit_status
from samenspraak.config.cli.errors import NoOutputFolder
from samenspraak.config.cli.intake_sentences import sentences_about
from samenspraak.config.cli.screen import show, warn
from samenspraak.config.cli.takings import takings
from samenspraak.core.extraction.as_json import as_json
from samenspraak.engines.intake.taking_in import Intake

SUFFIXES = {"json": ".json", "table": ".txt"}


def run(options: argparse.Namespace) -> int:
    """Print or write the result per file; returns REFUSED when one could not be read."""
    if options.output is not None:
        _make_folder(options.output)
    taken_names: set[str] = set()
    status = exit_status.DONE
    for taken in takings(options.files, processes=options.processes, label="extract"):
        if taken.intake is None:
            status = exit_status.REFUSED
            continue
        for sentence in sentences_about(taken.path, taken.intake):
            warn(sentence)
        text = as_text(taken.intake, options.format, is_alone=len(options.files) == 1 or options.output is not None)
        if options.output is None:
            show(text)
        else:
            _write(options.output, _free_name(taken.path, SUFFIXES[options.format], taken_names), text)
    return status


def as_text(intake: Intake, form: str, *, is_alone: bool) -> str:
    """Return a result as it is printed: indented when it stands alone, else on a line of its own."""
    if form == "table":
        # Loaded late: laying out a table needs a library that JSON does not.
        from samenspraak.config.cli.result_table import result_table  # noqa: PLC0415

        return result_table(intake)
    return json.dumps(as_json(intake.source, intake.extraction), ensure_ascii=False, indent=2 if is_alone else None)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise NoOutputFolder(f"In deze map kan niet worden geschreven: {folder}. Kies een andere map.") from None


def _free_name(path: Path, suffix: str, taken: set[str]) -> str:
    """Return a file name for a result; two inputs of the same name do not overwrite each other."""
    names: Iterator[str] = (f"{path.stem}{number}{suffix}" for number in ("", *(f"-{n}" for n in range(2, 100_000))))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return name


def _write(folder: Path, name: str, text: str) -> None:
    try:
        (folder / name).write_text(text + "\n", encoding="utf-8", errors="replace")
    except OSError:
        raise NoOutputFolder(f"Dit bestand kan niet worden geschreven: {folder / name}. Kies een andere map.") from None
