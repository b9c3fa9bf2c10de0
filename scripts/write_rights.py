"""Write docs/domain/rights.md again from the rights matrix: `python -m scripts.write_rights`."""

from __future__ import annotations

import os

import django


def main() -> None:
    """Write the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspraak.config.settings")
    django.setup()
    # Loaded late: the matrix needs the records, and they need Django.
    from tests.web.rights.as_page import PATH, as_page  # noqa: PLC0415

    PATH.write_text(as_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
