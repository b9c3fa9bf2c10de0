"""Search the database of SAMENSPRAAK_DATABASE_URL, indexed first when it is not; print what was measured as JSON."""

from __future__ import annotations

import json
import os
import tempfile

from samenspraak.config.django_start import start_django


def main() -> None:
    """Measure in this process."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAMENSPRAAK_DATA_DIR"] = folder
        start_django()
        from bench.search.timing import indexed, measured  # noqa: PLC0415 records need Django

        print(json.dumps({"index": indexed(), "rows": [list(row) for row in measured()]}))


if __name__ == "__main__":
    main()
