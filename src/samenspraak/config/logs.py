"""Where the log goes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

LOG_NAME = "samenspraak.log"
LOG_BYTES = 5_000_000
LOGS_KEPT = 5


def log_path(data_dir: Path) -> Path:
    """Return the log in the data folder, or in the temporary folder as long as there is no data folder."""
    return (data_dir if data_dir.is_dir() else Path(tempfile.gettempdir())) / LOG_NAME


def logging_to(data_dir: Path, level: str) -> dict[str, Any]:
    """Return Django's LOGGING: a file that rolls over, and warnings on standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {
            "file": {
                "class": "logging.handlers.RotatingFileHandler",
                "filename": str(log_path(data_dir)),
                "maxBytes": LOG_BYTES,
                "backupCount": LOGS_KEPT,
                "encoding": "utf-8",
                "delay": True,
                "formatter": "line",
            },
            "nowhere": {"class": "logging.NullHandler"},
            "screen": {"class": "logging.StreamHandler", "level": "ERROR", "formatter": "line"},
        },
        "root": {"handlers": ["file", "screen"], "level": level},
        "loggers": {
            "django": {"handlers": ["file", "screen"], "level": level, "propagate": False},
            # Whoever asks for us by a wrong name is answered 400; that is no fault of ours to report.
            "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        },
    }
