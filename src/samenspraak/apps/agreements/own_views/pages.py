"""What the queries about views hand to a page: frozen values, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

# In the order of the table; the commitment itself always shows.
COLUMN_NAMES = (
    "code",
    "kind",
    "year",
    "theme",
    "heading",
    "who",
    "partners",
    "deadline",
    "priority",
    "rating",
    "source",
)


@dataclass(frozen=True, slots=True)
class SavedViewRow:
    """A view as a chip or a row; `owner` is "" when it is one's own."""

    public_id: UUID
    name: str
    address: str  # a query string
    is_shared: bool
    owner: str


@dataclass(frozen=True, slots=True)
class OwnViews:
    """What somebody keeps for the register of an agreement; `columns` None: they never chose."""

    columns: tuple[str, ...] | None
    views: tuple[SavedViewRow, ...]  # one's own first, then what others share


@dataclass(frozen=True, slots=True)
class ViewsPage:
    """The views of somebody in an agreement, to rename, share and delete."""

    agreement_id: UUID
    agreement_title: str
    own: tuple[SavedViewRow, ...]
    others: tuple[SavedViewRow, ...]
    may_share: bool
