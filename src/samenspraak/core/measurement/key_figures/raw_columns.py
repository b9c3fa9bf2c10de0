"""The columns in which stock and allocations are stored before classification: one unit or one allocation per row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samenspraak.core.measurement.key_figures import columns as codes
from samenspraak.core.measurement.key_figures.columns import Subject


class RawKind(StrEnum):
    """What a raw column holds, and how it is stored."""

    TEXT = "text"
    CODE = "code"
    WHOLE = "whole"  # a whole number
    CENTS = "cents"
    SHARE = "share"  # hundredths of a per cent: 10000 is all of it
    FLAG = "flag"  # 0 or 1
    DAY = "day"


SQL_TYPES = {
    RawKind.TEXT: "VARCHAR(200)",
    RawKind.CODE: "VARCHAR(20)",
    RawKind.WHOLE: "INTEGER",
    RawKind.CENTS: "INTEGER",
    RawKind.SHARE: "INTEGER",
    RawKind.FLAG: "INTEGER",
    RawKind.DAY: "DATE",
}


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column: its name, what it is called in Dutch, what it holds, and the names that extracts give it."""

    name: str
    dutch: str
    kind: RawKind
    also: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    is_required: bool = False
    least: int = 0  # of a whole number


_WHERE = (
    RawColumn("edition", "het jaar", RawKind.WHOLE, ("jaar", "peiljaar", "verslagjaar", "boekjaar")),
    RawColumn(
        "association", "de corporatie", RawKind.TEXT,
        ("corporatie", "l-nummer", "lnummer", "idOrganisatie", "idGegevensbeheerder", "toegelaten instelling"),
    ),
    RawColumn(
        "municipality", "de gemeente", RawKind.TEXT,
        ("gemeente", "gemeentecode", "gm-code", "cbs-code", "gemeente code"), is_required=True,
    ),
    RawColumn("district", "de wijk", RawKind.TEXT, ("wijk", "wijkcode", "buurt", "stadsdeel", "buurtcode")),
)  # fmt: skip

STOCK = (
    *_WHERE,
    RawColumn(
        "unit", "het nummer van de eenheid", RawKind.TEXT,
        ("id", "idExtern", "eenheid", "eenheidnummer", "vhe-nummer", "vhe", "nummer verhuureenheid", "code"),
        is_required=True,
    ),
    RawColumn("at_opening", "aantal primo", RawKind.FLAG, ("aantal primo", "primo", "begin")),
    RawColumn("at_closing", "aantal ultimo", RawKind.FLAG, ("aantal ultimo", "ultimo", "eind")),
    RawColumn(
        "owned", "het eigendomspercentage", RawKind.SHARE,
        ("eigendomspercentage", "juridischEigendomspercentage", "eigendom %", "percentage eigendom"),
    ),
    RawColumn(
        "rent_cents", "de huur", RawKind.CENTS,
        ("netto huur", "nettohuur", "kale huur", "kalehuur", "huur", "rekenhuur", "huurprijs"),
    ),
    RawColumn("self_contained", "zelfstandig", RawKind.FLAG, ("zelfstandig", "zelfstandige woning")),
    RawColumn(
        "social_label", "het label DAEB of niet-DAEB", RawKind.CODE,
        ("maatschappelijkLabel", "daeb", "label", "maatschappelijk label"), codes.SOCIAL_LABELS,
    ),
    RawColumn(
        "opening_label", "het label aan het begin", RawKind.CODE,
        ("maatschappelijkLabelPrimo", "label primo", "daeb primo"), codes.SOCIAL_LABELS,
    ),
    RawColumn(
        "energy_label", "het energielabel", RawKind.CODE,
        ("energielabel", "energieprestatie label", "energieprestaties.label", "label energie"), codes.ENERGY_LABELS,
    ),
    RawColumn(
        "energy_method", "de methode van het energielabel", RawKind.CODE,
        ("energieprestatiesoort", "energieprestaties.soort", "labelmethode"), ("NTA", "EP2", "EI", "VEL", "COM"),
    ),
    RawColumn(
        "energy_status", "de status van het energielabel", RawKind.CODE,
        ("energieprestatiestatus", "energieprestaties.status", "labelstatus"), ("DEF", "VOO"),
    ),
    RawColumn(
        "energy_exception", "de uitzondering bij het energielabel", RawKind.CODE,
        ("uitzondering efg", "uitzondering energielabel"), ("MON", "SLO", "KLE"),
    ),
    RawColumn(
        "accessibility", "het toegankelijkheidslabel", RawKind.CODE,
        ("toegankelijkheidslabel", "toegankelijkheid"), codes.ACCESSIBILITY,
    ),
    RawColumn(
        "in_reason", "de reden van in exploitatie", RawKind.CODE,
        ("inExploitatieReden", "reden in exploitatie"), codes.IN_REASONS,
    ),
    RawColumn(
        "out_reason", "de reden van uit exploitatie", RawKind.CODE,
        ("uitExploitatieReden", "reden uit exploitatie"), codes.OUT_REASONS,
    ),
    RawColumn("vacant_since", "leeg sinds", RawKind.DAY, ("leeg sinds", "leegstand sinds", "begindatum leegstand")),
    RawColumn(
        "evictions", "ontruimingen wegens huurschuld", RawKind.WHOLE,
        ("ontruimingen", "ontruimingen huurschuld", "ontruiming huurachterstand"),
    ),
)  # fmt: skip

