"""Write docs/domain/key-figures.md again from the declarations: `python -m scripts.write_key_figures`."""

from __future__ import annotations

from tests.engines.key_figures_page import PATH, as_page

if __name__ == "__main__":
    PATH.write_text(as_page(), encoding="utf-8")
