"""Who commits: the parties that a statement names as its doers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.name_patterns import TENANTS_KIND
from samenspraak.core.vocabulary.sentences import sentences_in

EVERYONE = "partijen"
ROLES = (
    (EVERYONE, r"(?:alle |de |betrokken |overige |andere )*partijen|alle drie(?: de)? partijen|we|wij"),
    (
        "gemeente",
        (
            r"gemeente(?:n|raad)?(?!lijk|huis)|(?:het )?college(?: van B&W| van burgemeester en wethouders)?|"
            r"burgemeester(?: en wethouders)?|wethouders?"
        ),
    ),
    (
        "corporaties",
        (
            r"(?:beide |elke |iedere |alle )?(?:woning|woon|huisvestings)?-?corporaties?|"
            r"verhuurders?|woningstichting(?:en)?"
        ),
    ),
    ("Rijk", r"(?:het )?rijk(?!\w)|(?:het )?ministerie(?: van [A-Z]+)?"),
    ("provincie", r"(?:de )?provincie(?! [A-Z])|provincie [A-Z][\w-]+|gedeputeerde staten"),
    ("regio", r"(?:de )?regio(?!na)"),
    (
        "huurdersorganisaties",
        (
            r"huurders?-?\(?-?(?:organisaties?|vereniging(?:en)?|raad|raden|koepels?|platforms?|"
            r"overleg|vertegenwoordig\w+|belangenverenig\w+|belangenorganisaties?|belangen|belang|collectie(?:f|ven))\)?|"
            r"huurders(?= en (?:de )?(?:gemeente|corporaties|woningcorporaties))|(?<=corporaties en )huurders|"
            r"(?<=corporaties, )huurders|"
            r"(?<=gemeente en )huurders|(?<=gemeente, )huurders|"
            r"bewoners(?:raad|kern|organisaties?|platform)|HO['’]?s|HBV"
        ),
    ),
)
PREPOSITION = re.compile(
    r"\b(?:met|van|aan|voor|door|bij|tussen|naar|over|richting|namens|tot|uit|onder|"
    r"per|in|op|vanuit|zonder|binnen|naast|"
    r"tegen|behalve|inclusief|waaronder|zoals|omtrent|jegens|via|achter|volgens|door middel van|ten behoeve van)\s+"
    r"(?:(?:de|het|een|alle|beide|elke?|ieder[e]?|onze|andere|overige|lokale|betrokken|"
    r"betreffende|eigen|hun|haar|desbetreffende|deelnemende|zowel|grote|woning|die|"
    r"deze)\s+)*$",
    re.IGNORECASE,
)
COORDINATED = re.compile(
    r"^(?:\s\d[\d.]*)?\s*(?:,|en|én|alsook|alsmede|als|/|&|,? en(?: ook)?|evenals|, samen met|samen met|"
    r"of|in samenwerking met)\s*(?:(?:de|het|alle|beide|lokale|betrokken)\s+)*$"
)
CLAUSE_END = re.compile(
    r"[;:!?]|\.\s|,\s(?:maar|terwijl|waarna|daarnaast|en|of)\s|\s(?:waarbij|zodat|"
    r"omdat|opdat|waarmee|als|indien|wanneer)\s"
)
ARTICLES = r"\s+(?:(?:de|het|beide|alle|betrokken)\s+)*$"
AGENT = re.compile(rf"\bdoor{ARTICLES}")
BESIDE = re.compile(rf"\b(?:tussen|van|namens){ARTICLES}")  # "het aanbod van de corporaties": only where nobody acts
# "... wijst grond aan en de corporaties bouwen": a clause of its own, as a verb follows.
SECOND_CLAUSE = re.compile(r"\s(?:en|maar|terwijl)\s+(?:(?:de|het|alle|beide)\s+)*$")
VERB_FOLLOWS = re.compile(
    r"\s+(?!(?:met|het|dat|niet|uit|tot|en|een|tussen|binnen|samen|ten|buiten|boven|want|aangezien|sinds)\b)"
    r"[a-zà-ÿ]{2,}(?:t|en|al|aan|oet)\b"
)
BESIDE_ASSOCIATIONS = re.compile(r"corporaties en gemeenten|gemeenten en (?:de )?(?:woning)?corporaties", re.IGNORECASE)
WISHES = re.compile(r"\b(?:onderkennen|erkennen|wensen|willen|zien|vinden|constateren|beseffen)\b", re.IGNORECASE)
WEAK_VERB = re.compile(r"\b(?:kan|kunnen|wordt|worden|is|zijn|heeft|hebben|was|waren|werd|werden|mag|mogen)\b")
REACH = 60  # characters before a mention in which its preposition stands


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named at text[start:end]; `name` is how it is kept."""

    start: int
    end: int
    name: str


def _around(match: re.Match[str]) -> tuple[int, int]:
    """Return the bounds of a match with the words beside it."""
    return max(0, match.start() - 20), match.end() + 25


