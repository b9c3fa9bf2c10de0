"""The outline of a document: every block with the headings above it and what they promise."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.headings import (
    Stance,
    is_bare_theme,
    is_page_foot,
    is_structural,
    lead_in_stance,
    stance_of,
    whose,
)
from samenspraak.core.extraction.markers import Code, number_of
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.light_values import light_value
from samenspraak.core.vocabulary.theme_finder import themes_named

FEWEST_NEIGHBOURS = 2
CHAPTER_WORDS = 7  # a theme heading longer than this is a section's title, not a chapter's
CHAPTER = re.compile(
    r"^(?:hoofdstuk|deel|thema|bijlage|pijler|speerpunt|"
    r"(?:doelstelling|doel|ambitie|opgave|prioriteit|spoor) (?:\d|[a-z]\b))",
    re.IGNORECASE,
)
LEADS = (":", " dat")  # ends of a line that a list completes: "Wij komen overeen dat"
LONGEST_LEAD_IN = 200  # characters of a sentence that announces what follows
# "Het betreft de volgende aanpassingen, per thema."
PROMISES_BELOW = re.compile(
    r"\b(?:de )?volgende (?:\w+ )?(?:acties|afspraken|accentverschuivingen|aanpassingen|"
    r"wijzigingen|voornemens|actualiseringen|maatregelen)\b",
    re.IGNORECASE,
)
# "KOMEN HET VOLGENDE OVEREEN:", "Partijen zijn overeengekomen als volgt:": what a contract says before its articles.
AGREED_BELOW = re.compile(
    r"\b(?:komen|zijn|hebben) (?:\w+ ){0,4}overeen(?:gekomen)?(?: als volgt)?[:.]?$", re.IGNORECASE
)
# What ends where the next heading stands; a list of terms or the nation's agreements have headings of their own.
ENDS_SOON = re.compile(
    r"\b(?:inhoud\w*|colofon|betrokken partijen|partijen bij|ondergetekenden|rijksbeleid|"
    r"(?:landelijk|nationaal|wettelijk)e? (?:beleid|kaders?|basis|context))\b",
    re.IGNORECASE,
)
ANNEX = re.compile(r"^bijlagen?\b", re.IGNORECASE)


@light_value
class Place:
    """Where a block stands: its chapter, its section, and the stance of the nearest heading that has one."""

    chapter: str = ""
    section: str = ""
    structural: str = ""
    stance: Stance = Stance.NEUTRAL
    wide: Stance = Stance.NEUTRAL  # of the last heading that promised something for the sections below it
    is_annex: bool = False
    lead_in: Stance | None = None  # what the sentence above a list says of its items
    party: str = ""  # "De gemeente:" above a list of what the municipality does
    is_contract: bool = False  # "... komen het volgende overeen:" stood above: its articles are agreed

    @property
    def heading(self) -> str:
        """Return the nearest heading that names a subject."""
        return self.section or self.chapter

    @property
    def promise(self) -> Stance:
        """Return what the nearest heading or lead-in that says so promises."""
        if self.lead_in:
            return self.lead_in
        return self.wide if self.stance is Stance.NEUTRAL else self.stance


@light_value
class PlacedBlock:
    """A block and its place; of a heading, the place that begins there."""

    block: Block
    place: Place


def outline(blocks: list[Block], parties: PartyPhrase | None = None) -> list[PlacedBlock]:
    """Return the blocks with their places."""
    parties = parties or PartyPhrase(())
    placed: list[PlacedBlock] = []
    place = Place()
    chapters = {b.text.lower() for b in blocks if b.kind is BlockKind.HEADING and is_bare_theme(b.text)}
    has_neighbours = _has_neighbours([b.text for b in blocks if b.kind is BlockKind.HEADING])
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            at_top = index == 0 or blocks[index - 1].page != block.page
            if parties.is_whole(block.text) and _leads_list(blocks, index):
                place = _under_party(place, block.text)
            elif (who := whose(block.text)) and parties.is_whole(who):
                place = replace(place, structural=block.text, stance=Stance.COMMITTING, party=who, lead_in=None)
            elif (stance := _announced(blocks, index)) is not Stance.NEUTRAL:
                place = replace(place, lead_in=stance)
            else:
                place = _moved(place, block, _Setting(at_top, len(chapters) >= 3, has_neighbours))
        elif block.kind is BlockKind.PARAGRAPH and not is_page_foot(block.text):
            place = _after_lead_in(place, block.text)
        placed.append(PlacedBlock(block, place))
    return placed


def _has_neighbours(headings: list[str]) -> bool:
    """Say whether headings without a number speak of several themes that no chapter is called after."""
    if any(number_of(text) or CHAPTER.match(text) for text in headings):
        return False
    called = {theme for text in headings if is_bare_theme(text) for theme in themes_named(text)}
    spoken = {named[0] for text in headings if len(named := themes_named(text)) == 1}
    return len(spoken - called) >= FEWEST_NEIGHBOURS


def _leads_list(blocks: list[Block], index: int) -> bool:
    """A party's name is a heading of its own only above a list of what it does; at a page's edge it is a letterhead."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return blocks[index].text.endswith(":") or (below is not None and below.kind is BlockKind.ITEM)


