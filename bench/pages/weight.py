"""What a first visit sends: the page and all that it loads, fonts included, as a browser would ask for it."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urljoin

from bench.pages.visitor import Answer, Visitor

_LOADED = re.compile(r"""<(?:link|script|img|use)\b[^>]*?\b(?:href|src)="([^"#]+)[^"]*"[^>]*>""")
_IN_STYLE = re.compile(r"""url\(["']?([^"')#]+)["']?\)""")


def first_visit(visitor: Visitor, address: str) -> dict[str, int]:
    """Return the bytes sent for each address that is loaded, the page itself included."""
    page = visitor.get(address)
    sent = {address: len(page.body)}
    waiting = [urljoin(address, found) for found in _LOADED.findall(text_of(page))]
    while waiting:
        one = waiting.pop()
        if one in sent or not one.startswith("/"):
            continue
        answer = visitor.get(one)
        if answer.status != 200:
            continue
        sent[one] = len(answer.body)
        if one.endswith(".css"):
            waiting += [urljoin(one, found) for found in _IN_STYLE.findall(text_of(answer))]
    return sent


def text_of(answer: Answer) -> str:
    """Return a page as text, decompressed."""
    is_compressed = answer.headers.get("content-encoding") == "gzip"
    return (gzip.decompress(answer.body) if is_compressed else answer.body).decode()
