"""`samenspraak reindex`."""

from __future__ import annotations

import argparse

from samenspraak.apps.search.jobs import catch_up, differences, rebuild
from samenspraak.config.cli import exit_status
from samenspraak.config.cli.language import in_language
from samenspraak.config.cli.screen import ProgressBar, show


def run(options: argparse.Namespace) -> int:
    """Make the search index anew, or only check it."""
    if options.check:
        return _check()
    with ProgressBar(in_language("Zoekregister", "Search index")) as bar:
        doing = in_language("prestatieafspraken", "agreements")
        count = rebuild(lambda done, total: bar.advance(doing, done, total))
    catch_up()
    show(in_language(f"Het zoekregister is opnieuw gemaakt: {count} teksten.", f"The index is new: {count} texts."))
    return exit_status.DONE


def _check() -> int:
    found = differences()
    if not found.total:
        show(in_language("Het zoekregister klopt.", "The search index is right."))
        return exit_status.DONE
    show(
        in_language(
            f"Het zoekregister klopt niet: {found.missing} ontbreken, {found.changed} zijn veranderd, "
            f"{found.gone} zijn er niet meer. Maak het opnieuw met: samenspraak reindex",
            f"The search index is not right: {found.missing} missing, {found.changed} changed, {found.gone} gone. "
            "Make it anew with: samenspraak reindex",
        )
    )
    return exit_status.REFUSED
