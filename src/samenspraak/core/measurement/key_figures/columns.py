"""What a key figure may look at: the columns of stock and allocations after classification, and nothing else.

Codes are VERA's (reference data of Aedes, CC0) unless the comment says otherwise. What is not in these lists cannot be
asked for, so a figure that an office writes itself reaches no name, address or income.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What one row is about."""

    STOCK = "stock"  # one rental unit in one yearly edition
    ALLOCATIONS = "allocations"  # one allocation of a dwelling


class ColumnKind(StrEnum):
    """What can be asked of a column."""

    CODE = "code"  # one of a fixed list
    FLAG = "flag"  # yes, no or unknown
    PLACE = "place"  # a name or code of the office's own: association, municipality, district
    TOTAL = "total"  # a number to be summed


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its Dutch name, and what can stand in it."""

    name: str
    dutch: str
    kind: ColumnKind
    codes: tuple[str, ...] = ()


PLACES = (
    Column("association", "corporatie", ColumnKind.PLACE),
    Column("municipality", "gemeente", ColumnKind.PLACE),
    Column("district", "wijk", ColumnKind.PLACE),
)

# From cheap to dear. BETL and BETH are ours: VERA's one class BET cut at the lower capping limit.
PRICE_CLASSES = ("GOE", "BETL", "BETH", "DUU", "BOV")
VERA_CLASSES = ("GOE", "BET", "DUU", "BOV")
ENERGY_LABELS = ("AP4", "AP3", "APP", "AP", "A", "B", "C", "D", "E", "F", "G")
ACCESSIBILITY = ("GNV", "NUL", "ROA", "ROG", "ROL", "RUI", "ZON")
IN_REASONS = ("NIE", "AAN", "TRA", "SPL", "UIT", "VOV", "REN", "HER", "PLA", "ADM")
OUT_REASONS = ("SLO", "VAH", "VAO", "VAB", "VOV", "SAM", "SPL", "TRA", "REN", "UIT", "TER", "PLA", "ADM", "VEN")
SOCIAL_LABELS = ("DAE", "NDA", "GNDV")
TARGET_GROUPS = ("EEN", "GEZ", "HZO", "JON", "SEN", "STA", "STU", "ZOR", "ZDR")
MORE_TARGET_GROUPS = ("STH", "DAK", "GED", "GGZ", "LIC", "PSY", "SKA", "VBE", "VER", "ZIN", "KUN", "GEB", "BSTU")
PRIORITIES = ("BIN", "GRO", "IND", "URG")
PRIORITY_DETAILS = (
    *("BER", "DAK", "DUP", "ECO", "EXD", "FIN", "GEL", "GEW", "HUI", "KRN", "MAA", "MAN", "MED", "REG", "REL"),
    *("ROL", "RST", "SER", "SOC", "STA", "UIT"),
)
MODELS = ("AAN", "DIS", "EER", "LOT", "OPT", "VRI", "WON")

_PRICE = (
    Column("price_class", "prijsklasse", ColumnKind.CODE, PRICE_CLASSES),
    Column("vera_class", "huurklasse", ColumnKind.CODE, VERA_CLASSES),
    # Ours: social rent, mid-market rent, free rent.
    Column("segment", "segment", ColumnKind.CODE, ("SOC", "MID", "VRY")),
)

STOCK_COLUMNS = (
    *PLACES,
    Column("at_opening", "begin", ColumnKind.FLAG),  # in the stock at the start of the year
    Column("at_closing", "eind", ColumnKind.FLAG),  # in the stock at the end of the year
    Column("self_contained", "zelfstandig", ColumnKind.FLAG),
    *_PRICE,
    Column("social_label", "label", ColumnKind.CODE, SOCIAL_LABELS),
    Column("opening_label", "beginlabel", ColumnKind.CODE, SOCIAL_LABELS),
    Column("energy_label", "energielabel", ColumnKind.CODE, ENERGY_LABELS),
    Column("energy_method", "energiemethode", ColumnKind.CODE, ("NTA", "EP2", "EI", "VEL", "COM")),
    Column("energy_status", "energiestatus", ColumnKind.CODE, ("DEF", "VOO")),
    # Ours: why a label E, F or G may stay (monument, demolition, under 40 m2 with a label of the old method).
    Column("energy_exception", "energieuitzondering", ColumnKind.CODE, ("MON", "SLO", "KLE")),
    Column("accessibility", "toegankelijkheid", ColumnKind.CODE, ACCESSIBILITY),
    Column("in_reason", "reden_in", ColumnKind.CODE, IN_REASONS),
    Column("out_reason", "reden_uit", ColumnKind.CODE, OUT_REASONS),
    Column("long_vacant", "lang_leeg", ColumnKind.FLAG),  # vacant for more than three months at the end of the year
    Column("rent", "huur", ColumnKind.TOTAL),
    Column("evictions", "ontruimingen", ColumnKind.TOTAL),
)

ALLOCATION_COLUMNS = (
    *PLACES,
    *_PRICE,
    Column("target_income", "doelgroepinkomen", ColumnKind.FLAG),
    # Ours: primary group, secondary group, higher income.
    Column("income_group", "inkomensgroep", ColumnKind.CODE, ("PRI", "SEC", "HOG")),
    Column("fits_rule", "past_volgens_regel", ColumnKind.FLAG),  # rent at or under the capping limit of the household
    Column("appropriateness", "passendheid", ColumnKind.CODE, ("PAS", "NIE", "NVT")),
    Column("appropriateness_detail", "passendheidsdetail", ColumnKind.CODE, ("BIJ", "HER", "HHV")),
    Column("target_group", "doelgroep", ColumnKind.CODE, TARGET_GROUPS),
    Column("more_target_group", "aanvullende_doelgroep", ColumnKind.CODE, MORE_TARGET_GROUPS),
    Column("priority", "voorrang", ColumnKind.CODE, PRIORITIES),
    Column("priority_detail", "voorrangdetail", ColumnKind.CODE, PRIORITY_DETAILS),
    Column("model", "model", ColumnKind.CODE, MODELS),
    Column("rent", "huur", ColumnKind.TOTAL),
)

COLUMNS = {Subject.STOCK: STOCK_COLUMNS, Subject.ALLOCATIONS: ALLOCATION_COLUMNS}


def columns_of(subject: Subject) -> dict[str, Column]:
    """Return the columns of a subject under their names, the English and the Dutch."""
    known = COLUMNS[subject]
    return {column.dutch: column for column in known} | {column.name: column for column in known}
