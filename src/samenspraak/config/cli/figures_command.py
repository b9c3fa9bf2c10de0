"""`samenspraak figures`: key figures of files, without a database. Rows are read, counted and let go."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from samenspraak.config.cli import exit_status
from samenspraak.config.cli.errors import QuestionIncomplete
from samenspraak.config.cli.figures_output import list_as_text, written
from samenspraak.config.cli.screen import ProgressBar, show, warn
from samenspraak.core.measurement.key_figures.choosing import figures_named
from samenspraak.core.measurement.key_figures.columns import PLACES, Subject
from samenspraak.core.measurement.key_figures.declaration import KeyFigure
from samenspraak.core.measurement.key_figures.results import FigureValue
from samenspraak.core.measurement.key_figures.sql import OwnershipRule, refuse_unknown_groupings
from samenspraak.core.measurement.parameters import Parameters
from samenspraak.engines.extracts.errors import ExtractUnreadable
from samenspraak.engines.extracts.outside import outside_totals
from samenspraak.engines.extracts.taking import Question, mapping_of, take_in
from samenspraak.engines.knowledge.key_figures import load_key_figures, own_key_figures
from samenspraak.engines.knowledge.parameters import load_parameters
from samenspraak.engines.warehouse.computing import compute, unverified_limits
from samenspraak.engines.warehouse.on_duckdb import DuckDb

_IN_DUTCH = {column.dutch: column.name for column in PLACES}


def run(options: argparse.Namespace) -> int:
    """List the figures, or compute them."""
    figures = _chosen(options)
    if options.task == "list":
        if options.format == "parquet":
            raise QuestionIncomplete("De lijst van kengetallen is er als table, json of csv. Kies een van die drie.")
        show(list_as_text(figures, options.format))
        return exit_status.DONE
    if not options.year:
        raise QuestionIncomplete("Noem het jaar met --year: elk jaar heeft eigen grenzen.")
    if not options.stock and not options.allocations:
        raise QuestionIncomplete("Noem een bestand met bezit, of een met toewijzingen achter --allocations.")
    options.by = [_IN_DUTCH.get(place.lower(), place.lower()) for place in options.by]
    refuse_unknown_groupings(options.by)
    parameters = load_parameters()
    with TemporaryDirectory(prefix="samenspraak-") as folder:
        _take_all(options, parameters, Path(folder))
        values = _values(options, figures, parameters, Path(folder))
    for year, limits in unverified_limits(figures, parameters, options.year).items():
        warn(f"Let op: voor {year} is niet nagegaan: {', '.join(limits)}.")
    text = written(values, {figure.code: figure for figure in figures}, options.format, options.output)
    if text is not None:
        show(text)
    return exit_status.DONE


def _chosen(options: argparse.Namespace) -> list[KeyFigure]:
    own = own_key_figures(_text_of(options.own)) if options.own else ()
    known = (*load_key_figures(), *own)
    return figures_named(known, options.figure) if options.figure else list(known)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ExtractUnreadable("Dit bestand is er niet, of is geen tekst in UTF-8.", where=str(path)) from None


def _take_all(options: argparse.Namespace, parameters: Parameters, folder: Path) -> None:
    files = [(Subject.STOCK, path) for path in options.stock]
    files += [(Subject.ALLOCATIONS, path) for path in options.allocations]
    mapping = mapping_of(options.map)
    said: set[str] = set()
    with ProgressBar("figures") as bar:
        for number, (subject, path) in enumerate(files):
            for year in sorted(options.year):
                bar.advance(path.name, number, len(files))
                taken = take_in(path, Question(subject, year, mapping, parameters), folder)
                sentences = [f"{path.name}: {problem}" for problem in taken.problems]
                for sentence in sentences:
                    if sentence not in said:
                        warn(sentence)
                said.update(sentences)
                if len(options.year) > 1 and "edition" not in taken.columns:
                    raise QuestionIncomplete(
                        f"{path.name} heeft geen kolom met het jaar, zodat elke rij in alle jaren zou tellen. Noem één"
                        " jaar, of voeg een kolom “jaar” toe."
                    )


def _values(
    options: argparse.Namespace, figures: Sequence[KeyFigure], parameters: Parameters, folder: Path
) -> list[FigureValue]:
    delivered = {*([Subject.STOCK] if options.stock else []), *([Subject.ALLOCATIONS] if options.allocations else [])}
    with DuckDb(folder) as engine:
        return compute(
            engine,
            _of(figures, delivered),
            years=sorted(options.year),
            groupings=[tuple(options.by)],
            parameters=parameters,
            rule=OwnershipRule(options.ownership),
            outside=outside_totals(options.dwellings) if options.dwellings else None,
        )


def _of(figures: Iterable[KeyFigure], subjects: set[Subject]) -> list[KeyFigure]:
    return [figure for figure in figures if figure.subject in subjects]
