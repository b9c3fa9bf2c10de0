"""Which blocks are headings, and what a heading promises about the text below it."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.markers import LABELLED, code_of, number_of
from samenspraak.core.extraction.party_phrase import PartyPhrase

MOST_CHARACTERS = 130
MOST_WORDS = 18
LEAD_IN_WORDS = 4  # "De gemeente:" is a heading; "Zij zorgt voor het volgende aanbod:" is not


class Stance(StrEnum):
    """What stands under a heading, as far as the heading tells."""

    COMMITTING = "committing"  # Afspraken, Wat gaan we doen
    CONTEXT = "context"  # Inleiding, Ambitie, Resultaten
    EXCLUDED = "excluded"  # Nationale prestatieafspraken, Begrippen, Ondertekening: never a commitment here
    NEUTRAL = "neutral"


COMMITTING = re.compile(
    r"^(?:(?:de |onze |nieuwe |concrete |lokale |gezamenlijke |meerjarige |aanvullende |overige )*"
    r"(?:kader|jaar|proces|samenwerkings|werk|resultaat|inspannings)?-?afspraken\b"
    r"(?!.*\b(?:nationale?|landelijke?|regionale?|vorige?|eerdere|doel van|waarom|"
    r"basis|context|terugblik|vastgelegd|systematiek)\b)"
    r"|(?:meerjarige |aanvullende )?prestatieafspraken met\b"
    r"|.*\b(?:spreken (?:we|wij|partijen)\b.* af|afgesproken|gaan (?:we|wij|partijen)\b.* doen|"
    r"doen (?:we|wij|partijen)\b|wat (?:we|wij)\b.* doen\b"
    r"|(?:willen|gaan) (?:we|wij)\b.* (?:realiseren|doen|bereiken)|(?:we|wij)\b.* willen (?:realiseren|doen|bereiken)"
    r"|gaat (?:de )?\w+ doen|wat doe(?:t|n) (?:de )?\w+|uitgangspunten en afspraken|afspraken op een rij)"
    r"|(?:onze |de |concrete |gezamenlijke )?(?:acties?|actiepunten|actieprogramma|"
    r"maatregelen|inzet|bijdragen?|inspanningen|activiteiten|"
    r"verplichtingen|toezeggingen)(?: (?:van|voor|door|in|per)\b.*)?$"
    r"|.{3,40}\ben (?:de )?(?:prestatie|jaar)?(?:afspraken|acties|maatregelen|inzet)$"
    r"|.*\b(?:komen|zijn|hebben) (?:\w+ ){0,4}overeen(?:gekomen)?[:.]?$"
    r"|wie doet wat)",
    re.IGNORECASE,
)
CONTEXT = re.compile(
    r"\b(?:inleiding|vooraf|voorwoord|achtergrond|aanleiding|context|ambities?|waarom|visie op|opgaven?|ontwikkelingen|"
    r"beleidskader|kader|terugblik|resultaten|bereikt|stand van zaken|toelichting|leeswijzer|samenvatting|"
    r"situatie|doelstelling(?:en)?|trends?|feiten|cijfers|analyse|considerans|overwegingen|overwegende|vertrekpunt|"
    r"veranderend|motivatie|proces tot|totstandkoming|vraagstuk|probleem|wat is er|"
    r"wat speelt|hoe staat het|achterloopt|blijft achter|in het kort)\b",
    re.IGNORECASE,
)
EXCLUDED = re.compile(
    r"\b(?:nationale (?:prestatie)?afspraken|landelijke (?:prestatie)?afspraken|"
    r"begrippen\w*|begripsbepaling\w*|definities|"
    r"inhoud(?:sopgave)?|colofon|ondertekening|tekenblad|handtekening\w*|wettelijke? (?:kaders?|basis|context|regels)|"
    r"(?:landelijk|nationaal) (?:kader|beleid)|rijksbeleid|wet- en regelgeving|afkortingen|"
    r"verklarende woordenlijst|literatuur|bronnen|bronvermelding|verwijzingen|"
    r"betrokken partijen|partijen bij|ondergetekenden)\b|^global goals",
    re.IGNORECASE,
)
# What names its own place in the document is a heading: "Thema 1 Voldoende woningen".
SECTION = re.compile(
    r"^(?:(?:Thema|Hoofdstuk|Bijlage|Artikel|Deel|Speerpunt|"
    r"THEMA|HOOFDSTUK|BIJLAGE|ARTIKEL|DEEL|SPEERPUNT)\b|"
    r"(?:Doelstelling|Doel|Ambitie|Opgave|Pijler|Prioriteit|Spoor|Programmalijn) "
    r"(?:\d{1,2}|[A-Z])\b(?!\.\d)).{0,80}(?<![.,;])$"
)
# "Doelstelling 3: Wonen en zorg sluiten aan" is a chapter, of whatever follows; "Doelstelling" alone is context.
COUNTED_GOAL = re.compile(r"^(?:Doelstelling|Doel|Ambitie|Opgave) (?:\d{1,2}|[A-Z])\b", re.IGNORECASE)
LEADS_TO_CONTEXT = re.compile(
    r"\b(?:resultaten|bereikt|behaald|ontwikkelingen|oorzaken|redenen|knelpunten|"
    r"trends|gerealiseerd|afgelopen|vorig jaar|terugblik|overwegende|"
    r"verstaan|begrippen|vragen|wettelijk|landelijk|nationale|het rijk|bestaat uit|"
    r"genodigden|aanwezig)\b[^.]*(?::|\bdat)$",
    re.IGNORECASE,
)
LEADS_TO_COMMITMENTS = re.compile(
    r"\b(?:doelen|acties|afspraken|afgesproken|spreken (?:\w+ ){0,5}af|maatregelen|"
    r"voornemens|inzet|overeen(?:gekomen)?|zeg(?:t|gen) (?:\w+ ){0,3}toe|"
    r"komen (?:\w+ ){0,3}overeen|gaan (?:\w+ ){0,4}doen|verplicht\w*|uitgangspunten)\b[^.]*(?::|\bdat)$",
    re.IGNORECASE,
)
STRUCTURAL = re.compile(
    r"^(?:(?:de |onze |gezamenlijke |concrete )?(?:kader|jaar|proces|werk)?afspraken|"
    r"(?:onze |gezamenlijke )?ambities?(?: \S+){0,6}|"
    r"inleiding|context|achtergrond|toelichting|acties|actiepunten|waarom\??|aanleiding|doel(?:en|stelling(?:en)?)?|"
    r"wat (?:gaan|doen|willen|spreken) (?:we|wij)\b.{0,25}|(?:we|wij) spreken.{0,20} af|nationale prestatieafspraken|"
    r"(?:landelijke|nationale) afspraken|maatregelen|inzet|resultaat|resultaten|"
    r"(?:de |onze )?(?:belangrijkste )?afspraken op een rij|wie doet wat)[:.?]?$",
    re.IGNORECASE,
)
BARE_THEME = re.compile(
    r"(?:beschikbaarheid|betaalbaarheid|duurzaamheid|verduurzaming|leefbaarheid|samenwerking|woningbouw|doelgroepen|"
    r"vastgoed ?transitie|wonen(?:,? welzijn)? en zorg|wonen met zorg|wonen, welzijn en zorg|nieuwbouw|kwaliteit|zorg)"
    r"(?:(?:,| en| &) (?:[\w-]+(?: en zorg)?))*"
)
ABOUT = re.compile(
    r"^(?:inleiding(?: op)?:?|.*\bop het thema|(?:prestatie)?afspraken (?:met betrekking tot|"
    r"over|op het gebied van|inzake|rond(?:om)?|voor|ten aanzien van)|thema:?)"
    r" (?:het thema |de |het )?|\s+op een rij$",
    re.IGNORECASE,
)
# "Bijdrage van de gemeente", "Wat doen de corporaties?": a heading that says whose commitments stand below it.
WHOSE = re.compile(
    r"^(?:(?:de |onze )?(?:bijdragen?|inzet|inspanning(?:en)?|acties?|afspraken|maatregelen|taken|verplichtingen|"
    r"toezeggingen|activiteiten|rol)(?: van| door)?|wat (?:doet|doen|gaat|gaan)) "
    r"(?!(?:over|met|op|in|aan|voor|tot|bij|per|om|en) )(?P<who>.+?)(?: (?:doen|bij))?[?:]?$",
    re.IGNORECASE,
)
NUMBER = re.compile(r"^[\d.\s]+")
INFOGRAPHIC = re.compile(
    r"\d+(?:[.,]\d+)?\s?%|\b\d[\d.]*\s+(?:\w+\s)?(?:woningen|huurwoningen|appartementen)\b", re.IGNORECASE
)
STOP_INSIDE = re.compile(r"[a-zà-ÿ]{3}[.;] [A-ZÀ-Ý]")  # the end of one sentence and the beginning of the next
PAGE_FOOT = re.compile(r"(?:\s\|\s(?:pagina |p\. ?)?\d{1,3}|^pagina \d{1,3}(?: (?:van|/) \d{1,3})?)$", re.IGNORECASE)
DATE_OR_LINK = re.compile(r"https?://|www\.|^\d{1,2} \w+ \d{4}$|@")


def _unnumbered(heading: str) -> str:
    return (heading if heading[:1].isalpha() else NUMBER.sub("", heading)).strip()


def stance_of(heading: str) -> Stance:
    """Return what a heading promises."""
    words = _unnumbered(heading)
    if EXCLUDED.search(words):
        return Stance.EXCLUDED
    if COUNTED_GOAL.match(words):
        return Stance.NEUTRAL
    if COMMITTING.search(words):
        return Stance.COMMITTING
    if CONTEXT.search(words):
        return Stance.CONTEXT
    return Stance.NEUTRAL


def whose(heading: str) -> str:
    """Return whose commitments a heading announces ("Bijdrage van de gemeente": "de gemeente"), or ""."""
    found = WHOSE.match(_unnumbered(heading))
    return found["who"] if found else ""


def lead_in_stance(text: str) -> Stance:
    """Return what a sentence that ends in a colon says of the list below it."""
    if LEADS_TO_CONTEXT.search(text):
        return Stance.CONTEXT
    return Stance.COMMITTING if LEADS_TO_COMMITMENTS.search(text) else Stance.NEUTRAL


def is_structural(heading: str) -> bool:
    """Say whether a heading only names the sort of text below ("Afspraken") and not its subject."""
    return bool(STRUCTURAL.match(_unnumbered(heading)))


def is_page_foot(text: str) -> bool:
    """Say whether a line is the foot of a page: "Overeenkomst Brugveen | 2"."""
    return text[-1:].isdigit() and bool(PAGE_FOOT.search(text))


def is_bare_theme(title: str) -> bool:
    """Say whether a heading is nothing but a theme's name: "Betaalbaarheid", "Wonen en zorg"."""
    words = ABOUT.sub("", title if title[:1].isalpha() else NUMBER.sub("", title)).strip().lower()
    return bool(BARE_THEME.fullmatch(words))


