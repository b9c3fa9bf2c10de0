"""The handbook as shipped: chapters in Markdown, made into pages. The one source is docs/handbook."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_PACKAGE = Path(__file__).resolve().parents[3]
# Installed, it lies in the package (pyproject.toml puts it there); in a working copy it is read where it is written.
FOLDER = next(path for path in (_PACKAGE / "handbook", _PACKAGE.parents[1] / "docs" / "handbook") if path.is_dir())
START = "README"

_HOME_LINK = re.compile(r"([\w-]+)\.md(?:#([\w-]+))?")
_IMAGE = re.compile(r"images/([\w-]+\.png)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading within a chapter, with the anchor to get there."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title, what is in it, and its text as HTML without the title."""

    name: str
    title: str
    sections: tuple[Section, ...]
    body: SafeString


def chapter_names() -> tuple[str, ...]:
    """Return all chapters but the start: first in the order in which the start lists them, then the others."""
    listed = re.findall(r"^\d+\. \[[^]]+\]\(([\w-]+)\.md\)", _text_of(START), re.MULTILINE)
    others = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem not in {*listed, START})
    return (*listed, *others)


@cache
def chapter(name: str) -> Chapter | None:
    """Return a chapter by the name of its file, or None."""
    if name != START and name not in chapter_names():
        return None
    # HTML in the text is shown and not obeyed, so that what comes out can be trusted.
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(_text_of(name))
    title = tokens[1].content
    tokens = tokens[3:]  # the opening, the words and the end of the title
    sections = tuple(_anchored(tokens))
    for token in tokens:
        _lead_home(token)
    _frame_tables(tokens)
    html = markdown.renderer.render(tokens, markdown.options, {})
    return Chapter(name, title, sections, mark_safe(html))  # noqa: S308  # our own text, rendered without HTML


def image_path(name: str) -> Path | None:
    """Return where a picture of the handbook lies, if it is one."""
    path = FOLDER / "images" / name
    return path if _IMAGE.fullmatch(f"images/{name}") and path.is_file() else None


def anchor_of(title: str) -> str:
    """Return the anchor of a heading: "Eén afspraak" is "een-afspraak"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _text_of(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def _anchored(tokens: Sequence[Token]) -> Iterator[Section]:
    """Give every heading an anchor; yields those of the first order."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor_of(inline.content))
            if token.tag == "h2":
                yield Section(inline.content, anchor_of(inline.content))


def _lead_home(token: Token) -> None:
    """Let links and pictures lead to our own pages; a link to what is not shipped becomes plain words."""
    is_left_out = False
    for part in token.children or ():
        if part.type == "image":
            found = _IMAGE.fullmatch(str(part.attrGet("src")))
            part.attrSet("src", reverse("help-image", args=[found[1]]) if found else "")
            part.attrSet("loading", "lazy")
        elif part.type == "link_open":
            address = _address(str(part.attrGet("href")))
            is_left_out = not address
            part.attrs = {"href": address} if address else {}
        if part.type in {"link_open", "link_close"} and is_left_out:
            part.tag = "span"


def _address(link: str) -> str:
    if link.startswith(("https://", "#")):
        return link
    found = _HOME_LINK.fullmatch(link)
    if found is None or not (FOLDER / f"{found[1]}.md").is_file():
        return ""
    return chapter_address(found[1], found[2] or "")


def chapter_address(name: str, anchor: str = "") -> str:
    """Return the address of a chapter, or of a heading in it."""
    page = reverse("help") if name == START else reverse("help-chapter", args=[name])
    return f"{page}#{anchor}" if anchor else page


def _frame_tables(tokens: list[Token]) -> None:
    """Let a wide table scroll by itself, also by keyboard, instead of the page."""
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].type == "table_open":
            tokens.insert(index, Token("div_open", "div", 1, attrs={"class": "table-frame", "tabindex": "0"}))
        elif tokens[index].type == "table_close":
            tokens.insert(index + 1, Token("div_close", "div", -1))
