"""Every action of the documents, with everything that it needs made beforehand."""

from __future__ import annotations

import io

from samenspraak.apps.documents import actions
from samenspraak.apps.documents.models import ImportRun
from tests.apps.acts.doing import Act, later
from tests.apps.cast import People, extraction, source, store


def requested(people: People) -> ImportRun:
    return actions.request_import(document=store(people.noor), by=people.noor)


def started(people: People) -> ImportRun:
    return actions.start_import(run=requested(people), by=people.noor)


ACTS: dict[str, Act] = {
    "store_document": lambda people: later(
        actions.store_document, file=io.BytesIO(b"nieuw"), name="n.txt", media_type="text/plain", by=people.noor
    ),
    "request_import": lambda people: later(actions.request_import, document=store(people.noor), by=people.noor),
    "start_import": lambda people: later(actions.start_import, run=requested(people), by=people.noor),
    "requeue_import": lambda people: later(actions.requeue_import, run=started(people), by=people.noor),
    "cancel_import": lambda people: later(actions.cancel_import, run=started(people), by=people.noor),
    "hand_over_document": lambda people: later(
        actions.hand_over_document, document=store(people.ada), name="opnieuw.pdf", by=people.noor
    ),
    "finish_import": lambda people: later(
        actions.finish_import, run=started(people), source=source(), extraction=extraction(source()), by=people.noor
    ),
    "fail_import": lambda people: later(
        actions.fail_import, run=started(people), code="E100", message="Kan niet.", by=people.noor
    ),
}
