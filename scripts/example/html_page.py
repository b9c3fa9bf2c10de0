"""Writes a letter of the example as a web page."""

from __future__ import annotations

from html import escape
from itertools import groupby
from pathlib import Path

from scripts.example.blocks import Block, Bullet, Document, Heading, LetterLine, Paragraph

STYLE = """
  body { font: 1.05rem/1.55 "Noto Sans", Arial, sans-serif; color: #222 }
  body { max-width: 44rem; margin: 2.5rem auto; padding: 0 1rem }
  header { border-bottom: 4px solid #0b4f6c; margin-bottom: 1.5rem }
  header p { color: #0b4f6c; font-weight: bold; margin: 0 }
  h1, h2, h3 { color: #0b4f6c; line-height: 1.25; margin: 1.8rem 0 .4rem }
  h1 { font-size: 2rem; margin-top: .4rem } h2 { font-size: 1.35rem } h3 { font-size: 1.1rem }
  dl { display: grid; grid-template-columns: 11rem 1fr; gap: .2rem 1rem } dt { color: #555 } dd { margin: 0 }
""".strip("\n")


def write_html(document: Document, path: Path) -> None:
    """Write one page with its own style."""
    body = "\n".join(_group(kind, list(group)) for kind, group in groupby(document.blocks, type))
    title = f"{document.title}: {document.subtitle[0].lower()}{document.subtitle[1:]}"
    page = f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
{STYLE}
</style>
</head>
<body>
<header>
<p>gemeente Duinrode</p>
<h1>{escape(document.title)}</h1>
</header>
<main>
<p><strong>Onderwerp: {escape(document.subtitle)}</strong></p>
{body}
</main>
</body>
</html>
"""
    path.write_text(page, encoding="utf-8")


def _group(kind: type[Block], group: list[Block]) -> str:
    inner = "\n".join(_one(block) for block in group)
    around = {Bullet: "ul", LetterLine: "dl"}.get(kind)
    return f"<{around}>\n{inner}\n</{around}>" if around else inner


def _one(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Paragraph(text=text):
            return f"<p>{escape(text)}</p>"
        case Bullet(text=text):
            return f"<li>{escape(text)}</li>"
        case LetterLine(label=label, value=value):
            return f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>"
    raise TypeError(block)
