"""The figures of one year as somebody writes them who needs nothing else: one pass of SQL, and pandas.

By hand means: each condition once, wholes as the sum of their parts, no reasons, no versions. The numbers are compared with those of the
declarations before anything is timed. Pandas twice: the straightforward way, a filter and a groupby for each number; and the fastest that we
know, categories and one groupby for all numbers together.
"""

# ruff: noqa: E501, S608 - SQL and tables by hand

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

LABELS = ("AP4", "AP3", "APP", "AP", "A", "B", "C", "D", "E", "F", "G")
KEYS = ["association", "municipality"]
# What came and went otherwise is declared; by hand it is the whole less its parts: the places of these among the sums.
PARTS_OF_WHOLES = {39: (35, 36), 40: (37, 38), 45: (43, 44), 48: (46, 47)}


@dataclass(frozen=True)
class Amounts:
    """Limits of a year in cents: of price classes, of mid-market rent, of incomes for one person and more, and the same for older people."""

    year: int
    rents: tuple[int, int, int, int]
    mid: int
    target: tuple[int, int] = (0, 0)
    primary: tuple[int, int] = (0, 0)
    primary_older: tuple[int, int] = (0, 0)


def stock_sql(source: str, amounts: Amounts) -> str:
    """Return one pass that counts what the figures of the stock are made of, per association and municipality."""
    limits = amounts.rents
    sums = [
        "at_closing * owned",
        *(f"CASE WHEN live AND {low} < rent_cents AND rent_cents <= {high} THEN owned ELSE 0 END" for low, high in zip((-1, *limits), (*limits, 10**9), strict=True)),
        f"CASE WHEN live AND {limits[3]} < rent_cents AND rent_cents <= {amounts.mid} THEN owned ELSE 0 END",
        "CASE WHEN live AND rent_cents IS NULL THEN owned ELSE 0 END",
        "CASE WHEN live THEN CAST(rent_cents AS BIGINT) * owned ELSE 0 END",
        f"CASE WHEN live AND at_opening = 0 AND in_reason = 'NIE' AND rent_cents <= {limits[3]} THEN owned ELSE 0 END",
        "CASE WHEN live AND at_opening = 0 AND in_reason = 'NIE' AND rent_cents IS NOT NULL THEN owned ELSE 0 END",
        *(f"CASE WHEN there AND energy_label = '{label}' THEN owned ELSE 0 END" for label in LABELS),
        "CASE WHEN there AND energy_label IS NULL THEN owned ELSE 0 END",
        "CASE WHEN there AND energy_label IN ('E', 'F', 'G') AND energy_exception IS NULL THEN owned ELSE 0 END",
        "CASE WHEN there AND energy_label IS NOT NULL AND energy_status = 'VOO' THEN owned ELSE 0 END",
        "CASE WHEN there AND energy_label IS NOT NULL AND energy_status IS NOT NULL THEN owned ELSE 0 END",
        "CASE WHEN there AND energy_label IS NOT NULL AND energy_method = 'NTA' THEN owned ELSE 0 END",
        "CASE WHEN there AND energy_label IS NOT NULL AND energy_method IS NOT NULL THEN owned ELSE 0 END",
        *(f"CASE WHEN there AND accessibility IN ({codes}) THEN owned ELSE 0 END" for codes in ("'NUL', 'ROA', 'ROL', 'RUI'", "'ROA', 'ROG', 'ROL', 'RUI'", "'ROL', 'RUI'")),
        "CASE WHEN there AND accessibility IS NOT NULL THEN owned ELSE 0 END",
        f"CASE WHEN there AND vacant_since <= DATE '{amounts.year}-09-30' THEN owned ELSE 0 END",
        "evictions * 10000",
        "at_opening * owned",
        *(f"CASE WHEN came AND {reason} THEN owned ELSE 0 END" for reason in ("in_reason = 'NIE'", "in_reason IN ('AAN', 'UIT', 'VOV')")),
        *(f"CASE WHEN went AND {reason} THEN owned ELSE 0 END" for reason in ("out_reason = 'SLO'", "out_reason IN ('VAH', 'VAO', 'VAB', 'VOV', 'TER')")),
        "CASE WHEN came THEN owned ELSE 0 END",
        "CASE WHEN went THEN owned ELSE 0 END",
        "CASE WHEN at_opening = 1 AND opening_label = 'DAE' THEN owned ELSE 0 END",
        "CASE WHEN there AND social_label = 'DAE' THEN owned ELSE 0 END",
        *(f"CASE WHEN came AND social_label = 'DAE' AND {reason} THEN owned ELSE 0 END" for reason in ("in_reason = 'NIE'", "in_reason IN ('AAN', 'UIT', 'VOV')", "true")),
        *(f"CASE WHEN went AND opening_label = 'DAE' AND {reason} THEN owned ELSE 0 END" for reason in ("out_reason = 'SLO'", "out_reason IN ('VAH', 'VAO', 'VAB', 'VOV', 'TER')", "true")),
        "CASE WHEN both_ends AND social_label = 'DAE' AND opening_label <> 'DAE' THEN owned ELSE 0 END",
        "CASE WHEN both_ends AND opening_label = 'DAE' AND social_label <> 'DAE' THEN owned ELSE 0 END",
        "CASE WHEN both_ends AND social_label = 'DAE' AND opening_label IS NULL THEN owned ELSE 0 END",
        "CASE WHEN both_ends AND opening_label = 'DAE' AND social_label IS NULL THEN owned ELSE 0 END",
    ]  # fmt: skip
    listed = ", ".join(f"SUM({text})" for text in sums)
    return (
        f"SELECT association, municipality, {listed} FROM (SELECT *, at_closing = 1 AS there, at_closing = 1 AND self_contained = 1 AS live,"
        f" at_opening = 0 AND at_closing = 1 AS came, at_opening = 1 AND at_closing = 0 AS went, at_opening = 1 AND at_closing = 1 AS both_ends"
        f" FROM {source}) AS rows_of_it GROUP BY association, municipality"
    )


