"""A logo from outside, told by its content and made anew: what is kept is a plain PNG, whatever was handed in.

A drawing (SVG) may hold programs, and pictures from elsewhere or from this machine's own files. Only what draws is
kept of it, and then it is turned into dots; nobody ever gets the drawing itself.
"""

from __future__ import annotations

import re
import warnings
from io import BytesIO

from lxml import etree
from PIL import Image

from samenspraak.engines.writers.reports.errors import LogoNotUsable

LARGEST = 2 * 1024 * 1024
MOST_DOTS = 20_000_000
# Wide enough for print at the width that a logo gets (45 mm).
WIDEST, HIGHEST = 1200, 600
MOST_ELEMENTS = 20_000
_TOO_MANY = "Dit logo heeft te veel beeldpunten. Maak het kleiner, tot 1200 punten breed."
_SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_DRAWS = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc style"
    " linearGradient radialGradient stop clipPath mask pattern".split()
)
_REACHES_OUT = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@import|expression|javascript:|\\\\", re.IGNORECASE)


def logo_as_png(data: bytes) -> bytes:
    """Return a logo as a PNG of at most WIDEST by HIGHEST dots; raises LogoNotUsable."""
    if len(data) > LARGEST:
        raise LogoNotUsable(f"Het logo is groter dan {LARGEST // 1024 // 1024} MB. Kies een kleiner bestand.")
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return _settled(data)
    if b"<svg" in data[:100_000]:
        return _settled(_dots(_cleaned(data)))
    raise LogoNotUsable("Dit is geen PNG, JPEG of SVG. Bewaar het logo als een van die drie.")


def _settled(data: bytes) -> bytes:
    """Return the picture without anything but its dots: no notes of the camera, no hidden text."""
    # Said here, for another library tells Pillow to show what is there of a broken one.
    if not data.rstrip(b"\x00\r\n ").endswith((b"IEND\xaeB`\x82", b"\xff\xd9")):
        raise LogoNotUsable("Dit logo is niet compleet. Bewaar het opnieuw als PNG.")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_DOTS:
                raise LogoNotUsable(_TOO_MANY)
            plain = picture.convert("RGBA")
    except Image.DecompressionBombError as error:
        raise LogoNotUsable(_TOO_MANY) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise LogoNotUsable("Dit logo is beschadigd. Bewaar het opnieuw als PNG.") from error
    plain.thumbnail((WIDEST, HIGHEST))
    if not plain.getbbox():
        raise LogoNotUsable("Op dit logo is niets te zien: het is helemaal doorzichtig.")
    on_white = Image.new("RGB", plain.size, "white")
    on_white.paste(plain, mask=plain.getchannel("A"))
    out = BytesIO()
    on_white.save(out, "PNG", optimize=True)
    return out.getvalue()


def _cleaned(data: bytes) -> bytes:
    """Return a drawing with only what draws in it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise LogoNotUsable("Deze SVG is beschadigd. Bewaar het logo opnieuw, of als PNG.") from error
    if etree.QName(root).localname != "svg" or root.getroottree().docinfo.internalDTD is not None:
        raise LogoNotUsable("Deze SVG bevat meer dan een tekening. Bewaar het logo als gewone SVG, of als PNG.")
    if sum(1 for _one in root.iter()) > MOST_ELEMENTS:
        raise LogoNotUsable("Deze SVG is te ingewikkeld voor een logo. Bewaar het als PNG.")
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or not _may_stay(element):
            above = element.getparent()
            if above is not None:
                above.remove(element)
            continue
        for name in list(element.attrib):
            if not _may_keep(name, str(element.attrib[name])):
                del element.attrib[name]
    return etree.tostring(root)


def _may_stay(element: etree._Element) -> bool:
    name = etree.QName(element)
    is_style = name.localname == "style"
    return (
        name.namespace in {_SVG, None}
        and name.localname in _DRAWS
        and not (is_style and _REACHES_OUT.search("".join(map(str, element.itertext()))))
    )


def _may_keep(name: str, value: str) -> bool:
    if name.lower().startswith("on"):
        return False
    if name in {"href", _HREF}:
        return value.startswith("#")
    return not _REACHES_OUT.search(value)


def _dots(svg: bytes) -> bytes:
    # Late: it carries a whole JavaScript machine, which only drawing needs.
    import vl_convert  # noqa: PLC0415

    try:
        return bytes(vl_convert.svg_to_png(svg.decode(), scale=_scale(svg)))
    except ValueError as error:
        raise LogoNotUsable("Deze SVG kan niet worden getekend. Bewaar het logo als PNG.") from error


def _scale(svg: bytes) -> float:
    """Return how many times as large a drawing is made; one that is very large becomes smaller."""
    root = etree.fromstring(svg)
    sizes = [_length(root.get("width")), _length(root.get("height"))]
    box = [_length(part) for part in re.split(r"[\s,]+", (root.get("viewBox") or "").strip())]
    if len(box) == 4:
        sizes = [size or box[2 + index] for index, size in enumerate(sizes)]
    width, height = (size or 100.0 for size in sizes)
    return max(0.01, min(WIDEST / width, HIGHEST / height, 40.0))


def _length(text: str | None) -> float:
    found = re.match(r"\s*([0-9]+(?:\.[0-9]+)?)", text or "")
    return float(found[1]) if found and not (text or "").strip().endswith("%") else 0.0
