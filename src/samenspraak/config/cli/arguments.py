"""What may stand behind `samenspraak`, and the sentence for what may not."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from samenspraak.config.cli import help_texts
from samenspraak.config.cli.exit_status import DONE, REFUSED
from samenspraak.config.cli.language import in_language, is_english

DEFAULT_ADDRESS = "127.0.0.1:8000"
REPORTS = ("monitor", "council-letter", "year-slice", "evaluation", "newsletter", "progress", "account")
KINDS = ("municipality", "housing_association", "tenants_organisation", "province", "region", "other")

# How argparse says it, and how a person would.
_IN_DUTCH = (
    (r"the following arguments are required: (.*)", r"er ontbreekt iets: \1"),
    (r"unrecognized arguments: (.*)", r"dit ken ik niet: \1"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 kan niet \2 zijn; kies uit \3"),
    (r"argument (.*): expected (?:one|at least one) argument", r"achter \1 ontbreekt iets"),
    (r"argument (.*): invalid \w+ value: (.*)", r"\1 kan niet \2 zijn"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 kan van alles zijn: \2"),
)


class PlainParser(argparse.ArgumentParser):
    """A parser that helps and refuses in our own words."""

    def __init__(self, command: str) -> None:
        super().__init__(prog="samenspraak", add_help=False, allow_abbrev=False)
        self.command = command
        self.add_argument("-h", "--help", action=_Help, nargs=0)

    def format_help(self) -> str:
        return (help_texts.ENGLISH if is_english() else help_texts.DUTCH)[self.command]

    def error(self, message: str) -> NoReturn:
        name = f"samenspraak {self.command}".strip()
        sentence = in_language(
            f"Deze opdracht klopt niet: {_in_dutch(message)}. Uitleg: {name} --help (E502)",
            f"This command is not right: {message}. Explanation: {name} --help (E502)",
        )
        print(sentence, file=sys.stderr)
        sys.exit(REFUSED)


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> NoReturn:
        sys.stdout.write(parser.format_help())
        sys.exit(DONE)


def _in_dutch(message: str) -> str:
    for english, dutch in _IN_DUTCH:
        if match := re.fullmatch(english, message, re.DOTALL):
            return match.expand(dutch)
    return message


def _extract(parser: PlainParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND")
    parser.add_argument("--format", choices=("json", "table"), default="json")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--processes", type=_count)


def _import(parser: PlainParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND")
    parser.add_argument("--agreement")
    parser.add_argument("--as", dest="email")
    parser.add_argument("--review", action="store_true")
    parser.add_argument("--processes", type=_count)


def _serve(parser: PlainParser) -> None:
    parser.add_argument("--address", default=DEFAULT_ADDRESS)
    parser.add_argument("--port", type=_port)
    parser.add_argument("--workers", type=_count, default=1)
    parser.add_argument("--no-worker", action="store_true")


def _reindex(parser: PlainParser) -> None:
    parser.add_argument("--check", action="store_true")


def _administrator(parser: PlainParser) -> None:
    parser.add_argument("email", metavar="E-MAIL")
    parser.add_argument("--name", default="")


def _confirm(parser: PlainParser) -> None:
    parser.add_argument("name", metavar="NAAM")
    parser.add_argument("--kind", choices=KINDS, required=True)
    parser.add_argument("--also", action="append", default=[])
    parser.add_argument("--as", dest="email")


def _report(parser: PlainParser) -> None:
    parser.add_argument("kind", choices=REPORTS, metavar="VERSLAG")
    parser.add_argument("--agreement", default="")
    parser.add_argument("--organisation", default="")
    parser.add_argument("--year", type=_year)
    parser.add_argument("--round", default="")
    parser.add_argument("--edition", type=_count)
    parser.add_argument("--history", action="store_true")
    parser.add_argument("--format", choices=("docx", "odt", "pdf", "html"), default="docx")
    parser.add_argument("--output", default="")
    parser.add_argument("--as", dest="email")


def _figures(parser: PlainParser) -> None:
    parser.add_argument("task", choices=("compute", "list"), metavar="TAAK")
    parser.add_argument("stock", nargs="*", type=Path, metavar="BEZIT")
    parser.add_argument("--allocations", nargs="+", type=Path, default=[])
    parser.add_argument("--year", nargs="+", type=_year, default=[])
    parser.add_argument("--by", nargs="+", default=[])
    parser.add_argument("--figure", nargs="+", default=[])
    parser.add_argument("--own", type=Path)
    parser.add_argument("--map", action="append", default=[])
    parser.add_argument("--dwellings", type=Path)
    parser.add_argument("--ownership", choices=("in_proportion", "whole"), default="in_proportion")
    parser.add_argument("--format", choices=("table", "json", "csv", "parquet"), default="table")
    parser.add_argument("--output", type=Path)


def _nothing(_parser: PlainParser) -> None:
    return


COMMANDS: dict[str, Callable[[PlainParser], None]] = {
    "extract": _extract,
    "import": _import,
    "serve": _serve,
    "worker": _nothing,
    "demo": _nothing,
    "migrate": _nothing,
    "reindex": _reindex,
    "administrator": _administrator,
    "confirm": _confirm,
    "report": _report,
    "figures": _figures,
}


def parse(arguments: Sequence[str]) -> tuple[str, argparse.Namespace]:
    """Return the command and its options; leaves the program after help, a version or a mistake."""
    overview = PlainParser("")
    overview.add_argument("--version", action="store_true")
    overview.add_argument("command", nargs="?", metavar="OPDRACHT")
    before = _before_command(arguments)
    chosen = overview.parse_args(before)
    if chosen.version:
        return "version", chosen
    if not chosen.command:
        overview.error("the following arguments are required: OPDRACHT")
    if chosen.command not in COMMANDS:
        overview.error(f"unrecognized arguments: {chosen.command}")
    parser = PlainParser(chosen.command)
    COMMANDS[chosen.command](parser)
    return chosen.command, parser.parse_args(arguments[len(before) :])


def _before_command(arguments: Sequence[str]) -> Sequence[str]:
    """Return everything up to and including the command's name."""
    for index, argument in enumerate(arguments):
        if not argument.startswith("-"):
            return arguments[: index + 1]
    return arguments


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 64:
        raise ValueError(text)
    return number


def _year(text: str) -> int:
    number = int(text)
    if not 1900 < number < 2200:
        raise ValueError(text)
    return number


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise ValueError(text)
    return number
