"""The people and the agreement that all page tests know. All names are invented.

Noor coordinates for the municipality of Waterhoven, Bas reads for Woonstichting De Linde, a party to the same
agreement; Carla works for the municipality of Zandhoek and has nothing to do with it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from samenspraak.apps.agreements.actions import register_extraction
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.documents.actions import finish_import, request_import, start_import, store_document
from samenspraak.apps.documents.models import Document
from samenspraak.apps.parties.actions import add_member, add_organisation, confirm_organisation, register_person
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.apps.search.jobs import catch_up
from samenspraak.core.extraction import result
from samenspraak.core.extraction.result import CommitmentKind, FindingKind, NamedParty, PartyRole, SourceSpan
from samenspraak.core.extraction.source import Box, Line, PageSize, Repair, RepairKind, SourceText
from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.quantity import Bound, Quantity
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight

PASSWORD = "een lang wachtwoord"
LINE_HEIGHT = 22.0
LEFT, FIRST_LINE = 72.0, 90.0
DAMAGED = "De Linde start voor de zomer van 2027 met de bouw van ten minste 80 sociale huurwoningen bij het staƟon."


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what there is."""

    noor: Person
    bas: Person
    carla: Person
    agreement: Agreement
    document: Document
    letter: Document  # a text without pages

    @property
    def first(self) -> Commitment:
        """The first commitment: coded, with deadline, quantity and a damaged passage."""
        return self.agreement.commitments.order_by("document_id", "order")[0]


LINES = (
    ("Beschikbaarheid", None),
    (DAMAGED, 0),
    ("De gemeente geeft binnen acht weken antwoord op een aanvraag voor een vergunning.", 1),
    ("Betaalbaarheid", None),
    ("Partijen streven ernaar dat 65% van de vrijkomende woningen naar lage inkomens gaat.", 2),
    ("Er komt een onderzoek naar de woonlasten van ouderen.", 3),
)


def make_cast() -> Cast:
    """Return everybody, with an agreement that is in the register."""
    noor, _ = _person_of("noor@waterhoven.example", "Noor van Dam", Organisation.Kind.MUNICIPALITY, "Waterhoven")
    bas, _ = _person_of(
        "bas@delinde.example", "Bas Vermeer", Organisation.Kind.HOUSING_ASSOCIATION, "Woonstichting De Linde"
    )
    carla, _ = _person_of("carla@zandhoek.example", "Carla Smit", Organisation.Kind.MUNICIPALITY, "Zandhoek")
    document, agreement = _imported(noor, _pdf(), _source("afspraken-waterhoven.pdf", "application/pdf"), None)
    letter, agreement = _imported(noor, b"brief", _source("brief.txt", "text/plain"), agreement)
    catch_up()  # a test's transaction never ends, so nothing would be found
    return Cast(noor, bas, carla, agreement, document, letter)


def _person_of(email: str, name: str, kind: Organisation.Kind, organisation: str) -> tuple[Person, Organisation]:
    person = register_person(email=email, name=name, password=PASSWORD, by=None)
    place = add_organisation(kind=kind, name=organisation, by=person)
    confirm_organisation(organisation=place, by=person)
    add_member(person=person, organisation=place, role=Membership.Role.COORDINATOR, by=None)
    return person, place


def imported(
    by: Person, name: str, agreement: Agreement | None, *, for_review: bool = False
) -> tuple[Document, Agreement]:
    """Return another document with the same words, and the agreement it feeds: a new one where none is given."""
    return _imported(by, name.encode(), _source(f"{name}.pdf", "application/pdf"), agreement, for_review=for_review)


def _imported(
    by: Person, content: bytes, source: SourceText, agreement: Agreement | None, *, for_review: bool = False
) -> tuple[Document, Agreement]:
    stored = store_document(file=io.BytesIO(content), name=source.name, media_type=source.media_type, by=by)
    extraction = _extraction(source)
    run = start_import(run=request_import(document=stored.document, by=by), by=by)
    finish_import(run=run, source=source, extraction=extraction, by=by)
    stored.document.refresh_from_db()
    agreement = register_extraction(
        document=stored.document, extraction=extraction, by=by, agreement=agreement, for_review=for_review
    )
    return stored.document, agreement


def _top(index: int) -> float:
    return FIRST_LINE + index * LINE_HEIGHT