def mark_headings(blocks: list[Block], parties: PartyPhrase | None = None) -> list[Block]:
    """Return the blocks with those paragraphs that read as headings turned into headings."""
    parties = parties or PartyPhrase(())
    marked = [
        replace(block, kind=BlockKind.HEADING)
        if _is_heading(blocks, index) or _names_doer(blocks, index, parties)
        else block
        for index, block in enumerate(blocks)
    ]
    return _without_labels(marked)


def _names_doer(blocks: list[Block], index: int, parties: PartyPhrase) -> bool:
    """A line "De corporaties:" above a list is a heading."""
    block = blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    leads = block.text.endswith(":") or (below is not None and below.kind is BlockKind.ITEM)
    return block.kind is BlockKind.PARAGRAPH and leads and parties.is_whole(block.text)


def _is_heading(blocks: list[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind is not BlockKind.PARAGRAPH or not _reads_as_heading(block):
        return False
    line = block.pieces[0].line
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or (below.kind is BlockKind.PARAGRAPH and below.text[:1].islower()):
        return False
    if line.is_bold or SECTION.match(block.text) or (number_of(block.text) and len(block.pieces) <= 2):
        return True
    isolated = line.space_before >= 0.4 or index == 0 or blocks[index - 1].page != block.page
    return isolated or len(block.text) < 60


def _reads_as_heading(block: Block) -> bool:
    text = block.text
    if len(text) > MOST_CHARACTERS or len(block.pieces) > 3 or len(text.split()) > MOST_WORDS:
        return False
    if text.endswith((".", ",", ";", "!")) and not is_structural(text):
        return False
    if (":" in text and LABELLED.match(text)) or STOP_INSIDE.search(text):
        return False
    if text.endswith(")") and not is_structural(text):
        return bool(number_of(text)) and text.endswith(")")
    if text.endswith(":") and len(text.split()) > LEAD_IN_WORDS and not is_structural(text):
        return False
    body = text[number.width :] if (number := number_of(text)) else text
    if SECTION.match(text):
        return True
    if code_of(text) or is_page_foot(text) or DATE_OR_LINK.search(text) or INFOGRAPHIC.search(body):
        return False
    return body[:1].isupper() or body[:1] in "‘'\"“"


def _without_labels(blocks: list[Block]) -> list[Block]:
    """Turn clusters of loose words (the labels of a drawing) back into plain text.

    A run of three or more unnumbered headings inside a page holds at most one real heading: the last one
    when text follows on the same page. At the top of a page the first is the chapter and stays as well.
    """
    result = list(blocks)
    start = 0
    while start < len(result):
        stop = start
        while stop < len(result) and _may_be_label(result[stop]):
            stop += 1
        if stop - start >= 3:
            for index in _labels(result, start, stop):
                result[index] = replace(result[index], kind=BlockKind.PARAGRAPH)
        start = stop + 1  # what stands at `stop` is no label
    return result


def _may_be_label(block: Block) -> bool:
    short = block.kind is BlockKind.PARAGRAPH and len(block.text) < 60 and not block.text.endswith((".", ":"))
    plain = block.kind is BlockKind.HEADING and not block.level and not number_of(block.text)
    if not (plain or short) or code_of(block.text) or (" " in block.text and SECTION.match(block.text)):
        return False
    return stance_of(block.text) is Stance.NEUTRAL and not is_structural(block.text) and not is_bare_theme(block.text)


def _labels(blocks: list[Block], start: int, stop: int) -> range:
    at_top = start == 0 or blocks[start - 1].page != blocks[start].page
    follows = stop < len(blocks) and blocks[stop].page == blocks[stop - 1].page
    if follows and start and is_structural(blocks[stop].text) and blocks[start - 1].kind is BlockKind.PARAGRAPH:
        follows = not blocks[start - 1].text.endswith(".")  # a drawing between the introduction and "Afspraken"
    return range(start + 1 if at_top else start, stop - 1 if follows else stop)
