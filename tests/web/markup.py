"""What an HTML page is made of, as far as the tests ask."""

from __future__ import annotations

from itertools import pairwise

from lxml import html
from lxml.html import HtmlElement


def parsed(content: bytes) -> HtmlElement:
    """Return the page as a tree."""
    return html.document_fromstring(content.decode())


def text_of(content: bytes) -> str:
    """Return the words of the page, with single spaces."""
    return " ".join(parsed(content).text_content().split())


def faults(content: bytes) -> list[str]:
    """Return what is wrong with a page: headings, language, names of fields, inline style and script, ids."""
    page = parsed(content)
    found = []
    if len(page.xpath("//h1")) != 1:
        found.append("not exactly one h1")
    if page.get("lang") not in {"nl", "en"}:
        found.append("no language")
    if not (page.findtext(".//title") or "").strip():
        found.append("no title")
    if len(page.xpath("//main")) != 1:
        found.append("not exactly one main")
    found += [f"style attribute on {e.tag}" for e in page.xpath("//*[@style]")]
    found += [f"{name} on {e.tag}" for e in page.iter() for name in e.attrib if name.startswith("on")]
    found += [f"inline {e.tag}" for e in page.xpath("//style | //script[not(@src)]")]
    return found + _repeated_ids(page) + _nameless_fields(page) + _skipped_headings(page)


def _repeated_ids(page: HtmlElement) -> list[str]:
    ids = page.xpath("//@id")
    return [f"id {name} more than once" for name in sorted({i for i in ids if ids.count(i) > 1})]


def _nameless_fields(page: HtmlElement) -> list[str]:
    fields = page.xpath("//input[not(@type='hidden')] | //select | //textarea")
    labelled = set(page.xpath("//label/@for"))
    return [f"no label for {f.get('name')}" for f in fields if f.get("id") not in labelled and not f.get("aria-label")]


def _skipped_headings(page: HtmlElement) -> list[str]:
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    steps = pairwise(levels)
    return [f"h{before} followed by h{after}" for before, after in steps if after > before + 1]