def allocations_sql(source: str, amounts: Amounts) -> str:
    """Return one pass that counts what the figures of allocations are made of."""
    limits = amounts.rents
    sums = [
        "1",
        "CASE WHEN soc AND target THEN 1 ELSE 0 END", "CASE WHEN soc THEN 1 ELSE 0 END",
        *(f"CASE WHEN appropriateness {codes} THEN 1 ELSE 0 END" for codes in ("= 'PAS'", "IN ('PAS', 'NIE')", "IS NULL")),
        "CASE WHEN appropriateness = 'NIE' AND appropriateness_detail IS NOT NULL THEN 1 ELSE 0 END",
        "CASE WHEN income_cents <= first AND fits THEN 1 ELSE 0 END",
        "CASE WHEN income_cents <= first THEN 1 ELSE 0 END",
        "CASE WHEN income_cents > first AND target THEN 1 ELSE 0 END",
        "CASE WHEN income_cents > first AND NOT target THEN 1 ELSE 0 END",
        *(f"CASE WHEN {low} < rent_cents AND rent_cents <= {high} THEN 1 ELSE 0 END" for low, high in zip((-1, *limits), (*limits, 10**9), strict=True)),
        "CASE WHEN priority = 'URG' THEN 1 ELSE 0 END",
        "CASE WHEN priority IS NULL OR priority <> 'URG' THEN 1 ELSE 0 END",
        "CASE WHEN more_target_group = 'STH' OR priority_detail = 'STA' THEN 1 ELSE 0 END",
        "CASE WHEN priority = 'BIN' AND priority_detail IN ('KRN', 'MAA', 'ECO') THEN 1 ELSE 0 END",
        "CASE WHEN model = 'DIS' THEN 1 ELSE 0 END", "CASE WHEN model IS NOT NULL THEN 1 ELSE 0 END", "CASE WHEN model IS NULL THEN 1 ELSE 0 END",
    ]  # fmt: skip
    (one, more), (first, second), (older_first, older_second) = amounts.target, amounts.primary, amounts.primary_older
    listed = ", ".join(f"10000 * SUM({text})" for text in sums)
    return (
        f"SELECT association, municipality, {listed} FROM (SELECT *, rent_cents <= {limits[3]} AS soc,"
        f" income_cents <= CASE WHEN household_size = 1 THEN {one} ELSE {more} END AS target,"
        f" CASE WHEN is_older = 1 THEN CASE WHEN household_size = 1 THEN {older_first} ELSE {older_second} END WHEN household_size = 1 THEN {first} ELSE {second} END AS first,"
        f" rent_cents <= CASE WHEN household_size <= 2 THEN {limits[1]} ELSE {limits[2]} END AS fits"
        f" FROM {source}) AS rows_of_it GROUP BY association, municipality"
    )


STOCK_COLUMNS = (
    "association municipality at_opening at_closing owned rent_cents self_contained social_label opening_label energy_label"
    " energy_method energy_status energy_exception accessibility in_reason out_reason vacant_since evictions"
).split()
ALLOCATION_COLUMNS = (
    "association municipality rent_cents income_cents household_size is_older appropriateness appropriateness_detail priority"
    " priority_detail more_target_group model"
).split()
CODED = "social_label opening_label energy_label energy_method energy_status energy_exception accessibility in_reason out_reason".split()


def stock_frame(path: Path) -> pd.DataFrame:
    """Read the columns that are needed, as pandas reads them."""
    stock = pd.read_parquet(path, columns=STOCK_COLUMNS)
    return stock.assign(vacant_since=pd.to_datetime(stock["vacant_since"]))


def allocations_frame(path: Path) -> pd.DataFrame:
    """Read the columns that are needed, as pandas reads them."""
    return pd.read_parquet(path, columns=ALLOCATION_COLUMNS)


def categorised(stock: pd.DataFrame) -> pd.DataFrame:
    """Make categories of codes, which is the fastest that pandas has for them."""
    return stock.astype(dict.fromkeys([*KEYS, *CODED], "category"))


