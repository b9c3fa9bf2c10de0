"""How sure a proposal is: counted, pointed at by a person, or not known."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from samenspraak.apps.agreements.models import AgreementDocument, Commitment
from samenspraak.apps.documents.models import ImportRun
from samenspraak.apps.review import actions, queries
from tests.apps.cast import People, proposed

pytestmark = pytest.mark.django_db
forget = import_module("samenspraak.apps.review.migrations.0002_certainty_that_nobody_counted")


@pytest.fixture
def source(people: People) -> AgreementDocument:
    return proposed(people.noor).sources.get()


def certainties(source: AgreementDocument) -> list[float | None]:
    return list(source.document.commitments.order_by("order").values_list("confidence", flat=True))


def read_before_it_was_counted(source: AgreementDocument) -> None:
    """Make the run as an earlier one left it: everything 1."""
    run = ImportRun.objects.get(document=source.document)
    for one in run.extraction["commitments"]:
        one["confidence"] = 1.0
    run.save()
    source.document.commitments.update(confidence=1.0)


def test_what_was_read_before_it_was_counted_is_not_known(people: People, source: AgreementDocument) -> None:
    read_before_it_was_counted(source)
    actions.add_missed_commitment(source=source, start=0, end=15, by=people.noor)
    last = source.document.commitments.order_by("order").last()
    assert last is not None
    actions.skip_proposal(proposal=last, version=last.version, by=people.noor)
    forget.forget_what_nobody_counted(apps, connection.schema_editor())
    assert sorted(certainties(source), key=str) == [1.0, None, None, None, None]
    for step in source.review_steps.order_by("-pk"):
        actions.undo_review_step(step=step, by=people.noor)
    assert certainties(source) == [None] * 4


def test_what_was_counted_stays_as_it_was(source: AgreementDocument) -> None:
    before = certainties(source)
    forget.forget_what_nobody_counted(apps, connection.schema_editor())
    assert certainties(source) == before == [0.8] * 4


def test_no_threshold_takes_over_what_is_not_known(people: People, source: AgreementDocument) -> None:
    source.document.findings.all().delete()
    first = source.document.commitments.order_by("order")[0]
    Commitment.objects.filter(pk=first.pk).update(confidence=None)
    page = queries.overview_page(people.noor, source.document.public_id)
    assert page.unknown == 1
    assert dict(page.thresholds)[50] == 3
    assert first.public_id not in {row.public_id for row in queries.certain_enough(page.rows, 0)}


def test_parts_and_wholes_of_what_is_not_known_are_not_known_either(people: People, source: AgreementDocument) -> None:
    first = source.document.commitments.order_by("order")[0]
    Commitment.objects.filter(pk=first.pk).update(confidence=None)
    actions.split_proposal(proposal=first, version=1, position=9, by=people.noor)
    assert certainties(source)[:3] == [None, None, 0.8]
    second = source.document.commitments.order_by("order")[1]
    actions.merge_proposals(proposal=second, version=second.version, by=people.noor)
    assert certainties(source)[:2] == [None, None]
