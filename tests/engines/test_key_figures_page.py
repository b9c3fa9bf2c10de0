from __future__ import annotations

from tests.engines.key_figures_page import PATH, as_page


def test_the_page_about_key_figures_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == as_page(), "run: python -m scripts.write_key_figures"
