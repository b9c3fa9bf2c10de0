"""Long lists, a page at a time."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Count, Model, QuerySet, Window

from samenspraak.apps.agreements.pages import PAGE_LENGTH

Row = TypeVar("Row", bound=Model)


def nearest_page(page: int, total: int) -> tuple[int, int]:
    """Return the page asked for, or the nearest one that there is, and how many there are."""
    page_count = max(1, -(-total // PAGE_LENGTH))
    return min(max(page, 1), page_count), page_count


def cut(rows: QuerySet[Row], page: int) -> QuerySet[Row]:
    """Return the rows of a page."""
    return rows[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]


def found_on(rows: QuerySet[Row], page: int) -> tuple[list[int], int]:
    """Return the numbers on a page that is there, and how many rows there are in all, in one query.

    For a question that has to look at every row anyway: to count first and then ask for a page is twice that work.
    Where every row is meant, counting first is less.
    """
    counted = rows.annotate(total=Window(Count("*"))).values_list("pk", "total")
    found = list(cut(counted, page))
    if not found and page > 1:
        return found_on(rows, nearest_page(page, rows.count())[0])
    return [number for number, _total in found], found[0][1] if found else 0
