"""The log of the command line, for what nobody foresaw."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from samenspraak.config.logs import log_path


def write_to_log(trace: str) -> Path:
    """Add a traceback to the log; returns where that is."""
    path = log_path(Path(os.environ.get("SAMENSPRAAK_DATA_DIR") or "var")).resolve()
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} ERROR samenspraak: {trace}\n")
    return path