def _announced(blocks: list[Block], index: int) -> Stance:
    """Return what a line such as "Wij spreken af dat:" says of the list right below it; it begins no section."""
    is_above_list = index + 1 < len(blocks) and blocks[index + 1].kind is BlockKind.ITEM
    if not is_above_list or not blocks[index].text.lower().endswith(LEADS) or is_structural(blocks[index].text):
        return Stance.NEUTRAL
    return lead_in_stance(blocks[index].text)


def _after_lead_in(place: Place, text: str) -> Place:
    """A sentence that announces a list says what the list holds; running text ends that."""
    if text.endswith(LEADS) or text.endswith(" DAT"):
        stance = lead_in_stance(text)
        return replace(place, lead_in=stance) if stance is not Stance.NEUTRAL else replace(place, lead_in=None)
    if len(text) < LONGEST_LEAD_IN and "olgende " in text and PROMISES_BELOW.search(text):
        return replace(place, wide=Stance.COMMITTING, stance=Stance.NEUTRAL, lead_in=None)
    return replace(place, lead_in=None) if place.lead_in else place


def _under_party(place: Place, text: str) -> Place:
    """Under a party's name stands what it does, unless the section is context."""
    stance = Stance.COMMITTING if place.promise is Stance.NEUTRAL else place.promise
    return replace(place, party=text.rstrip(" :"), stance=stance, lead_in=None)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What else tells a chapter: the top of a page, and how the document names its chapters."""

    at_top: bool
    has_theme_chapters: bool
    has_neighbours: bool  # "Bouwen", "Prettig wonen": beside these a theme's name is a heading like the others


def _moved(place: Place, block: Block, setting: _Setting) -> Place:
    text = block.text
    number = number_of(text)
    stance = stance_of(text)
    title = text[number.width :] if number and number.family == "" else text
    if is_structural(text) and not number:
        return replace(place, structural=text, stance=stance, party="", lead_in=None)
    # What a heading promises holds for the sections without a number below it; what it says of itself does not.
    wide: Stance = place.wide if stance is Stance.NEUTRAL and not number else stance
    if stance is Stance.CONTEXT or (stance is Stance.EXCLUDED and ENDS_SOON.search(text)):
        wide = Stance.NEUTRAL
    is_annex = bool(ANNEX.match(title))
    is_contract = (place.is_contract or bool(AGREED_BELOW.search(text))) and not is_annex
    if is_contract and stance is Stance.NEUTRAL and number and number.family:
        wide = Stance.COMMITTING
    if _is_chapter(block, title, number, setting):
        return Place(title, "", "", stance, wide, is_annex, is_contract=is_contract)
    return Place(place.chapter, title, "", stance, wide, place.is_annex or is_annex, is_contract=is_contract)


def _is_chapter(block: Block, title: str, number: Code | None, setting: _Setting) -> bool:
    if block.level == 1 or CHAPTER.match(title):
        return True
    if number:
        return len(number.parts) == 1
    if is_bare_theme(title):
        return bool(block.level) or setting.has_theme_chapters or not setting.has_neighbours
    if block.level or len(title.split()) > CHAPTER_WORDS:
        return False
    return setting.at_top and not setting.has_theme_chapters and bool(themes_named(title))
