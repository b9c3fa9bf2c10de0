"""What a page shows of the relatives of a commitment: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Relative:
    """Another commitment, and where it stands."""

    public_id: UUID
    code: str
    title: str
    year: int | None
    agreement: str
    agreement_id: UUID
    document: str
    is_here: bool  # in the same agreement
    says_the_same: bool


@dataclass(frozen=True, slots=True)
class Relatives:
    """The relatives of a commitment that a person may see."""

    above: Relative | None
    proposed_above: Relative | None  # likely, said by nobody yet
    below: tuple[Relative, ...]
    same_code: tuple[Relative, ...]

    @property
    def clashing(self) -> tuple[Relative, ...]:
        """Those within the same agreement whose number is the same and whose promise is another."""
        return tuple(one for one in self.same_code if one.is_here and not one.says_the_same)
