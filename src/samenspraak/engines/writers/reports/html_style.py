"""The style of a report as a page and on paper (A4, page numbers, table heads on every page)."""

from __future__ import annotations

from samenspraak.core.composition.look import LIGHTS
from samenspraak.engines.writers.reports.house_style import HouseStyle


# Borders do not collapse and on paper go all round, and lights are no boxes of their own there: drawn in less time.
def style_sheet(style: HouseStyle, *, is_wide: bool) -> str:
    """Return the style sheet in a municipality's colours."""
    lights = "".join(
        f".light--{light.value if light else 'unknown'}{{color:{look.ink};background:{look.ground}}}"
        for light, look in LIGHTS.items()
    )
    lights += "".join(f".ground--{light.value}{{background:{LIGHTS[light].ground}}}" for light in LIGHTS if light)
    return _SHEET % {
        "accent": style.accent,
        "ink": style.ink,
        "muted": style.muted,
        "line": style.line,
        "font": style.font.replace('"', ""),
        "lights": lights,
        "size": "A4 landscape" if is_wide else "A4",
    }


_SHEET = """
@page{
  size:%(size)s;margin:20mm 18mm 22mm;@bottom-right{content:counter(page) " / " counter(pages);
  font:9pt "%(font)s",sans-serif;color:%(muted)s}
@footnote{border-top:.5pt solid %(line)s;padding-top:2mm}}
html{font:400 16px/1.5 "%(font)s","Liberation Sans","DejaVu Sans",sans-serif;color:%(ink)s;background:#fff}
body{margin:0 auto;max-width:70rem;padding:1.5rem}
h1,h2,h3,h4,h5{line-height:1.2;margin:1.6em 0 .5em;color:%(ink)s;page-break-after:avoid}
h1{font-size:1.9rem;margin-top:0;color:%(accent)s}
h2{font-size:1.35rem;border-bottom:2px solid %(accent)s;padding-bottom:.2em}
h3{font-size:1.1rem}
h4,h5{font-size:1rem}
p,ul,ol,dl{margin:0 0 .8em;max-width:48rem;overflow-wrap:anywhere}
.subtitle{font-size:1.15rem;color:%(muted)s}
.small{font-size:.88rem;color:%(muted)s}
.logo img{max-height:4rem}
.fact{margin:0 0 .2em}
.fact span{color:%(muted)s}
a{color:%(accent)s}
.frame{overflow-x:auto}
.frame:focus-visible{outline:3px solid %(accent)s}
table{border:solid %(line)s;border-width:1px 0 0 1px;border-spacing:0;width:100%%;margin:.4em 0 1em;font-size:.92rem;
table-layout:fixed}
caption{text-align:left;font-weight:700;padding:.3em 0;break-after:avoid}
th,td{border:solid %(line)s;border-width:0 1px 1px 0;padding:.4em .55em;text-align:left;
vertical-align:top;overflow-wrap:anywhere}
thead{display:table-header-group}
thead th{background:%(accent)s;color:#fff}
tbody th{font-weight:600}
.number{text-align:right;font-variant-numeric:tabular-nums}
tr{page-break-inside:avoid}
.light{display:inline-block;padding:.05em .5em;border-radius:3px;font-weight:600}
%(lights)s
[class^=ground] .light,.light--unknown{padding:0;background:none}
figure{margin:1em 0;break-inside:avoid}
figure img{display:block;max-width:165mm;height:auto}
.whole{break-inside:avoid}
figcaption{font-weight:700;break-after:avoid}
.note{margin-top:-.6em}
.page-break{border:0;height:0;margin:0;page-break-after:always}
.footnote{float:footnote;font-size:9pt}
.signatures{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1.5rem}
.signature{box-sizing:border-box;break-inside:avoid;border:1px solid %(line)s;padding:1rem}
.dots{border-bottom:1px solid %(ink)s;height:4.5rem}
@media print{html{font-size:10pt}
.light{display:inline}
table,th,td{border:.4pt solid %(line)s}
table{line-height:1.35}
body{max-width:none;padding:0}
.frame{overflow:visible}
p,ul,ol,dl{max-width:none}
.signatures{display:block}
.signature{display:inline-block;width:44%%;margin:0 2%% 6mm 0;vertical-align:top}}
@media (max-width:40rem){
table{table-layout:auto;min-width:40rem}}
"""
