"""A result to read on a terminal."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from samenspraak.config.cli.screen import harmless
from samenspraak.core.extraction.result import AgreementFacts, FoundCommitment, PartyRole
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.engines.intake.taking_in import Intake

WIDTH_WITHOUT_TERMINAL = 140
NARROWEST = 80
TEXT_LENGTH = 160

THEMES = {
    Theme.AVAILABILITY: "beschikbaarheid",
    Theme.AFFORDABILITY: "betaalbaarheid",
    Theme.SUSTAINABILITY: "verduurzaming",
    Theme.CARE: "wonen en zorg",
    Theme.LIVEABILITY: "leefbaarheid",
    Theme.COOPERATION: "samenwerking",
}


def result_table(intake: Intake) -> str:
    """Return heading, commitments and findings as plain text, as wide as the terminal."""
    out = StringIO()
    width = max(NARROWEST, shutil.get_terminal_size((WIDTH_WITHOUT_TERMINAL, 24)).columns)
    console = Console(file=out, width=width, color_system=None, markup=False, highlight=False, emoji=False)
    extraction = intake.extraction
    for line in _heading(intake.source.name, extraction.agreement):
        console.print(harmless(line))
    if extraction.commitments:
        console.print(_commitments(extraction.commitments))
    console.print(f"{len(extraction.commitments)} afspraken, {len(extraction.tables)} tabellen")
    for finding in extraction.findings:
        pages = ", ".join(str(page) for page in sorted({span.page for span in finding.spans}))
        place = f" (bladzijde {pages})" if pages else ""
        console.print(harmless(f"{finding.code} {finding.message}{place}"))
    return out.getvalue().rstrip("\n")


def _heading(name: str, facts: AgreementFacts) -> list[str]:
    period = ""
    if facts.period and str(facts.period.end) not in (facts.title or ""):
        start, end = facts.period.start, facts.period.end
        period = f" ({start})" if start == end else f" ({start}-{end})"
    parties = (*facts.municipalities, *facts.housing_associations, *facts.tenants_organisations)
    return [f"{facts.title or name}{period}", f"Partijen: {', '.join(parties) or 'niet gevonden'}", ""]


def _commitments(commitments: Sequence[FoundCommitment]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("code", no_wrap=True)
    table.add_column("afspraak", ratio=1)
    table.add_column("thema")
    table.add_column("wie")
    table.add_column("termijn")
    table.add_column("blz.", justify="right")
    titles = Counter(commitment.title for commitment in commitments)
    for commitment in commitments:
        is_own = commitment.title is not None and titles[commitment.title] == 1
        table.add_row(*(Text(harmless(cell)) for cell in _cells(commitment, has_own_title=is_own)))
    return table


def _cells(commitment: FoundCommitment, *, has_own_title: bool) -> tuple[str, ...]:
    """Return the cells of a row; a title that others share does not tell a commitment apart, its text does."""
    text = " ".join(((commitment.title if has_own_title else None) or commitment.text).split())
    leads = [party.name for party in commitment.parties if party.role is PartyRole.LEAD]
    parties = leads or [party.name for party in commitment.parties]
    return (
        commitment.code or "",
        text if len(text) <= TEXT_LENGTH else text[:TEXT_LENGTH].rsplit(" ", 1)[0] + "…",
        "" if commitment.theme is None else THEMES[commitment.theme],
        ", ".join(parties),
        "" if commitment.deadline is None else commitment.deadline.text,
        str(commitment.span.page),
    )
