"""Long lists, a page at a time."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet

from samenspraak.apps.agreements.pages import PAGE_LENGTH

Row = TypeVar("Row", bound=Model)


def nearest_page(page: int, total: int) -> tuple[int, int]:
    """Return the page asked for, or the nearest one that there is, and how many there are."""
    page_count = max(1, -(-total // PAGE_LENGTH))
    return min(max(page, 1), page_count), page_count


def cut(rows: QuerySet[Row], page: int) -> QuerySet[Row]:
    """Return the rows of a page."""
    return rows[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]
