"""Figures as a table to read, and as JSON, CSV and Parquet for other programs."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from samenspraak.config.cli.errors import NoOutputFolder
from samenspraak.config.cli.language import in_language, is_english
from samenspraak.config.cli.screen import harmless
from samenspraak.core.measurement.key_figures.columns import PLACES
from samenspraak.core.measurement.key_figures.declaration import FigureUnit, KeyFigure
from samenspraak.core.measurement.key_figures.results import FigureValue, ValueState, decimal_text
from samenspraak.engines.knowledge.municipalities import municipalities
from samenspraak.engines.warehouse.on_duckdb import open_duckdb
from samenspraak.engines.writers.cells import Column, Sheet
from samenspraak.engines.writers.csv_sheet import csv_pieces

WIDTH_WITHOUT_TERMINAL = 140
DECIMALS = {FigureUnit.SHARE: 6, FigureUnit.PER_THOUSAND: 4, FigureUnit.EUR_PER_MONTH: 2}
Figures = Mapping[str, KeyFigure]
_HEAD = ("year", "code", "version", "name", "unit", "state", "value", "numerator", "denominator", "left_out", "reason")


def written(values: Sequence[FigureValue], figures: Figures, form: str, output: Path | None) -> str | None:
    """Return the text for the screen, or write the file that was asked for."""
    if form == "parquet":
        if output is None:
            raise NoOutputFolder("Parquet kan niet op het scherm. Noem een bestand met --output.")
        _write_parquet(values, figures, output)
        return None
    text = {"table": _table, "json": _json, "csv": _csv}[form](values, figures)
    if output is None:
        return text.rstrip("\n")
    try:
        output.write_text(text, encoding="utf-8", newline="")
    except OSError:
        raise NoOutputFolder(f"Dit bestand kan niet worden geschreven: {output}. Kies een andere map.") from None
    return None


def list_as_text(figures: Sequence[KeyFigure], form: str) -> str:
    """Return what figures there are."""
    if form == "json":
        return json.dumps([_described(figure) for figure in figures], ensure_ascii=False, indent=2)
    if form == "csv":
        out = StringIO()
        writer = csv.DictWriter(out, list(_described(figures[0])), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_described(figure) for figure in figures)
        return out.getvalue().rstrip("\n")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("code", no_wrap=True)
    table.add_column(in_language("kengetal", "key figure"), ratio=1)
    table.add_column(in_language("wat het telt", "what it counts"), ratio=2)
    for figure in figures:
        described = _described(figure)
        table.add_row(figure.code, Text(described["name"]), Text(described["definition"]))
    return _printed(table)


def _described(figure: KeyFigure) -> dict[str, str]:
    english = is_english()
    return {
        "code": figure.code,
        "version": str(figure.version),
        "subject": figure.subject.value,
        "unit": figure.unit.value,
        "name": figure.name_en if english else figure.name,
        "definition": figure.definition_en if english else figure.definition,
        "count": figure.texts.get("count", ""),
        "of": figure.texts.get("of", figure.texts.get("of_outside", "")),
        "legal_basis": figure.legal_basis,
        "comparability": figure.comparability.note_en if english else figure.comparability.note,
    }


def _table(values: Sequence[FigureValue], figures: Figures) -> str:
    groups = values[0].groups if values else ()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    heads = [in_language(column.dutch, column.name) for name in groups for column in PLACES if column.name == name]
    for name in (in_language("jaar", "year"), *heads, "code"):
        table.add_column(name, no_wrap=True)
    table.add_column(in_language("kengetal", "key figure"), ratio=1)
    for name in (in_language("waarde", "value"), in_language("aantal", "count"), in_language("van", "of")):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column(in_language("niet te plaatsen", "not placed"), justify="right")
    for value in values:
        name = figures[value.code].name_en if is_english() else figures[value.code].name
        counted = None if value.unit is FigureUnit.EUR_PER_MONTH else value.numerator
        counts = (counted, value.denominator, value.left_out)
        cells = [str(value.year), *_places(value), value.code, name, _shown(value)]
        table.add_row(*(Text(harmless(cell)) for cell in (*cells, *(_count(each) for each in counts))))
    return "\n".join([_printed(table), *_notes(values)])


def _notes(values: Sequence[FigureValue]) -> list[str]:
    """Return why figures are unknown: each reason once, with the figures that it keeps unknown."""
    lacking: dict[str, dict[str, None]] = {}
    for value in values:
        if value.state is ValueState.UNKNOWN:
            lacking.setdefault(value.reason, {})[value.code] = None
    said = in_language("Onbekend, want", "Unknown, because")
    return [f"{said} {reason}: {', '.join(codes)}" for reason, codes in lacking.items()]


def _numerator(value: FigureValue) -> Fraction | None:
    """Return what was counted; a rent is summed in cents and told in euros."""
    is_money = value.unit is FigureUnit.EUR_PER_MONTH and value.numerator is not None
    return value.numerator / 100 if is_money and value.numerator is not None else value.numerator


def _places(value: FigureValue) -> list[str]:
    """Return for what places a value is; a municipality with its name."""
    names = {each.cbs_code: each.name for each in municipalities()} if "municipality" in value.groups else {}
    return [f"{cell} {names.get(cell, '')}".rstrip() if cell else "?" for cell in value.group]


def _shown(value: FigureValue) -> str:
    if value.state is ValueState.SUPPRESSED:
        return in_language("te klein", "too small")
    if value.value is None:
        return in_language("onbekend", "unknown")
    if value.unit is FigureUnit.SHARE:
        return decimal_text(value.value * 100, 1).replace(".", in_language(",", ".")) + "%"
    return _dutch(decimal_text(value.value, 2 if value.unit is FigureUnit.EUR_PER_MONTH else 1))


def _count(number: Fraction | None) -> str:
    return "" if number is None else _dutch(decimal_text(number, 1))


def _dutch(text: str) -> str:
    bare = text.removesuffix(".0")
    return bare if is_english() else bare.replace(".", ",")


def _printed(table: Table) -> str:
    out = StringIO()
    width = max(100, shutil.get_terminal_size((WIDTH_WITHOUT_TERMINAL, 24)).columns)
    Console(file=out, width=width, color_system=None, markup=False, highlight=False, emoji=False).print(table)
    return out.getvalue().rstrip("\n")


def _rows(values: Sequence[FigureValue], figures: Figures) -> Iterator[dict[str, Any]]:
    for value in values:
        figure = figures[value.code]
        told = {
            "year": value.year,
            "code": value.code,
            "version": value.version,
            "name": figure.name_en if is_english() else figure.name,
            "unit": value.unit.value,
            "state": value.state.value,
            "value": value.rounded(DECIMALS.get(value.unit, 4)),
        }
        counts = {"numerator": _numerator(value), "denominator": value.denominator, "left_out": value.left_out}
        for name, number in counts.items():
            told[name] = None if number is None else decimal_text(number, 4)
        yield dict(zip(value.groups, value.group, strict=True)) | told | {"reason": value.reason}


def _json(values: Sequence[FigureValue], figures: Figures) -> str:
    """Numbers are decimal texts' numbers: exact to the digits that are shown."""
    numbers = {"value", "numerator", "denominator", "left_out"}
    rows = []
    for row in _rows(values, figures):
        figure = figures[row["code"]]
        told = {name: float(cell) if name in numbers and cell is not None else cell for name, cell in row.items()}
        breaks = [{"on": each.on.isoformat(), "reason": each.reason} for each in figure.comparability.breaks]
        rows.append(told | {"legal_basis": figure.legal_basis, "series_breaks": breaks})
    return json.dumps({"figures": rows}, ensure_ascii=False, indent=2) + "\n"


