"""A regional target divided over those who carry it, by a stated key, so that the shares add up to the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from samenspraak.core.measurement.errors import NothingToDivideBy


@dataclass(frozen=True, slots=True)
class Share:
    """One party's part: rounded so that all parts add up, beside what it would be unrounded."""

    name: str
    key: Decimal  # dwellings, inhabitants: by what was divided
    value: int
    exact: Decimal  # to two decimals


def shared_out(whole: int, keys: Mapping[str, Decimal | None]) -> tuple[Share, ...]:
    """Divide by largest remainder (Hare): everybody gets the whole units, what is left goes to the largest remainders.

    Between equal remainders the larger key goes first, then the order of the names: the same keys always give the
    same shares.
    """
    unknown = [name for name, key in keys.items() if key is None]
    if unknown:
        raise NothingToDivideBy(
            f"Verdelen kan niet: van {', '.join(unknown)} is de verdeelsleutel niet bekend. Vul die aan of laat weg."
        )
    known = {name: Fraction(key) for name, key in keys.items() if key is not None}
    together = sum(known.values(), Fraction(0))
    if whole < 0 or any(key < 0 for key in known.values()):
        raise NothingToDivideBy("Verdelen kan niet met een getal onder nul. Controleer het totaal en de sleutels.")
    if not together:
        raise NothingToDivideBy("Verdelen kan niet: de verdeelsleutel is voor iedereen nul. Kies een andere sleutel.")
    exact = {name: whole * key / together for name, key in known.items()}
    left = whole - sum(int(part) for part in exact.values())
    by_remainder = sorted(exact, key=lambda name: (int(exact[name]) - exact[name], -known[name], name))
    favoured = set(by_remainder[:left])
    return tuple(
        Share(name, keys[name] or Decimal(0), int(part) + (name in favoured), _to_cents(part))
        for name, part in exact.items()
    )


def _to_cents(part: Fraction) -> Decimal:
    return Decimal(round(part * 100)) / 100
