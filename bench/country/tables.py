"""Putting very many rows into tables: COPY on PostgreSQL, executemany on SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import Model
from django.utils import timezone

ROWS_AT_ONCE = 50_000
# What is stored as Python has it: asking the field for each of these takes most of the time.
_PLAIN = (
    models.AutoField,
    models.CharField,
    models.TextField,
    models.FloatField,
    models.IntegerField,
    models.ForeignKey,
)


class Pile:
    """Rows of one model that wait to be written; every row has a number of its own."""

    def __init__(self, model: type[Model], *names: str) -> None:
        self.model = model
        self.count = 0
        self._rows: list[tuple[object, ...]] = []
        self._given = [model._meta.pk, *(model._meta.get_field(name) for name in names)]
        # What the country does not say gets the model's own default, so that a new column needs no change here.
        self._rest = [field for field in model._meta.concrete_fields if field not in self._given]
        self._defaults = tuple(_stored(field, _default(field)) for field in self._rest)
        self._plain = [isinstance(field, _PLAIN) for field in self._given]

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, *values: object) -> int:
        """Add a row with these values, in the order of the names; return its number."""
        self.count += 1
        stored = (
            value if plain or value is None else _stored(field, value)
            for field, plain, value in zip(self._given, self._plain, (self.count, *values), strict=True)
        )
        self._rows.append((*stored, *self._defaults))
        return self.count

    def taken(self) -> tuple[list[str], list[tuple[object, ...]]]:
        """Return the columns and the rows that wait, and begin anew."""
        rows, self._rows = self._rows, []
        return [field.column for field in (*self._given, *self._rest)], rows


def write(piles: Sequence[Pile], *, at_least: int = 0) -> None:
    """Write what waits in one transaction, in this order, once there are so many rows."""
    if sum(len(pile) for pile in piles) < at_least:
        return
    with transaction.atomic():
        for pile in piles:
            columns, rows = pile.taken()
            if rows:
                _insert(pile.model._meta.db_table, columns, rows)


def finish(piles: Iterable[Pile]) -> None:
    """Let the next record get the next number, and tell the database what is in its tables."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [pile.model for pile in piles]):
            cursor.execute(statement)
    analyse()


def analyse() -> None:
    """Tell the database what is in its tables, as PostgreSQL does by itself after a while."""
    with connection.cursor() as cursor:
        # VACUUM cannot be part of a transaction.
        vacuums = connection.vendor == "postgresql" and not connection.in_atomic_block
        cursor.execute("VACUUM ANALYZE" if vacuums else "ANALYZE")


def _insert(table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)  # noqa: S608 our own names


def _stored(field: models.Field, value: object) -> object:
    return field.get_db_prep_save(value, connection)


def _default(field: models.Field) -> object:
    if isinstance(field, models.DateTimeField) and field.auto_now_add:
        return timezone.now()
    return field.get_default()
