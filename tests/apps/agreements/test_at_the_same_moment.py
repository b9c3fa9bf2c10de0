"""Two at once who add to one agreement: both are kept, and nobody meets a fault of ours."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from samenspraak.apps.agreements.actions import register_extraction
from samenspraak.apps.agreements.exchange.actions import apply_table, offer_table
from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentVersion
from samenspraak.apps.documents.models import Document
from samenspraak.core.extraction.result import Extraction
from tests.apps.cast import FACTS, People, extraction, read_in, source, store
from tests.apps.side_by_side import while_not_yet_kept

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def later_document(people: People, name: str) -> tuple[Document, Extraction]:
    """Return a document that was read, with a party that the agreement does not have yet."""
    read = replace(source(name), sha256=f"{name:0>64}")
    facts = replace(FACTS, housing_associations=("De Es",))
    document = read_in(people.noor, store(people.noor, name.encode(), read), read)
    return document, replace(extraction(read), agreement=facts)


def test_two_documents_that_name_the_same_new_party_both_come_in(people: People, agreement: Agreement) -> None:
    documents = [later_document(people, name) for name in ("een.pdf", "twee.pdf")]
    add = partial(register_extraction, agreement=agreement, by=people.noor)
    first, second = (partial(add, document=document, extraction=found) for document, found in documents)
    while_not_yet_kept(first, second)
    assert agreement.parties.filter(name="De Es").count() == 1
    assert list(agreement.sources.values_list("order", flat=True)) == [0, 1, 2]


def test_two_tables_with_a_new_commitment_both_get_room(people: People, agreement: Agreement) -> None:
    rows = (
        "ID,Soort afspraak,Tekst\n,kaderafspraak,Een nieuwe afspraak.\n",
        "ID,Soort afspraak,Tekst\n,kaderafspraak,Nog een.\n",
    )
    tables = [offer_table(agreement=agreement, name="t.csv", content=row.encode(), by=people.noor) for row in rows]
    apply = partial(apply_table, nature=CommitmentVersion.Nature.CORRECTION, reason="Afgesproken", by=people.noor)
    while_not_yet_kept(*(partial(apply, table=table) for table in tables))
    assert Commitment.objects.filter(text__in=("Een nieuwe afspraak.", "Nog een.")).count() == 2
