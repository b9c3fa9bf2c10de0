"""What is text is sent compressed; what is compressed already, or comes bit by bit, is not touched."""

from __future__ import annotations

import gzip

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from samenspraak.config.compression import CompressText

LONG = b"Partijen spreken af dat het zo goed is. " * 50


def sent(response: HttpResponseBase, accepts: str = "gzip") -> HttpResponseBase:
    request = RequestFactory().get("/", headers={"accept-encoding": accepts})
    return CompressText(lambda _: response)(request)


def test_a_page_is_compressed_for_a_browser_that_asks() -> None:
    answer = sent(HttpResponse(LONG))
    assert isinstance(answer, HttpResponse)
    assert len(answer.content) < len(LONG) / 5
    assert gzip.decompress(answer.content) == LONG
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_the_length_of_a_page_does_not_tell_what_stands_in_it() -> None:
    lengths = set()
    for _ in range(20):
        answer = sent(HttpResponse(LONG))
        assert isinstance(answer, HttpResponse)
        lengths.add(len(answer.content))
    assert len(lengths) > 5


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(LONG, content_type="application/pdf"),
        HttpResponse(LONG, content_type="image/png"),
        StreamingHttpResponse([LONG], content_type="text/event-stream"),
        FileResponse(iter([LONG]), content_type="text/plain"),
    ],
    ids=["pdf", "picture", "events", "file"],
)
def test_the_rest_is_left_alone(response: HttpResponseBase) -> None:
    assert "Content-Encoding" not in sent(response).headers


def test_nothing_is_compressed_for_who_does_not_ask() -> None:
    assert "Content-Encoding" not in sent(HttpResponse(LONG), accepts="").headers