ALLOCATIONS = (
    *_WHERE,
    RawColumn("allocation", "het nummer van de toewijzing", RawKind.TEXT, ("id", "idExtern", "toewijzing", "code")),
    RawColumn(
        "allocated_on", "de datum van toewijzing", RawKind.DAY,
        ("datum", "datum toewijzing", "toewijzingsdatum", "ingangsdatum"), is_required=True,
    ),
    RawColumn("rent_cents", "de rekenhuur", RawKind.CENTS, ("rekenhuur", "huur", "kale huur", "netto huur")),
    RawColumn("income_cents", "het rekeninkomen", RawKind.CENTS, ("rekeninkomen", "inkomen", "huishoudinkomen")),
    RawColumn(
        "household_size", "de huishoudgrootte", RawKind.WHOLE,
        ("huishoudgrootte", "aantal personen", "huishouden"), least=1,
    ),
    RawColumn("is_older", "ouderenhuishouden", RawKind.FLAG, ("isOuderenhuishouden", "ouderenhuishouden", "oudere")),
    RawColumn(
        "appropriateness", "de passendheid", RawKind.CODE,
        ("passendheidsoort", "passendheidssoort", "passendheid"), ("PAS", "NIE", "NVT"),
    ),
    RawColumn(
        "appropriateness_detail", "de detailsoort van passendheid", RawKind.CODE,
        ("passendheiddetailsoort", "passendheidsdetailsoort"), ("BIJ", "HER", "HHV"),
    ),
    RawColumn("target_group", "de doelgroep", RawKind.CODE, ("doelgroep",), codes.TARGET_GROUPS),
    RawColumn(
        "more_target_group", "de aanvullende doelgroep", RawKind.CODE,
        ("aanvullendeDoelgroep",), codes.MORE_TARGET_GROUPS,
    ),
    RawColumn(
        "priority", "de voorrang", RawKind.CODE,
        ("voorrangsoort", "voorrangsregelingen.soort", "voorrang"), codes.PRIORITIES,
    ),
    RawColumn(
        "priority_detail", "de detailsoort van voorrang", RawKind.CODE,
        ("voorrangdetailsoort", "voorrangsregelingen.detailSoort"), codes.PRIORITY_DETAILS,
    ),
    RawColumn(
        "model", "het model van toewijzen", RawKind.CODE,
        ("model", "publicatie.model", "publicatiemodel"), codes.MODELS,
    ),
)  # fmt: skip

RAW: dict[Subject, dict[str, RawColumn]] = {
    Subject.STOCK: {column.name: column for column in STOCK},
    Subject.ALLOCATIONS: {column.name: column for column in ALLOCATIONS},
}
