"""Pages are sent compressed; what is compressed already, or has to arrive bit by bit, is left alone."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_WORTH_IT = {"text/html", "text/css", "text/plain", "text/csv", "text/javascript", "application/json", "image/svg+xml"}


class CompressText(GZipMiddleware):
    """Compresses text for browsers that ask for it, with a random length against guessing what stands in it."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if response.streaming or kind not in _WORTH_IT:
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed
