"""As many commitments as a large agreement has."""

from __future__ import annotations

from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentParty


def a_hundred_and_twenty(agreement: Agreement) -> None:
    """Add to what is there until there are a hundred and twenty to ask about."""
    first = agreement.commitments.order_by("order")[0]
    rows = [
        Commitment(
            agreement=agreement,
            document=first.document,
            order=100 + number,
            code=f"M {number}",
            text=f"Invulling {number}",
            kind="framework",
            page=1,
            start=0,
            end=1,
            confidence=0.9,
            state="accepted",
            accepted_at=first.accepted_at,
            accepted_by=first.accepted_by,
        )
        for number in range(117)
    ]
    Commitment.objects.bulk_create(rows)
    CommitmentParty.objects.bulk_create(
        CommitmentParty(commitment=row, name=name, role="lead", order=order)
        for row in rows
        for order, name in enumerate(("gemeente", "corporaties"))
    )
