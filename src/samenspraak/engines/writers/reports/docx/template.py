"""The municipality's own Word template: its logo, its styles, and named places that we fill.

A template comes from outside. It is opened as any document from outside, may hold no macros, and its fields are a
fixed list; they are filled in a sandbox in which nothing else can be reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from samenspraak.core.composition.tree import Report
from samenspraak.engines.writers.reports.errors import TemplateNotUsable
from samenspraak.engines.writers.reports.house_style import HouseStyle

LARGEST = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
MARK = "⁂inhoud⁂"
CONTENT = "inhoud"

# The whole list of what a template may ask for, with what it means.
FIELDS: dict[str, str] = {
    "titel": "de titel van het stuk",
    "ondertitel": "de regel onder de titel, zoals de ronde",
    "datum": "de dag waarvoor de gegevens gelden",
    "organisatie": "wie het stuk uitbrengt",
    CONTENT: "de plaats waar de tekst en de tabellen komen, op een regel alleen",
}
# A link to a page is what somebody clicks on; all else that lies outside is fetched unasked.
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_HYPERLINK = b"/relationships/hyperlink"
_RUNS = ("word/activex/", "word/embeddings/")
_TAG = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}|\{#(.*?)#\}", re.DOTALL)
_FIELD = re.compile(r"\s*([a-z_]+)\s*")


def check_template(data: bytes) -> None:
    """Raise TemplateNotUsable with the first thing that is wrong with a template, and where."""
    _check_package(data)
    _check_reach(data)
    document = _opened(data)
    seen = set()
    for place, text in _texts(document):
        for match in _TAG.finditer(text):
            field = _FIELD.fullmatch(match[1] or "")
            if field is None or field[1] not in FIELDS:
                raise TemplateNotUsable(
                    f"Het veld “{match[0][:60]}” bestaat niet. Deze velden zijn er: {', '.join(FIELDS)}.", where=place
                )
            seen.add(field[1])
        if "{{" in _TAG.sub("", text) or "{%" in _TAG.sub("", text):
            raise TemplateNotUsable("Een veld is niet afgesloten met “}}”.", where=place)
    if CONTENT not in seen:
        raise TemplateNotUsable("In het sjabloon ontbreekt het veld {{ inhoud }}: de plaats waar de tekst komt.")


def filled(data: bytes, report: Report, style: HouseStyle) -> Document:
    """Return the template with its fields filled, and MARK where the content belongs."""
    check_template(data)
    template = DocxTemplate(BytesIO(data))
    values = {
        "titel": report.title,
        "ondertitel": report.subtitle,
        "datum": f"{report.made_on.day}-{report.made_on.month}-{report.made_on.year}",
        "organisatie": style.organisation or report.author,
        CONTENT: MARK,
    }
    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        template.render(values, jinja_env=sandbox, autoescape=True)
    except (TemplateError, ValueError) as error:
        raise TemplateNotUsable("Het sjabloon kan niet worden ingevuld. Zet de velden opnieuw neer.") from error
    out = BytesIO()
    template.save(out)
    return _opened(out.getvalue())


def _check_package(data: bytes) -> None:
    if len(data) > LARGEST:
        raise TemplateNotUsable(f"Het sjabloon is groter dan {LARGEST // 1024 // 1024} MB. Verklein de afbeeldingen.")
    try:
        with ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            unpacked = sum(member.file_size for member in package.infolist())
    except BadZipFile:
        raise TemplateNotUsable("Dit is geen Word-bestand (DOCX). Bewaar het sjabloon in Word als .docx.") from None
    if unpacked > LARGEST_UNPACKED:
        raise TemplateNotUsable("Uitgepakt is dit bestand veel te groot voor een sjabloon.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise TemplateNotUsable("In het sjabloon zitten macro's. Bewaar het als .docx zonder macro's.")
    if "word/document.xml" not in names:
        raise TemplateNotUsable("Dit is geen Word-bestand (DOCX). Bewaar het sjabloon in Word als .docx.")


def _check_reach(data: bytes) -> None:
    """Refuse what would fetch something from elsewhere, or run something, when somebody opens the letter."""
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.lower().startswith(_RUNS):
                raise TemplateNotUsable(
                    "In het sjabloon zit een ingesloten programma of bestand. Haal het weg.", where=name
                )
            if not name.endswith(".rels"):
                continue
            for found in _EXTERNAL.findall(package.read(name)):
                if _HYPERLINK not in found:
                    raise TemplateNotUsable(
                        "Het sjabloon haalt iets op van een andere plaats, zoals een gekoppeld plaatje of sjabloon."
                        " Zet het in het bestand zelf.",
                        where=name,
                    )


def _opened(data: bytes) -> Document:
    try:
        return docx.Document(BytesIO(data))
    except Exception as error:  # whatever a broken package makes the library raise
        raise TemplateNotUsable("Dit Word-bestand is beschadigd. Open het in Word en bewaar het opnieuw.") from error


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the text of every paragraph with where it stands."""
    for number, one in enumerate(document.element.body.iter("{*}p"), start=1):
        yield f"alinea {number}", _text(one)
    for number, section in enumerate(document.sections, start=1):
        for name, part in (("koptekst", section.header), ("voettekst", section.footer)):
            for one in part._element.iter("{*}p"):
                yield f"{name} van sectie {number}", _text(one)


def _text(paragraph: object) -> str:
    return "".join(text.text or "" for text in paragraph.iter("{*}t"))  # type: ignore[attr-defined]
