"""The one way into the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from samenspraak.apps.audit.models import Event, EventKind

LABEL_LENGTH = 300


def record(
    kind: EventKind,
    *,
    target: models.Model,
    by: AbstractBaseUser | None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Event:
    """Write one event about a saved `target`; `by` is None only for what the installation itself does."""
    return Event.objects.create(
        kind=kind,
        actor_id="" if by is None else str(by.pk),
        actor_label="" if by is None else str(by)[:LABEL_LENGTH],
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        target_label=str(target)[:LABEL_LENGTH],
        before=None if before is None else dict(before),
        after=None if after is None else dict(after),
        reason=reason,
    )
