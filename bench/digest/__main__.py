"""Mail everybody in the database of SAMENSPRAAK_DATABASE_URL, to a server on this machine; print a row."""

from __future__ import annotations

import os
import tempfile

from bench.digest.sink import sink
from samenspraak.config.django_start import start_django


def main() -> None:
    """Measure in this process; the mail server has one of its own."""
    with tempfile.TemporaryDirectory() as folder, sink() as server:
        os.environ["SAMENSPRAAK_DATA_DIR"] = folder
        os.environ["SAMENSPRAAK_SMTP_URL"] = f"smtp://127.0.0.1:{server.port}"
        os.environ["SAMENSPRAAK_LOG_LEVEL"] = "ERROR"
        start_django()
        from bench.digest.mailing import mailed, people_the_country  # noqa: PLC0415 records need Django

        people_the_country()
        print(mailed(server.count))


if __name__ == "__main__":
    main()
