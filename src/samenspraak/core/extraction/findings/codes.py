"""The codes of findings and their sentences. A code keeps its meaning for ever; docs/domain/codes.md explains them."""

from __future__ import annotations

from dataclasses import dataclass

from samenspraak.core.extraction.result import Finding, FindingKind, SourceSpan


@dataclass(frozen=True, slots=True)
class Code:
    """A question that may be asked of a document: E… where something cannot be right, W… where it may be meant so."""

    code: str
    kind: FindingKind
    sentence: str  # Dutch, with names in braces for what differs

    def finding(self, *spans: SourceSpan, **words: object) -> Finding:
        """Return the finding with its sentence filled in, beginning with a capital."""
        message = self.sentence.format(**words)
        return Finding(self.code, self.kind, message[:1].upper() + message[1:], spans)


OTHER_NUMBERS = Code(
    "E201",
    FindingKind.CONTRADICTION,
    "dezelfde zin staat {first} met {number} en {again} met {other}: ‘{words}’.",
)
OTHER_LIMIT = Code(
    "E202",
    FindingKind.CONTRADICTION,
    "voor de {limit} staat {first} {amount} en {again} {other}.",
)
CODE_CLASH = Code(
    "E203",
    FindingKind.CONTRADICTION,
    "code {code} staat bij verschillende afspraken: {first} bij ‘{title}’ en {again} bij ‘{other}’.",
)
TABLE_TOTAL = Code(
    "E211",
    FindingKind.TOTAL_MISMATCH,
    "in de tabel {table}{where} staat bij ‘{label}’ {total}, maar de delen zijn samen {sum}.",
)
PARTS_OF_WHOLE = Code(
    "E212",
    FindingKind.TOTAL_MISMATCH,
    "{where} staat {total}, maar de delen die erbij staan zijn samen {sum}: ‘{words}’.",
)
IMPOSSIBLE_DATE = Code("E221", FindingKind.ODD_DATE, "de datum ‘{date}’ {where} bestaat niet.")
SIGNED_LATE = Code(
    "W222",
    FindingKind.ODD_DATE,
    "als datum van ondertekening staat {where} {date}, maar de afspraken gaan over {period}. Klopt het jaar?",
)
PAST_DEADLINE = Code(
    "W223",
    FindingKind.ODD_DATE,
    "de termijn ‘{term}’ {where} was al voorbij toen er werd getekend ({date}).",
)
UNREADABLE = Code("W231", FindingKind.UNREADABLE, "{where} zijn tekens niet goed gelezen: {words}.")
NOT_READ = Code("W232", FindingKind.UNREADABLE, "{notice}")
STANDS_TWICE = Code(
    "W241", FindingKind.REPEATED_TEXT, "een groot stuk tekst staat er twee keer{changes}: {first} en nog eens {again}."
)
NO_OWNER = Code("W251", FindingKind.MISSING_OWNER, "bij {name} {where} staat niet wie dit doet.")
NO_OWNERS = Code("W252", FindingKind.MISSING_OWNER, "bij {count} van de {all} afspraken staat niet wie ze uitvoert.")
NO_DEADLINE = Code("W253", FindingKind.MISSING_DEADLINE, "bij {name} {where} staat niet wanneer het klaar moet zijn.")
NO_DEADLINES = Code(
    "W254",
    FindingKind.MISSING_DEADLINE,
    "bij {count} van de {all} afspraken die iets opleveren staat niet wanneer het klaar moet zijn.",
)
VAGUE = Code(
    "W255",
    FindingKind.NOT_MEASURABLE,
    "{name} {where} noemt geen getal, termijn of resultaat waaraan te zien is of het lukt.",
)
VAGUE_MANY = Code(
    "W256",
    FindingKind.NOT_MEASURABLE,
    "{count} van de {all} afspraken noemen geen getal, termijn of resultaat waaraan te zien is of het lukt.",
)