class Actors:
    """Finds the parties in the statements of one document, given its cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._mentions: dict[str, list[Mention]] = {}  # a sentence is asked about several times

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        named = "|".join(re.escape(name) for name in self._spoken)
        place = "|".join(re.escape(name) for name in self.cast.municipalities)
        of_place = rf"(?:\s+(?:{place})\b)?" if place else ""
        roles = "|".join(rf"(?P<role{i}>(?:{words}){of_place if i == 1 else ''})" for i, (_, words) in enumerate(ROLES))
        head = rf"(?P<named>{named})|" if named else ""
        return re.compile(rf"(?<![\w-])(?:{head}(?i:{roles}))(?![\w])")

    @cached_property
    def _spoken(self) -> dict[str, str]:
        """Names and their short forms ("Anker" for "Anker Wonen") with the name to keep."""
        cast = self.cast
        spoken = {name: name for name in (*cast.housing_associations, *cast.tenants_organisations, *cast.others)}
        if len(cast.municipalities) > 1:
            spoken |= {name: f"gemeente {name}" for name in cast.municipalities}
        spoken |= cast.aliases
        for name in self.cast.housing_associations:
            short = re.sub(r"^(?:Stichting|Woningstichting|Woonstichting|Wonen)\s+|\s+(?:Wonen|Nederland)$", "", name)
            if len(short) > 3 and " " not in short:
                spoken.setdefault(short, name)
        for name in self.cast.tenants_organisations:
            short = TENANTS_KIND.sub("", name)
            if len(short) > 3 and short[:1].isupper() and short not in self.cast.municipalities:
                spoken.setdefault(short, name)
        return dict(sorted(spoken.items(), key=lambda pair: -len(pair[0])))

    def mentions(self, text: str) -> list[Mention]:
        """Return every party named in a text, in order."""
        known = self._mentions.get(text)
        if known is None:
            known = self._mentions[text] = [
                Mention(match.start(), match.end(), name)
                for match in self._pattern.finditer(text)
                if (name := self._name(match))
            ]
        return known

    def _name(self, match: re.Match[str]) -> str | None:
        if "named" in match.groupdict() and match["named"]:
            return self._spoken[match["named"]]
        index = next(i for i in range(len(ROLES)) if match[f"role{i}"])
        role = ROLES[index][0]
        if role == "corporaties" and self.cast.sole_association and not match[0].lower().endswith("s"):
            return self.cast.sole_association
        local = len(self.cast.municipalities) == 1
        others = match[0].lower() == "gemeenten" and not BESIDE_ASSOCIATIONS.search(match.string, *_around(match))
        if role == "Rijk" and len(self.cast.municipalities) < 2:
            return None  # at the table of a region's agreement only
        if local and (role in {"provincie", "regio"} or others):
            return None  # municipalities in general, or a province: not at this table
        if role == EVERYONE and match[0].isupper():
            return None
        return role

    def doers(self, text: str) -> tuple[str, ...]:
        """Return who commits in a statement, in the order of naming; empty when nobody is named."""
        strong: list[str] = []
        weak: list[str] = []
        for position, sentence in enumerate(sentences_in(text)):
            subjects = self.subjects(sentence.text) or ([] if position else self._agents(sentence.text))
            names = [mention.name for mention in subjects]
            if position == 0 and names == [EVERYONE] and not WISHES.search(sentence.text):
                return (EVERYONE,)
            is_weak = bool(position) and bool(subjects) and self._is_weak(sentence.text, subjects[-1])
            (weak if is_weak else strong).extend(names)
        found = strong or weak or [mention.name for mention in self._agents(text)]
        return self._settled(list(dict.fromkeys(found)))

    def _settled(self, found: list[str]) -> tuple[str, ...]:
        """Leave out who is meant already: "partijen" beside names, an association beside "corporaties"."""
        if len(found) > 1:
            found = [name for name in found if name != EVERYONE]
        if "corporaties" in found:
            found = [name for name in found if name not in self.cast.housing_associations]
        return tuple(found)

    def _is_weak(self, text: str, subject: Mention) -> bool:
        """A later sentence in which a party only may, is or has something adds no doer."""
        before = text[: subject.start].split()[-3:]
        after = text[subject.end :].split()[:2]
        return bool(WEAK_VERB.search(" ".join(before)) or WEAK_VERB.search(" ".join(after)))

    def subjects(self, sentence: str) -> list[Mention]:
        """Return the mentions that are the subject of a clause of this sentence, with those beside them."""
        result: list[Mention] = []
        previous: Mention | None = None
        previous_is_subject = False
        clause_has_subject = False
        for mention in self.mentions(sentence):
            between = sentence[previous.end : mention.start] if previous else sentence[: mention.start]
            if previous is None or CLAUSE_END.search(between) or _opens_clause(sentence, mention, between):
                clause_has_subject = False
            if previous and COORDINATED.match(between):
                is_subject = previous_is_subject
            else:
                is_subject = not clause_has_subject and not PREPOSITION.search(
                    sentence, max(0, mention.start - REACH), mention.start
                )
            if is_subject:
                result.append(mention)
                clause_has_subject = True
            previous, previous_is_subject = mention, is_subject
        return result

    def _agents(self, text: str) -> list[Mention]:
        """Return those by whom something is done ("door de corporaties"), or between whom ("tussen partijen")."""
        found = self.mentions(text)
        return self._after(AGENT, found, text) or self._after(BESIDE, found, text)

    def _after(self, words: re.Pattern[str], found: list[Mention], text: str) -> list[Mention]:
        """Return the mentions after these words, and those joined to one of them."""
        result: list[Mention] = []
        for index, mention in enumerate(found):
            joined = index > 0 and COORDINATED.match(text[found[index - 1].end : mention.start])
            if words.search(text[: mention.start]) or (joined and result and result[-1] is found[index - 1]):
                result.append(mention)
        return result


def _opens_clause(sentence: str, mention: Mention, between: str) -> bool:
    """Say whether a party after "en" begins a clause of its own and is not the last of a list."""
    is_apart = SECOND_CLAUSE.search(between) and not COORDINATED.match(between)
    return bool(is_apart and VERB_FOLLOWS.match(sentence, mention.end))
