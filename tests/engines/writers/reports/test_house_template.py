"""A municipality's own Word template: its fields are filled, and what is wrong with it is said by name and place."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from samenspraak.core.extraction.source import Line
from samenspraak.engines.readers import read_bytes
from samenspraak.engines.writers.reports.docx import FIELDS, check_template, write_docx
from samenspraak.engines.writers.reports.docx.template import LARGEST
from samenspraak.engines.writers.reports.errors import TemplateNotUsable
from samenspraak.engines.writers.reports.house_style import HouseStyle
from tests.engines.writers.reports.sample import sample


def template(*paragraphs: str, header: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = header
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lines(content: bytes) -> list[str]:
    return [item.text for item in read_bytes(content, name="v.docx").flow if isinstance(item, Line)]


def test_the_fields_are_filled_and_the_content_stands_in_its_place() -> None:
    own = template(
        "{{ organisatie }} schrijft:", "{{titel}}, {{ ondertitel }}", "{{ inhoud }}", "Met vriendelijke groet"
    )
    found = lines(write_docx(sample(), HouseStyle(organisation="Waterhoven"), template=own))
    assert found[:2] == ["Waterhoven schrijft:", "Monitor Waterhoven, Tweede ronde 2026"]
    # What the template has no field for stands before the content.
    assert found[2:4] == ["Vastgesteld op: 2 oktober 2026", "Leeswijzer"]
    assert found[-1] == "Met vriendelijke groet"
    assert not [line for line in found if "{{" in line and "7*7" not in line]


def test_a_wide_report_lies_on_its_side_in_a_template_that_stands_upright() -> None:
    own = template("{{ inhoud }}")
    for is_wide in (True, False):
        section = docx.Document(io.BytesIO(write_docx(replace(sample(), is_wide=is_wide), template=own))).sections[0]
        assert section.page_width is not None
        assert section.page_height is not None
        assert (section.page_width > section.page_height) is is_wide


def test_text_of_the_report_is_never_read_as_a_field() -> None:
    assert "{{ 7*7 }}" in " ".join(lines(write_docx(sample(), template=template("{{ inhoud }}"))))


def test_the_templates_own_letterhead_stays() -> None:
    content = write_docx(sample(), template=template("{{ inhoud }}", header="Gemeente {{ organisatie }}"))
    assert docx.Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text == "Gemeente Gemeente Waterhoven"


WRONG = [
    (("{{ inhoudd }}",), "alinea 1.*inhoudd.*bestaat niet.*titel"),
    (("goed", "{{ titel.__class__ }}", "{{ inhoud }}"), "alinea 2.*bestaat niet"),
    (("{{ ''.__class__.__mro__ }}", "{{ inhoud }}"), "bestaat niet"),
    (("{% for x in titel %}", "{{ inhoud }}"), "bestaat niet"),
    (("{{ titel", "{{ inhoud }}"), "niet afgesloten"),
    (("Alleen tekst",), "ontbreekt het veld"),
]


@pytest.mark.parametrize(("paragraphs", "message"), WRONG)
def test_a_wrong_field_gives_its_name_and_place(paragraphs: tuple[str, ...], message: str) -> None:
    with pytest.raises(TemplateNotUsable, match=message):
        check_template(template(*paragraphs))


def test_a_wrong_field_in_the_letterhead_is_placed_there() -> None:
    with pytest.raises(TemplateNotUsable, match="koptekst van sectie 1"):
        check_template(template("{{ inhoud }}", header="{{ logo }}"))


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


NOT_USABLE = {
    "no zip": (b"%PDF-1.7", "geen Word-bestand"),
    "another zip": (packed({"a.txt": b"a"}), "geen Word-bestand"),
    "macros": (packed({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"}), "macro's"),
    "broken": (packed({"word/document.xml": b"<a/>"}), "beschadigd"),
    "bomb": (packed({"word/document.xml": b" " * 201 * 1024 * 1024}), "veel te groot"),
    "too large": (b"P" * (LARGEST + 1), "groter dan 20 MB"),
}


@pytest.mark.parametrize("name", NOT_USABLE)
def test_what_is_no_template_is_refused_in_one_sentence(name: str) -> None:
    content, message = NOT_USABLE[name]
    with pytest.raises(TemplateNotUsable, match=message):
        check_template(content)


def test_every_field_says_what_it_means() -> None:
    assert all(meaning for meaning in FIELDS.values())


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Return a file with one of its parts put in, or put in place of what was there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, part)
    return out.getvalue()


def relation(kind: str, target: str) -> bytes:
    names = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{names}/package/2006/relationships"><Relationship Id="rId1"'
        f' Type="{names}/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    ).encode()


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "frame"])
def test_what_would_be_fetched_from_elsewhere_is_refused(kind: str) -> None:
    own = with_part(
        template("{{ inhoud }}"), "word/_rels/settings.xml.rels", relation(kind, "https://elders.example/x")
    )
    with pytest.raises(TemplateNotUsable, match=r"settings\.xml\.rels.*andere plaats"):
        check_template(own)


def test_a_link_to_a_page_may_stand_in_a_template() -> None:
    check_template(
        with_part(
            template("{{ inhoud }}"),
            "word/_rels/footer9.xml.rels",
            relation("hyperlink", "https://waterhoven.example/"),
        )
    )


@pytest.mark.parametrize("name", ["word/embeddings/oleObject1.bin", "word/activeX/activeX1.bin"])
def test_a_program_inside_is_refused(name: str) -> None:
    with pytest.raises(TemplateNotUsable, match="ingesloten"):
        check_template(with_part(template("{{ inhoud }}"), name, b"x"))


FILES = [
    "{% include '/etc/passwd' %}",
    "{{ open('/etc/passwd') }}",
    "{{ titel|attr('__class__') }}",
    "{{ self }}",
    "{#x#}",
]


@pytest.mark.parametrize("field", FILES)
def test_a_field_that_reaches_for_files_or_objects_is_none(field: str) -> None:
    with pytest.raises(TemplateNotUsable, match=r"alinea 2.*bestaat niet"):
        check_template(template("{{ inhoud }}", field))
