"""How long a table takes, out and back; processor time, the median of a few runs after one that is not counted."""

from __future__ import annotations

import csv
import io
import json
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import odfdo
import xlsxwriter
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from bench.country.people import ADMINISTRATOR
from samenspraak.apps.agreements.exchange.actions import offer_table
from samenspraak.apps.agreements.models import Agreement, Commitment, OfferedTable
from samenspraak.apps.agreements.pages import CommitmentFilter
from samenspraak.apps.agreements.queries import export_table, table_page
from samenspraak.apps.parties.models import Person
from samenspraak.apps.search.models import SearchEntry

SIZES = (1_000, 10_000)
RUNS = 2
Rows = list[list[Any]]


def measured() -> Iterator[tuple[str, ...]]:
    """Yield a row for each size, kind of file and direction."""
    person = Person.objects.get(email=ADMINISTRATOR)
    agreement = Agreement.objects.order_by("pk")[0]
    for size in SIZES:
        numbers = Commitment.objects.filter(state=Commitment.State.ACCEPTED).order_by("pk").values("pk")[:size]
        Commitment.objects.filter(pk__in=list(numbers.values_list("pk", flat=True))).update(agreement=agreement)
        SearchEntry.objects.all().delete()  # they moved past the actions
        files = {kind: _exported(person, agreement, kind) for kind in _WRITERS}
        rows = CalamineWorkbook.from_filelike(io.BytesIO(files["xlsx"])).get_sheet_by_index(0).to_python()
        for kind, write in _WRITERS.items():
            if kind == "ods" and size > SIZES[0]:
                continue  # the library alone takes minutes
            yield _row(
                size, f"export, {kind.upper()}", partial(_exported, person, agreement, kind), partial(write, rows)
            )
        for kind, read in _READERS.items():
            content = files[kind]
            yield _row(
                size,
                f"preview, {kind.upper()}",
                partial(_previewed, person, agreement, kind, content),
                partial(read, content),
            )


def _row(size: int, what: str, ours: Callable[[], object], library: Callable[[], object]) -> tuple[str, ...]:
    mine, alone, asked = _median(ours), _median(library), _median(_questions_of(ours))
    both = alone + asked
    return f"{size:,}", what, f"{mine:.2f} s", f"{alone:.2f} s", f"{asked:.2f} s", f"{mine / both:.1f}"


def _exported(person: Person, agreement: Agreement, kind: str) -> bytes:
    return b"".join(export_table(person, agreement.public_id, wanted=CommitmentFilter(), kind=kind).pieces)


def _previewed(person: Person, agreement: Agreement, kind: str, content: bytes) -> object:
    table = offer_table(agreement=agreement, name=f"tabel.{kind}", content=content, by=person)
    try:
        return table_page(person, table.public_id)
    finally:
        OfferedTable.objects.filter(pk=table.pk).delete()


def _questions_of(ours: Callable[[], object]) -> Callable[[], None]:
    """Return a way to ask the database for the same rows again, and nothing more."""
    with CaptureQueriesContext(connection) as captured:
        ours()
    statements = [one["sql"] for one in captured.captured_queries if one["sql"].startswith("SELECT")]

    def ask() -> None:
        for statement in statements:
            with connection.cursor() as cursor:
                cursor.execute(statement)
                cursor.fetchall()

    return ask


def _xlsx(rows: Rows) -> object:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out


def _ods(rows: Rows) -> object:
    document = odfdo.Document("spreadsheet")
    table = odfdo.Table("Tabel")
    for cells in rows:
        row = odfdo.Row()
        for cell in cells:
            row.append_cell(odfdo.Cell(cell), clone=False)
        table.append_row(row, clone=False)
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    return out


def _csv(rows: Rows) -> object:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode()


def _json(rows: Rows) -> object:
    heads = [str(head) for head in rows[0]]
    return json.dumps(
        [dict(zip(heads, row, strict=True)) for row in rows[1:]], ensure_ascii=False, default=str
    ).encode()


def _sheet_back(content: bytes) -> object:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def _csv_back(content: bytes) -> object:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


_WRITERS: dict[str, Callable[[Rows], object]] = {"xlsx": _xlsx, "ods": _ods, "csv": _csv, "json": _json}
_READERS: dict[str, Callable[[bytes], object]] = {"xlsx": _sheet_back, "ods": _sheet_back, "csv": _csv_back}


def _median(action: Callable[[], object]) -> float:
    action()
    times: list[float] = []
    for _ in range(RUNS):
        begin = time.process_time()
        action()
        times.append(time.process_time() - begin)
    return statistics.median(times)
