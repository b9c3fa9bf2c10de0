"""What can be wrong with snapshots."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class SnapshotExists(SamenspraakError):
    """A snapshot is written once: what was reported rests on it."""

    code = "E821"


class NoSnapshot(SamenspraakError):
    """There is no data of this subject and year."""

    code = "E822"