def straightforward(frame: pd.DataFrame, asked: list[tuple[Any, Any]]) -> pd.DataFrame:
    """Return a column for each number: a filter, and a groupby."""
    sums = [weight[mask].groupby([frame.loc[mask, key] for key in KEYS]).sum() for mask, weight in asked]
    return pd.concat(sums, axis=1).fillna(0)


def together(frame: pd.DataFrame, asked: list[tuple[Any, Any]]) -> pd.DataFrame:
    """Return the same with one groupby for all."""
    columns = {f"s{place}": weight.where(mask, 0) for place, (mask, weight) in enumerate(asked)}
    return pd.DataFrame(columns).groupby([frame[key] for key in KEYS], observed=True).sum()


def stock_masks(stock: pd.DataFrame, amounts: Amounts) -> list[tuple[Any, Any]]:
    """Return what `stock_sql` counts: which rows, and what is summed of them."""
    limits = amounts.rents
    s: Any = stock
    owned, rent = s.owned, s.rent_cents
    there, began = s.at_closing == 1, s.at_opening == 1
    live, came, went, both_ends = there & (s.self_contained == 1), ~began & there, began & ~there, began & there
    label = s.energy_label
    new = live & ~began & (s.in_reason == "NIE")
    bought, sold = s.in_reason.isin(["AAN", "UIT", "VOV"]), s.out_reason.isin(["VAH", "VAO", "VAB", "VOV", "TER"])
    was, is_now = s.opening_label == "DAE", s.social_label == "DAE"
    walker = ["ROA", "ROG", "ROL", "RUI"]
    masks = [
        there,
        *(live & (rent > low) & (rent <= high) for low, high in zip((-1, *limits), (*limits, 10**9), strict=True)),
        live & (rent > limits[3]) & (rent <= amounts.mid), live & rent.isna(), live & rent.notna(), new & (rent <= limits[3]), new & rent.notna(),
        *(there & (label == each) for each in LABELS), there & label.isna(),
        there & label.isin(["E", "F", "G"]) & s.energy_exception.isna(),
        there & label.notna() & (s.energy_status == "VOO"), there & label.notna() & s.energy_status.notna(),
        there & label.notna() & (s.energy_method == "NTA"), there & label.notna() & s.energy_method.notna(),
        there & s.accessibility.isin(["NUL", "ROA", "ROL", "RUI"]), there & s.accessibility.isin(walker), there & s.accessibility.isin(walker[2:]),
        there & s.accessibility.notna(), there & (s.vacant_since <= pd.Timestamp(f"{amounts.year}-09-30")), s.evictions > 0, began,
        came & (s.in_reason == "NIE"), came & bought, went & (s.out_reason == "SLO"), went & sold, came, went, began & was, there & is_now,
        came & is_now & (s.in_reason == "NIE"), came & is_now & bought, came & is_now,
        went & was & (s.out_reason == "SLO"), went & was & sold, went & was,
        both_ends & is_now & s.opening_label.notna() & ~was, both_ends & was & s.social_label.notna() & ~is_now,
        both_ends & is_now & s.opening_label.isna(), both_ends & was & s.social_label.isna(),
    ]  # fmt: skip
    weights = dict.fromkeys(range(len(masks)), owned) | {
        8: rent.fillna(0).astype("int64") * owned,
        33: s.evictions * 10_000,
    }
    return [(mask, weights[place]) for place, mask in enumerate(masks)]


def allocation_masks(allocations: pd.DataFrame, amounts: Amounts) -> list[tuple[Any, Any]]:
    """Return what `allocations_sql` counts."""
    a: Any = allocations
    rent, income, limits = a.rent_cents, a.income_cents, amounts.rents
    alone, older, fit = a.household_size == 1, a.is_older == 1, a.appropriateness
    one, more = amounts.target
    target = (alone & (income <= one)) | (~alone & (income <= more))
    primary = pd.Series(False, index=a.index)
    for is_older, (first, second) in ((False, amounts.primary), (True, amounts.primary_older)):
        primary |= (older == is_older) & ((alone & (income <= first)) | (~alone & (income <= second)))
    fits = ((a.household_size <= 2) & (rent <= limits[1])) | ((a.household_size > 2) & (rent <= limits[2]))
    soc, urgent = rent <= limits[3], a.priority == "URG"
    everything = pd.Series(True, index=a.index)
    masks = [
        everything, soc & target, soc, fit == "PAS", fit.isin(["PAS", "NIE"]), fit.isna(), (fit == "NIE") & a.appropriateness_detail.notna(),
        primary & fits, primary, ~primary & target, ~primary & ~target,
        *((rent > low) & (rent <= high) for low, high in zip((-1, *limits), (*limits, 10**9), strict=True)),
        urgent, ~urgent, (a.more_target_group == "STH") | (a.priority_detail == "STA"),
        (a.priority == "BIN") & a.priority_detail.isin(["KRN", "MAA", "ECO"]), a.model == "DIS", a.model.notna(), a.model.isna(),
    ]  # fmt: skip
    return [(mask, everything * 10_000) for mask in masks]