def _csv(values: Sequence[FigureValue], figures: Figures) -> str:
    groups = values[0].groups if values else ()
    names = (*groups, *_HEAD)
    numbers = {"value", "numerator", "denominator", "left_out"}
    rows = (
        [str(row[name]).replace(".", ",") if name in numbers and row[name] is not None else row[name] for name in names]
        for row in _rows(values, figures)
    )
    return b"".join(csv_pieces(Sheet("kengetallen", [Column(name) for name in names], rows))).decode()


def _write_parquet(values: Sequence[FigureValue], figures: Figures, output: Path) -> None:
    groups = values[0].groups if values else ()
    names = (*groups, *_HEAD)
    numbers = {"value": "DECIMAL(18,6)", "numerator": "DECIMAL(18,4)", "denominator": "DECIMAL(18,4)"}
    kinds = numbers | {"left_out": "DECIMAL(18,4)", "year": "INTEGER", "version": "INTEGER"}
    with TemporaryDirectory() as folder, open_duckdb() as connection:
        passage = Path(folder) / "figures.csv"
        with passage.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, extrasaction="ignore")
            writer.writerows(_rows(values, figures))
        typed = ", ".join(f"'{name}': '{kinds.get(name, 'VARCHAR')}'" for name in names)
        told = f"header = false, auto_detect = false, delim = ',', quote = '\"', columns = {{{typed}}}"
        given = f"read_csv('{passage}', {told})"
        target = str(output).replace("'", "''")
        try:
            connection.execute(f"COPY (SELECT * FROM {given}) TO '{target}' (FORMAT parquet)")  # noqa: S608
        except (OSError, duckdb.Error):
            raise NoOutputFolder(f"Dit bestand kan niet worden geschreven: {output}. Kies een andere map.") from None
