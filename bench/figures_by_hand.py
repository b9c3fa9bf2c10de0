"""The figures of the stock of one year as somebody writes them who needs nothing else: one pass of SQL, and pandas.

By hand means: amounts typed in, each condition once, wholes as the sum of their parts, no reasons, no versions. The numbers are compared with
those of the declarations before anything is timed.
"""

# ruff: noqa: E501, S608 - SQL and tables by hand

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd

# Limits of 2025 in cents.
LIMITS = (47720, 68296, 73193, 90007)
MID = 118482
LABELS = ("AP4", "AP3", "APP", "AP", "A", "B", "C", "D", "E", "F", "G")


def sql_by_hand(source: str) -> str:
    """Return one pass that counts what the figures of the stock are made of, per association and municipality."""
    sums = [
        "at_closing * owned",
        *(f"CASE WHEN live AND {low} < rent_cents AND rent_cents <= {high} THEN owned ELSE 0 END" for low, high in zip((-1, *LIMITS), (*LIMITS, 10**9), strict=True)),
        f"CASE WHEN live AND {LIMITS[3]} < rent_cents AND rent_cents <= {MID} THEN owned ELSE 0 END",
        "CASE WHEN live AND rent_cents IS NULL THEN owned ELSE 0 END",
        "CASE WHEN live THEN CAST(rent_cents AS BIGINT) * owned ELSE 0 END",
        f"CASE WHEN live AND at_opening = 0 AND in_reason = 'NIE' AND rent_cents <= {LIMITS[3]} THEN owned ELSE 0 END",
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
        "CASE WHEN there AND vacant_since <= DATE '2025-09-30' THEN owned ELSE 0 END",
        "evictions",
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


COLUMNS = (
    "association, municipality, at_opening, at_closing, owned, rent_cents, self_contained, social_label, opening_label, energy_label,"
    " energy_method, energy_status, energy_exception, accessibility, in_reason, out_reason, vacant_since, evictions"
)


def frame(connection: duckdb.DuckDBPyConnection, source: str) -> pd.DataFrame:
    """Read the columns; codes become categories, which is the fastest that pandas has for them."""
    loaded: pd.DataFrame = connection.execute(f"SELECT {COLUMNS} FROM {source}").df()
    coded = "association municipality social_label opening_label energy_label energy_method energy_status energy_exception accessibility in_reason out_reason".split()
    return loaded.astype(dict.fromkeys(coded, "category"))


def pandas_by_hand(stock: pd.DataFrame) -> pd.DataFrame:
    """Return the same sums as `sql_by_hand`, one column per sum."""
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
        *(live & (rent > low) & (rent <= high) for low, high in zip((-1, *LIMITS), (*LIMITS, 10**9), strict=True)),
        live & (rent > LIMITS[3]) & (rent <= MID), live & rent.isna(), None, new & (rent <= LIMITS[3]), new & rent.notna(),
        *(there & (label == each) for each in LABELS), there & label.isna(),
        there & label.isin(["E", "F", "G"]) & s.energy_exception.isna(),
        there & label.notna() & (s.energy_status == "VOO"), there & label.notna() & s.energy_status.notna(),
        there & label.notna() & (s.energy_method == "NTA"), there & label.notna() & s.energy_method.notna(),
        there & s.accessibility.isin(["NUL", "ROA", "ROL", "RUI"]), there & s.accessibility.isin(walker), there & s.accessibility.isin(walker[2:]),
        there & s.accessibility.notna(), there & (s.vacant_since <= pd.Timestamp("2025-09-30")), None, began,
        came & (s.in_reason == "NIE"), came & bought, went & (s.out_reason == "SLO"), went & sold, came, went, began & was, there & is_now,
        came & is_now & (s.in_reason == "NIE"), came & is_now & bought, came & is_now,
        went & was & (s.out_reason == "SLO"), went & was & sold, went & was,
        both_ends & is_now & s.opening_label.notna() & ~was, both_ends & was & s.social_label.notna() & ~is_now,
        both_ends & is_now & s.opening_label.isna(), both_ends & was & s.social_label.isna(),
    ]  # fmt: skip
    columns = {f"s{place}": owned.where(mask, 0) for place, mask in enumerate(masks) if mask is not None}
    columns["s8"] = (rent.fillna(0).astype("int64") * owned).where(live, 0)
    columns["s33"] = s.evictions
    sums = pd.DataFrame(columns).groupby([s.association, s.municipality], observed=True).sum()
    return sums[[f"s{place}" for place in range(len(masks))]]
