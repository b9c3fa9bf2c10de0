"""What is said about pages that were read from a picture, or not at all."""

from __future__ import annotations

from itertools import groupby

PageNumbers = list[int]  # counted from 1, ascending


def recognised(pages: PageNumbers) -> str:
    return f"{_pages(pages)} gescand; de tekst is uit het beeld herkend en kan fouten bevatten."


def scans_unread(pages: PageNumbers, missing: str) -> str:
    return (
        f"{_pages(pages)} gescand en niet gelezen, want {missing} is hier niet geïnstalleerd"
        " (apt-get install tesseract-ocr tesseract-ocr-nld)."
    )


def timed_out(pages: PageNumbers) -> str:
    return f"{_pages(pages)} gescand en niet gelezen: het herkennen van de tekst duurde te lang."


def nothing_recognised(pages: PageNumbers) -> str:
    return f"{_pages(pages)} een afbeelding waarin geen tekst is herkend."


def _pages(pages: PageNumbers) -> str:
    """Return "Pagina 3 is" or "Pagina 3, 5 tot en met 9 en 12 zijn"."""
    runs = [_run([page for _, page in run]) for _, run in groupby(enumerate(pages), lambda item: item[1] - item[0])]
    if len(pages) == 1:
        return f"Pagina {pages[0]} is"
    return f"Pagina {' en '.join(part for part in (', '.join(runs[:-1]), runs[-1]) if part)} zijn"


def _run(pages: PageNumbers) -> str:
    if len(pages) == 1:
        return str(pages[0])
    return f"{pages[0]} {'en' if len(pages) == 2 else 'tot en met'} {pages[-1]}"
