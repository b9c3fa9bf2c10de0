"""Word's XML for the parts of a report. Text is escaped here and nowhere else."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from samenspraak.core.composition.look import LIGHTS
from samenspraak.core.composition.tree import Footnote, Inline, Light, Line, Link, Text

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Notes:
    """The footnotes in order: Word's own need a part that templates lack, so they stand together at the end."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def add(self, text: str) -> int:
        """Keep a note and return its number."""
        self.texts.append(text)
        return len(self.texts)


def run(text: str, properties: str = "") -> str:
    """Return a run of text; line ends become line breaks."""
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def part(one: Inline, notes: Notes) -> str:
    """Return a part of a line as runs."""
    match one:
        case Text(text=text, is_bold=is_bold, is_italic=is_italic):
            return run(text, ("<w:b/>" if is_bold else "") + ("<w:i/>" if is_italic else ""))
        case Link(text=text, address=address):
            return _link(text, address)
        case Light(light=light, word=word):
            look = LIGHTS[light]
            shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.ground[1:]}"/>'
            return run(f"{look.sign} {word}", f'<w:b/><w:color w:val="{look.ink[1:]}"/>{shade}')
        case Footnote(remark=text):
            return run(str(notes.add(text)), '<w:vertAlign w:val="superscript"/>')


def _link(text: str, address: str) -> str:
    """Return a link as a field: it needs no relation to another part of the file."""
    instruction = quoteattr(address).strip("'\"")
    look = '<w:color w:val="0A5C73"/><w:u w:val="single"/>'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{instruction}" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(text, look)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(line: Line, notes: Notes, *, style: str = "", properties: str = "") -> str:
    """Return a paragraph in a style (its identifier) with further properties."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    inside = "".join(part(one, notes) for one in line)
    head = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p {NAMESPACE}>{head}{inside}</w:p>"
