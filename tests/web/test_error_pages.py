"""What people read when a page cannot be shown."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from tests.web.markup import faults


@pytest.mark.parametrize("status", [400, 403, 404, 429])
def test_an_error_page_says_what_and_what_to_do(status: int) -> None:
    request = RequestFactory().get("/")
    page = render_to_string(f"{status}.html", request=request)
    assert faults(page.encode()) == []
    assert 'class="button button--primary"' in page
    assert page.count("<h1>") == 1
