"""What a person may read of rounds. Every function checks the right first; what is not theirs is not found."""

from __future__ import annotations

from samenspraak.apps.monitoring.approvals.reading import approvals_for
from samenspraak.apps.monitoring.checks import fresh_round
from samenspraak.apps.monitoring.fetch import (
    evidence_for,
    item_for,
    own_parties,
    party_in,
    reaction_in,
    round_for,
    task_place,
)
from samenspraak.apps.monitoring.items import name_of
from samenspraak.apps.monitoring.names import period_name
from samenspraak.apps.monitoring.read_declared import DeclaredLight, declared_lights
from samenspraak.apps.monitoring.read_desk import desk_of
from samenspraak.apps.monitoring.read_moments import moments_of
from samenspraak.apps.monitoring.read_monitor import (
    MonitorWithEarlier,
    comparison_for,
    item_page,
    monitor_for,
    monitor_with_earlier,
    rounds_for,
)
from samenspraak.apps.monitoring.read_quality import QualityPage, advice_on, quality_for
from samenspraak.apps.monitoring.read_rounds import (
    MOST_ROUNDS,
    ItemEvent,
    RoundItems,
    earlier_rounds,
    events_in,
    newest_rounds,
)
from samenspraak.apps.monitoring.snapshots import head_of

__all__ = [
    "MOST_ROUNDS",
    "DeclaredLight",
    "ItemEvent",
    "MonitorWithEarlier",
    "QualityPage",
    "RoundItems",
    "advice_on",
    "approvals_for",
    "comparison_for",
    "declared_lights",
    "desk_of",
    "earlier_rounds",
    "events_in",
    "evidence_for",
    "fresh_round",
    "head_of",
    "item_for",
    "item_page",
    "moments_of",
    "monitor_for",
    "monitor_with_earlier",
    "name_of",
    "newest_rounds",
    "own_parties",
    "party_in",
    "period_name",
    "quality_for",
    "reaction_in",
    "round_for",
    "rounds_for",
    "task_place",
]
