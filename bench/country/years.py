"""One year of one municipality: an agreement, its document and what stands in it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from bench.country.leaves import Leaves
from bench.country.people import Bodies, Body
from bench.country.piles import Piles
from bench.country.places import Place
from bench.country.prose import THEMES, Said, say
from bench.country.vocabulary import HEADINGS, PROGRESS
from samenspraak.apps.agreements.codes import code_key

FIRST_YEAR, YEARS, PERIOD = 2015, 12, 4
COMMITMENTS = 80
_SHARE_WITH_FINDING = 0.08
_SIDES = ("municipality", "housing_association", "tenants_organisation")
_RATINGS = (("green", "groen"), ("amber", "geel"), ("red", "rood"), ("grey", "grijs"))
_FINDINGS = (
    ("W301", "missing_owner", "Bij deze afspraak staat niet wie haar trekt."),
    ("W302", "missing_deadline", "Bij deze afspraak staat geen termijn."),
    ("W303", "not_measurable", "Aan deze afspraak is niet af te meten wanneer zij is nagekomen."),
)
_TERMS = (
    ("Nultredenwoning", "Een woning die zonder trappen is te bereiken en waarin alles gelijkvloers ligt."),
    ("Spoedzoeker", "Iemand die door omstandigheden binnen drie maanden woonruimte nodig heeft."),
    ("Knelpunt", "Wat het nakomen van een afspraak in de weg staat en overleg vraagt."),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A commitment with its place in the document."""

    order: int
    theme: str
    code: str
    said: Said
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Who makes the agreements of a municipality."""

    place: Place
    municipality: Body
    associations: tuple[Body, ...]
    tenants: tuple[Body, ...]

    @property
    def sides(self) -> list[tuple[str, Body]]:
        """The parties with the side they stand on."""
        groups = ((self.municipality,), self.associations, self.tenants)
        return [(side, body) for side, group in zip(_SIDES, groups, strict=True) for body in group]


def cast_of(place: Place, bodies: Bodies) -> Cast:
    """Return who makes the agreements of a municipality."""
    return Cast(
        place,
        bodies.municipalities[place.number],
        tuple(bodies.associations[number] for number in place.associations),
        tuple(bodies.tenants[number] for number in place.associations),
    )


def add_years(piles: Piles, cast: Cast, years: int) -> None:
    """Add the agreements of a municipality: every fourth year for a period, the others as its annual slices."""
    framework: list[int] = []
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        begins = (year - FIRST_YEAR) % PERIOD == 0
        added = _Year(piles, cast, year, [] if begins else framework).add()
        if begins:
            framework = added


class _Year:
    def __init__(self, piles: Piles, cast: Cast, year: int, framework: list[int]) -> None:
        self.piles, self.cast, self.year, self.framework = piles, cast, year, framework
        self.chance = random.Random(f"{cast.place.municipality.cbs_code} {year}")
        self.at = datetime(year, 1, 10, 10, tzinfo=UTC) + timedelta(days=self.chance.randint(0, 40))
        self.by = cast.municipality
        self.kind = "year_slice" if framework else "multi_year"

    def add(self) -> list[int]:
        """Add all of it; return the numbers of the commitments."""
        count = COMMITMENTS + self.chance.randint(-15, 15)
        themes = sorted((self.chance.choice(THEMES) for _ in range(count)), key=THEMES.index)
        said = [self._say(theme) for theme in themes]
        leaves = Leaves(f"{self._title}\n")
        lines = [
            _Line(order, theme, code, one, *leaves.put(f"{code} {one.title}. {one.text}" if code else one.text))
            for order, (theme, code, one) in enumerate(zip(themes, _codes(themes), said, strict=True))
        ]
        document = self._document(leaves)
        agreement = self._agreement(document)
        return [self._commitment(agreement, document, line) for line in lines]

    @property
    def _title(self) -> str:
        name = self.cast.municipality.name
        if self.framework:
            return f"Jaarafspraken wonen {name} {self.year}"
        return f"Prestatieafspraken {name} {self.year}-{self.year + PERIOD - 1}"

    def _uuid(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)

    def _say(self, theme: str) -> Said:
        lead = self.chance.choice(self.cast.associations).name
        return say(
            self.chance, theme=theme, lead=lead, partner=self.chance.choice(self.cast.tenants).name, year=self.year
        )

    def _document(self, leaves: Leaves) -> int:
        pages = list(leaves.pages())
        name = f"afspraken-{self.cast.place.municipality.cbs_code.lower()}-{self.year}.pdf"
        fingerprint = sha256(name.encode()).hexdigest()
        number = self.piles.documents.add(
            self._uuid(), fingerprint, name, "application/pdf", 40_000 + 9_000 * len(pages),
            f"documents/{fingerprint[:2]}/{fingerprint}", len(pages), True, self.by.person, self.at,
        )  # fmt: skip
        later = self.at + timedelta(seconds=7)
        extraction = {"commitments": [], "source": {"repairs": []}}
        self.piles.runs.add(
            self._uuid(), number, "done", extraction, "0.2.0", self.by.person, self.at, self.at, later
        )  # fmt: skip
        for page in pages:
            self.piles.pages.add(number, page.number, page.start, page.end, page.raw, 595.0, 842.0, page.lines)
        self._event("document_stored", "documents.document", number, name)
        return number

    def _agreement(self, document: int) -> int:
        last = self.year if self.framework else self.year + PERIOD - 1
        number = self.piles.agreements.add(
            self._uuid(), self._title, self.kind, self.year, last, date(self.year - 1, 12, 14),
            self.by.number, self.by.person, self.at,
        )  # fmt: skip
        for order, (side, body) in enumerate(self.cast.sides):
            self.piles.parties.add(number, side, body.name, body.number, order)
        source = self.piles.sources.add(number, document, self.kind, 0)
        for order, (_, body) in enumerate(self.cast.sides):
            self.piles.signatories.add(source, body.person_name, "bestuurder", body.name, order)
        for order, (term, meaning) in enumerate(_TERMS):
            self.piles.terms.add(source, term, meaning, 1, 0, 40, order)
        rows = [
            [body.name, self.chance.randint(200, 9000), self.chance.randint(0, 90)] for body in self.cast.associations
        ]
        self.piles.tables.add(
            source, "Bezit en aanwas", ["Corporatie", "Bezit", "Aanwas"], rows, 1, 0, 60, 0
        )  # fmt: skip
        self._event("agreement_registered", "agreements.agreement", number, self._title)
        return number

    def _commitment(self, agreement: int, document: int, line: _Line) -> int:
        rated = self.framework and self.chance.random() < 0.7
        rating, rating_text = self.chance.choice(_RATINGS) if rated else ("", "")
        said, due = line.said, line.said.due
        # fmt: off
        number = self.piles.commitments.add(
            self._uuid(), agreement, document, line.order,
            self.chance.choice(self.framework) if self.framework else None,
            line.code, code_key(line.code), said.title if line.code else "", said.text,
            "annual" if self.framework else "framework", self.year if self.framework else None,
            line.theme, HEADINGS[line.theme],
            "" if due is None else due.text, "" if due is None else due.kind, None if due is None else due.on,
            rating, rating_text, self.chance.choice(PROGRESS) if rated else "", line.page, line.start, line.end,
            round(self.chance.uniform(0.6, 1.0), 3), "accepted", self.at, self.by.person,
        )
        # fmt: on
        self._players(number, said)
        if said.amount is not None:
            amount = said.amount
            self.piles.quantities.add(number, amount.text, amount.value, amount.unit, amount.bound, amount.subject, 0)
        if self.chance.random() < _SHARE_WITH_FINDING:
            self._finding(document, line)
        self._event("agreement_registered", "agreements.commitment", number, said.text[:80])
        return number

    def _finding(self, document: int, line: _Line) -> None:
        code, kind, message = self.chance.choice(_FINDINGS)
        place = {"page": line.page, "start": line.start, "end": line.end, "excerpt": line.said.text[:80]}
        self.piles.findings.add(document, line.order, code, kind, message, [place])

    def _players(self, commitment: int, said: Said) -> None:
        bodies = [body for body in (*self.cast.associations, *self.cast.tenants) if body.name in said.text]
        # "Huurdersraad X" holds the name of X too; what the sentence names first leads.
        bodies.sort(key=lambda body: said.text.index(body.name))
        if self.chance.random() < 0.6 or not bodies:
            bodies.append(self.cast.municipality)
        for order, body in enumerate(bodies):
            self.piles.players.add(commitment, body.name, "partner" if order else "lead", body.number, order)

    def _event(self, kind: str, target: str, number: int, label: str) -> None:
        after = {"document": self._title}
        self.piles.events.add(
            self.at, kind, str(self.by.person), self.by.person_name, target, str(number), label, after
        )


def _codes(themes: list[str]) -> list[str]:
    """Return the printed codes: a chapter per theme; process commitments at the end have none."""
    counts = dict.fromkeys(themes, 0)
    chapters = {theme: number for number, theme in enumerate(counts, start=1)}
    codes = []
    for theme in themes:
        counts[theme] += 1
        codes.append("" if theme == "cooperation" else f"{chapters[theme]}.{counts[theme]}")
    return codes
