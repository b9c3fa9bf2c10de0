"""The key that signs sessions, when the installation was not given one."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from samenspraak.config.environment import WrongSetting

KEY_BYTES = 48


def secret_key_in(data_dir: Path) -> str:
    """Return the key kept in the data folder, made on first use, for its owner only; raises WrongSetting."""
    path = data_dir / "secret_key"
    try:
        if not path.exists():
            _make(path)
        return path.read_text(encoding="ascii").strip()
    except OSError:
        raise WrongSetting(
            f"In de gegevensmap kan niet worden geschreven: {data_dir}. Noem in SAMENSPRAAK_DATA_DIR een andere."
        ) from None


def _make(path: Path) -> None:
    """Write a new key whole or not at all: of two processes that start together, the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(KEY_BYTES), encoding="ascii")
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