def _pdf() -> bytes:
    """Return the lines as a printed page; reportlab measures from the bottom of the page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for index, (text, _) in enumerate(LINES):
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(LEFT, A4[1] - _top(index) - 12, text.replace("Ɵ", "?"))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _source(name: str, media_type: str) -> SourceText:
    is_pdf = media_type == "application/pdf"
    flow, offset = [], 0
    for index, (text, _) in enumerate(LINES):
        box = Box(LEFT, _top(index), LEFT + 450, _top(index) + 14) if is_pdf else None
        flow.append(Line(text.replace("Ɵ", "ti"), page=1, start=offset, end=offset + len(text), box=box))
        offset += len(text) + 1
    return SourceText(
        name=name,
        sha256="",
        media_type=media_type,
        raw="".join(text + "\n" for text, _ in LINES),
        flow=tuple(flow),
        page_sizes=(PageSize(*A4),) if is_pdf else (),
        repairs=(Repair(RepairKind.LIGATURE, "Ɵ", "ti", 312),),
        notices=("Bladzijde 4 is een scan en is minder goed te lezen.",) if is_pdf else (),
    )


def _extraction(source: SourceText) -> result.Extraction:
    lines = {number: line for line, (_, number) in zip(source.flow, LINES, strict=True) if number is not None}
    spans = {number: SourceSpan(1, line.start, line.end) for number, line in lines.items()}
    texts = {number: line.text for number, line in lines.items() if isinstance(line, Line)}
    return result.Extraction(
        agreement=_facts(),
        commitments=tuple(_commitment(number, texts[number], spans[number]) for number in sorted(texts)),
        tables=(
            result.FoundTable(
                "Woningen zonder groen label",
                ("Corporatie", "2026", "2027"),
                (("De Linde", 120.0, "n.t.b."),),
                spans[1],
            ),
        ),
        glossary=(result.GlossaryEntry("Lage inkomens", "Huishoudens die huurtoeslag kunnen krijgen.", spans[2]),),
        findings=(
            result.Finding(
                "E301", FindingKind.CONTRADICTION, "Hier staan 80 woningen, verderop 90.", (spans[0], spans[1])
            ),
            result.Finding("W301", FindingKind.MISSING_OWNER, "Bij deze afspraak staat geen trekker.", (spans[3],)),
        ),
        repairs=source.repairs,
    )


def _facts() -> result.AgreementFacts:
    return result.AgreementFacts(
        title="Prestatieafspraken Waterhoven",
        kind=result.DocumentKind.MULTI_YEAR,
        period=result.Period(2026, 2029),
        municipalities=("Waterhoven",),
        housing_associations=("Woonstichting De Linde",),
        tenants_organisations=("Huurdersplatform De Linde",),
        signatories=(result.Signatory("A. de Wit", "wethouder", "Waterhoven"),),
        signed_on=date(2025, 12, 11),
    )


def _commitment(number: int, text: str, span: SourceSpan) -> result.FoundCommitment:
    rich = number == 0
    return result.FoundCommitment(
        code=("K 1.1", "K 1.2", "J 2.1", None)[number],
        title=("Bouwen bij het station", None, "Woningen voor lage inkomens", None)[number],
        text=text,
        kind=(CommitmentKind.FRAMEWORK, CommitmentKind.PROCESS, CommitmentKind.ANNUAL, CommitmentKind.FRAMEWORK)[
            number
        ],
        year=2026 if number == 2 else None,
        theme=(Theme.AVAILABILITY, Theme.AVAILABILITY, Theme.AFFORDABILITY, None)[number],
        heading="Beschikbaarheid" if number < 2 else "Betaalbaarheid",
        parties=(
            (NamedParty("Woonstichting De Linde", PartyRole.LEAD), NamedParty("gemeente", PartyRole.PARTNER)),
            (NamedParty("gemeente", PartyRole.LEAD),),
            (NamedParty("partijen", PartyRole.LEAD),),
            (),
        )[number],
        deadline=Deadline("voor de zomer van 2027", DeadlineKind.DATE, date(2027, 6, 20)) if rich else None,
        quantities=(Quantity("ten minste 80", 80, "dwelling", Bound.MIN, "sociale huurwoningen"),) if rich else (),
        priority="T2" if rich else None,
        rating=TrafficLight.AMBER if rich else None,
        rating_text="vraagt aandacht" if rich else None,
        progress="De vergunning is aangevraagd." if rich else None,
        span=span,
        confidence=0.9,
    )
