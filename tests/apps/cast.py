"""The people and documents that all tests of the records know. All names and sentences are invented.

Noor coordinates for the municipality of Waterhoven, Bas reads for Woonstichting De Linde, a party to the same
agreement; Carla works for the municipality of Zandhoek and has nothing to do with it. Ada keeps the installation.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from datetime import date

from samenspraak.apps.agreements.actions import register_extraction
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.documents.actions import finish_import, request_import, start_import, store_document
from samenspraak.apps.documents.models import Document
from samenspraak.apps.parties.actions import add_member, add_organisation, confirm_organisation, register_person
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.core.extraction.result import (
    AgreementFacts,
    CommitmentKind,
    DocumentKind,
    Extraction,
    Finding,
    FindingKind,
    FoundCommitment,
    FoundTable,
    GlossaryEntry,
    NamedParty,
    PartyRole,
    Period,
    Signatory,
    SourceSpan,
)
from samenspraak.core.extraction.source import Box, Line, PageSize, Repair, RepairKind, SourceText
from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.quantity import Bound, Quantity
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight

PASSWORD = "een lang wachtwoord"
PDF = "application/pdf"
TEXT = "text/plain"

# One list per page.
PAGES = (
    ("Beschikbaarheid", "De Linde bouwt in 2027 ten minste 80 woningen.", "De gemeente antwoordt binnen acht weken."),
    ("Betaalbaarheid", "Partijen wijzen 65% toe aan lage inkomens.", "Er komt een onderzoek naar woonlasten."),
)


@dataclass(frozen=True, slots=True)
class People:
    """Who there is."""

    ada: Person
    noor: Person
    bas: Person
    carla: Person


def make_people() -> People:
    """Return everybody, each in their organisation."""
    ada = register_person(email="ada@beheer.example", name="Ada", password=None, by=None, is_administrator=True)
    return People(
        ada=ada,
        noor=_person(ada, "noor@waterhoven.example", Organisation.Kind.MUNICIPALITY, "Waterhoven"),
        bas=_person(
            ada, "bas@linde.example", Organisation.Kind.HOUSING_ASSOCIATION, "Woonstichting De Linde", "De Linde"
        ),
        carla=_person(ada, "carla@zandhoek.example", Organisation.Kind.MUNICIPALITY, "Zandhoek"),
    )


def _person(ada: Person, email: str, kind: Organisation.Kind, name: str, *other_names: str) -> Person:
    person = register_person(email=email, name=email.partition("@")[0].title(), password=PASSWORD, by=ada)
    organisation = add_organisation(kind=kind, name=name, by=ada)
    confirm_organisation(organisation=organisation, by=ada, other_names=other_names)
    add_member(person=person, organisation=organisation, role=Membership.Role.COORDINATOR, by=ada)
    return person


def source(name: str = "afspraken.pdf", media_type: str = PDF) -> SourceText:
    """Return a document of two pages, or of text without pages, as a reader would."""
    is_pdf = media_type == PDF
    flow, raw = [], ""
    for number, lines in enumerate(PAGES, start=1):
        for index, text in enumerate(lines):
            box = Box(70, 100 + 20 * index, 500, 112 + 20 * index) if is_pdf else None
            start = len(raw)
            flow.append(Line(text, page=number if is_pdf else 1, start=start, end=start + len(text), box=box))
            raw += text + "\n"
    return SourceText(
        name=name,
        sha256=hashlib.sha256(raw.encode()).hexdigest(),
        media_type=media_type,
        raw=raw,
        flow=tuple(flow),
        page_sizes=(PageSize(595, 842),) * len(PAGES) if is_pdf else (),
        page_count=len(PAGES) if is_pdf else 1,
        repairs=(Repair(RepairKind.HYPHENATION, "woon-lasten", "woonlasten", 1),),
        notices=("Bladzijde 2 is een scan.",),
    )


def extraction(read: SourceText) -> Extraction:
    """Return what was understood: four commitments, a table, a term and two findings."""
    spans = [SourceSpan(item.page, item.start, item.end) for item in read.flow]
    texts = [line for page in PAGES for line in page]
    return Extraction(
        agreement=FACTS,
        commitments=tuple(_commitment(order, texts[line], spans[line]) for order, line in enumerate((1, 2, 4, 5))),
        tables=(FoundTable("Labels", ("Corporatie", "2026"), (("De Linde", 120.0), ("De Es", "n.t.b.")), spans[1]),),
        glossary=(GlossaryEntry("Lage inkomens", "Wie huurtoeslag kan krijgen.", spans[4]),),
        findings=(
            Finding("E601", FindingKind.CONTRADICTION, "Hier staat 80, daar 65.", (spans[1], spans[4])),
            Finding("W601", FindingKind.MISSING_OWNER, "Er is geen trekker.", (spans[5],)),
        ),
        repairs=read.repairs,
    )


FACTS = AgreementFacts(
    title="Prestatieafspraken Waterhoven",
    kind=DocumentKind.MULTI_YEAR,
    period=Period(2026, 2029),
    municipalities=("Waterhoven",),
    housing_associations=("De Linde",),
    tenants_organisations=("Huurdersplatform De Linde",),
    signatories=(Signatory("A. de Wit", "wethouder", None),),
    signed_on=date(2025, 12, 11),
)


def _commitment(order: int, text: str, span: SourceSpan) -> FoundCommitment:
    plain = FoundCommitment(
        code=("K 1.10", "K 1.9", "J 2.1", None)[order],
        title=None,
        text=text,
        kind=(CommitmentKind.FRAMEWORK, CommitmentKind.PROCESS, CommitmentKind.ANNUAL, CommitmentKind.FRAMEWORK)[order],
        year=2026 if order == 2 else None,
        theme=(Theme.AVAILABILITY, Theme.AVAILABILITY, Theme.AFFORDABILITY, None)[order],
        heading=None,
        parties=((NamedParty("gemeente", PartyRole.LEAD),), (NamedParty("partijen", PartyRole.LEAD),), ())[
            max(0, order - 1)
        ],
        deadline=None,
        quantities=(),
        priority=None,
        rating=None,
        progress=None,
        span=span,
        confidence=0.8,
    )
    if order:
        return plain
    return replace(
        plain,
        title="Bouwen",
        parties=(NamedParty("De Linde", PartyRole.LEAD), NamedParty("gemeente", PartyRole.PARTNER)),
        deadline=Deadline("in 2027", DeadlineKind.YEAR, date(2027, 12, 31)),
        quantities=(Quantity("ten minste 80", 80, "dwelling", Bound.MIN, "woningen"),),
        rating=TrafficLight.AMBER,
        rating_text="vraagt aandacht",
        priority="T2",
        progress="De vergunning is aangevraagd.",
    )


def store(by: Person, content: bytes = b"%PDF bytes", read: SourceText | None = None) -> Document:
    """Return a kept document that nobody read yet."""
    read = read or source()
    return store_document(file=io.BytesIO(content), name=read.name, media_type=read.media_type, by=by).document


def read_in(by: Person, document: Document, read: SourceText) -> Document:
    """Return the document after a finished run."""
    run = start_import(run=request_import(document=document, by=by), by=by)
    return finish_import(run=run, source=read, extraction=extraction(read), by=by).document


def registered(
    by: Person, read: SourceText | None = None, *, content: bytes = b"%PDF bytes", into: Agreement | None = None
) -> Agreement:
    """Return an agreement that went through the whole import."""
    read = read or source()
    document = read_in(by, store(by, content, read), read)
    return register_extraction(document=document, extraction=extraction(read), by=by, agreement=into)


def proposed(by: Person, read: SourceText | None = None) -> Agreement:
    """Return an agreement that waits to be reviewed."""
    read = read or source()
    document = read_in(by, store(by, read=read), read)
    return register_extraction(document=document, extraction=extraction(read), by=by, for_review=True)


def first_commitment(agreement: Agreement) -> Commitment:
    """Return the commitment that has everything."""
    return agreement.commitments.order_by("order")[0]
