"""What other rooms built on a commitment, without knowing those rooms."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.db.models import Q

from samenspraak.apps.agreements.models import Commitment


def relied_upon(numbers: Collection[int]) -> Commitment | None:
    """Return the first of these commitments on which another room rests, such as a monitoring round (one query).

    Rooms say so themselves, by protecting the commitment from being deleted.
    """
    resting = Q()
    for relation in Commitment._meta.related_objects:
        if relation.on_delete is models.PROTECT:
            resting |= Q(**{f"{relation.name}__isnull": False})
    if not resting:
        return None
    return Commitment.objects.filter(resting, pk__in=numbers).order_by("order").first()
