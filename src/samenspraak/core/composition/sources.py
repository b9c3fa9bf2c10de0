"""Where the commitments of a report stand: a short reference in the row, and the documents in a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samenspraak.core.composition.material import Line, Source
from samenspraak.core.composition.tree import Block, Bullets, Heading, Paragraph, words

_HELD = "\u00a0"  # a space at which no line is broken


def documents_of(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the documents in which the lines stand, in the order in which they are met: their numbers in the list."""
    return tuple(dict.fromkeys(line.source.document for line in lines if line.source is not None))


def reference(source: Source | None, documents: Sequence[str]) -> str:
    """Return where a commitment stands, as short as can be: the document is only named where there are several."""
    if source is None:
        return ""
    place = f"{'blz.' if source.has_pages else 'deel'}{_HELD}{source.page}"
    return f"bron{_HELD}{documents.index(source.document) + 1}, {place}" if len(documents) > 1 else place


def sources_section(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the list of documents, by the numbers that the rows use."""
    documents = documents_of(lines)
    if not documents:
        return ()
    unknown = sum(1 for line in lines if line.source is None)
    sentence = "Achter elke afspraak staat tussen haakjes waar zij in de afspraken te vinden is"
    sentence += ": de bladzijde (blz.)" if all(line.source is None or line.source.has_pages for line in lines) else ""
    sentence += " van dit document." if len(documents) == 1 else ", met het nummer van de bron."
    if unknown:
        sentence += " Staat er niets, dan is dat niet bekend."
    items = tuple(words(name) for name in documents)
    return (Heading("Bronnen"), Paragraph(words(sentence)), Bullets(items, is_numbered=len(items) > 1))
