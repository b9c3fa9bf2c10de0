"""Running the command line as a person does: in a process of its own, in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("samenspraak")


def samenspraak(*arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in `folder` and return how it ended and what it said."""
    return subprocess.run(
        [str(PROGRAM), *map(str, arguments)],
        cwd=folder,
        env=surroundings(folder, **environment),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def surroundings(folder: Path, **environment: str) -> dict[str, str]:
    """Return the environment of this machine without its own settings of Samenspraak."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SAMENSPRAAK_", "DJANGO_"))}
    return {**own, "SAMENSPRAAK_DATA_DIR": str(folder / "var"), **environment}
