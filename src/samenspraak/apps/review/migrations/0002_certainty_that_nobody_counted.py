"""What was read before certainty was counted carries 1, as if it were sure: there it is not known.

A run keeps what it found. Since certainty is counted, no reader gives 1; then every commitment of a run had it. What a
person pointed at in a review keeps its 1, also in the steps that can be undone.
"""

from __future__ import annotations

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROWS_AT_ONCE = 500


def forget_what_nobody_counted(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Make the certainty of proposals unknown where the run that found them did not count it."""
    runs = apps.get_model("documents", "ImportRun").objects.filter(status="done")
    commitments = apps.get_model("agreements", "Commitment").objects
    steps = apps.get_model("review", "ReviewStep").objects
    uncounted = runs.filter(extraction__commitments__0__confidence=1.0).order_by()
    for document in uncounted.values_list("document_id", flat=True).distinct():
        of_document = list(steps.filter(source__document_id=document))
        pointed_at = {one["pk"] for step in of_document if step.kind == "added" for one in step.after}
        commitments.filter(document_id=document, confidence=1.0).exclude(pk__in=pointed_at).update(confidence=None)
        for step in of_document:
            step.before, step.after = (_forgotten(part, pointed_at) for part in (step.before, step.after))
        steps.bulk_update(of_document, ["before", "after"], batch_size=ROWS_AT_ONCE)


def _forgotten(snapshots: list[dict[str, Any]], pointed_at: set[int]) -> list[dict[str, Any]]:
    return [
        one | {"confidence": None} if one["confidence"] == 1.0 and one["pk"] not in pointed_at else one
        for one in snapshots
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0001_review_steps"),
        ("agreements", "0009_certainty_that_is_not_known"),
        ("documents", "0003_find_runs_of_an_agreement"),
    ]

    operations = [migrations.RunPython(forget_what_nobody_counted, migrations.RunPython.noop)]
