"""The cast of a document: which organisations it names, told by how they stand in it.

No complete list of housing associations or tenants' organisations exists, so a name is recognised by its
company: after "woningcorporatie", in the list of parties beside the municipality, before "bestuurder", as the doer
of duties; or because a person confirmed it before.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from samenspraak.core.extraction.capitals import in_small_letters
from samenspraak.core.extraction.knowledge import ConfirmedOrganisation, OrganisationKind
from samenspraak.core.extraction.name_patterns import (
    ABBREVIATED,
    AFTER_ITS_KIND,
    ASSOCIATIONS,
    BOARD,
    DOER,
    FOUNDED_FOR_HOUSING,
    GENERIC_TENANTS,
    LEGAL_FORM,
    OF_A_FORM,
    SEPARATOR,
    TENANTS,
    TENANTS_KIND,
    TENANTS_WORD,
    WITH_HOUSING,
    is_name,
)
from samenspraak.core.extraction.party_lists import listed_beside
from samenspraak.core.extraction.places import municipalities_in
from samenspraak.core.extraction.short_names import given_forms, short_forms
from samenspraak.core.vocabulary.hints import Texts
from samenspraak.core.vocabulary.municipality import Municipality

LONGER_SHARE = 0.3  # of a short name's uses that are the longer name, from which the longer is the name
LONGEST_NAME = 70  # characters
OUTSTANDING = 5  # how many times as often one association must be named to be "de corporatie"
# How an association may be named, how much that counts, and parts of the words it takes.
NAMED_AS = (
    (AFTER_ITS_KIND, 1, ("orporatie ", "instelling ")),
    (OF_A_FORM, 2, ("tichting ", "ereniging ")),
    (WITH_HOUSING, 1, ("Woon", "Wonen")),
    (FOUNDED_FOR_HOUSING, 2, ("tichting ", "ereniging ")),
)
CAPITALISED = re.compile(r"[A-ZÀ-Ý][\w’'-]*")
FEWEST_LONGER, NEARLY_ALWAYS = 3, 0.6  # uses of a longer name, and their share of all, from which it is the name
ABBREVIATED_KIND = re.compile(r"^(?:HBV|HV)\s+")  # "HBV De Kade" is the tenants' organisation written in full elsewhere
SHORTEST_NAME = 3  # characters
DOINGS = 2  # times a name must be a doer before it counts as an organisation


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays a part, by the name that the document uses most."""

    municipalities: tuple[str, ...] = ()
    housing_associations: tuple[str, ...] = ()
    tenants_organisations: tuple[str, ...] = ()
    others: tuple[str, ...] = ()  # names that act in the document and may be anybody's
    aliases: dict[str, str] = field(default_factory=dict)  # "HAB": the name it stands for
    sole_association: str | None = None  # whom "de corporatie" means, where one association stands out

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, longest first, so that a long name is found before its beginning."""
        everyone = (
            *self.municipalities,
            *self.housing_associations,
            *self.tenants_organisations,
            *self.others,
            *self.aliases,
        )
        return tuple(sorted(everyone, key=len, reverse=True))


def cast_of(
    texts: Sequence[str], municipalities: Iterable[Municipality], confirmed: Iterable[ConfirmedOrganisation] = ()
) -> Cast:
    """Return the organisations named in these texts."""
    texts = in_small_letters(texts)
    searched = Texts(texts)
    whole = searched.whole
    known = tuple(confirmed)
    places = municipalities_in(whole, municipalities)
    listed = listed_beside(texts, places)
    tenants = _tenants(searched, known, listed)
    associations = _associations(searched, known, [name for name in listed if not TENANTS_WORD.search(name)])
    associations = tuple(name for name in associations if name not in places and name not in tenants)
    tenants = _called(tenants, associations, whole)
    taken = {*places, *associations, *tenants}
    return Cast(
        places,
        associations,
        tenants,
        _doers(whole, taken),
        _aliases(whole, taken),
        _sole(associations, whole),
    )


def _with(texts: Texts, *parts: str) -> str:
    """Return the texts in which one of these parts of a word stands; no name is searched for in the others."""
    return "\n".join(texts.texts[index] for index in texts.having(parts))


def _associations(texts: Texts, known: Sequence[ConfirmedOrganisation], listed: Sequence[str]) -> tuple[str, ...]:
    text = texts.whole
    counts: Counter[str] = Counter(dict.fromkeys(listed, 2))
    for pattern, weight, parts in NAMED_AS:
        for match in pattern.finditer(_with(texts, *parts)):
            name = match["name"]
            if len(name) > 2 and is_name(name) and not TENANTS_WORD.search(name):
                counts[name] += weight
    listing = [texts.texts[index].replace("\n", " ") for index in texts.having(("orporaties ",))]
    for match in ASSOCIATIONS.finditer("\n".join(listing)):
        for name in SEPARATOR.split(match["names"]):
            if is_name(name) and not TENANTS_WORD.search(name):
                counts[name] += 2 if text.count(name) > 1 else 1
    for match in BOARD.finditer(f"\n{text}"):
        if is_name(match["name"]) and not TENANTS_WORD.search(match["name"]):
            counts[match["name"]] += 2
    names = [name for name, count in counts.most_common() if count >= 2]
    names = [_extended(name, text) for name in names]
    names += [o.name for o in known if o.kind is OrganisationKind.HOUSING_ASSOCIATION and o.name in text]
    whole = [_usual(name, text) for name in names if not _is_cut(name, names, text)]
    return tuple(sorted(_distinct(whole), key=lambda name: -text.count(name)))


def _extended(name: str, text: str) -> str:
    """Return a name with the word that nearly always follows it: a line's end may have cut it the first time."""
    following = Counter(match[0] for part in text.split(f"{name} ")[1:] if (match := CAPITALISED.match(part)))
    word, count = next(iter(following.most_common(1)), ("", 0))
    return f"{name} {word}" if is_name(word) and count >= max(FEWEST_LONGER, NEARLY_ALWAYS * text.count(name)) else name


def _is_cut(name: str, names: Sequence[str], text: str) -> bool:
    """Say whether a name is only the beginning of a longer one that the document uses."""
    longer = [other for other in names if other.startswith(f"{name} ")]
    return any(text.count(other) >= LONGER_SHARE * text.count(name) for other in longer)


def _usual(name: str, text: str) -> str:
    """Return the form the document uses most: "Anker" rather than "Woningstichting Anker" where it stands alone."""
    for short in _shorter(name, text):
        count, alone = text.count(name), _count_whole(short, text) - text.count(name)
        # What only drops the legal form is the same name; a name cut short must have taken the place of the whole.
        is_named = name.endswith(short) or short in given_forms(name, text)
        if alone > count and (is_named or count < LONGER_SHARE * (count + alone)):
            return short
    return name


def _shorter(name: str, text: str) -> list[str]:
    """Return the ways in which a name may be shortened, without those that name a sort of organisation."""
    bare = LEGAL_FORM.sub("", name)
    apart = TENANTS_KIND.sub("", bare)
    forms = [*given_forms(name, text), bare, *short_forms(bare, text), *short_forms(apart, text)]
    forms = forms if len(bare) >= SHORTEST_NAME else []
    return [
        short for short in dict.fromkeys(forms) if short != name and is_name(short) and not GENERIC_TENANTS.match(short)
    ]


def _count_whole(words: str, text: str) -> int:
    """Count where these words stand and no letter or digit touches them: found first, looked around then."""
    pattern = re.compile(rf"\b{re.escape(words)}\b")
    count, place = 0, text.find(words)
    while place >= 0:
        is_whole = pattern.match(text, place) is not None
        count += is_whole
        place = text.find(words, place + (len(words) if is_whole else 1))
    return count


def _tenants(texts: Texts, known: Sequence[ConfirmedOrganisation], listed: Sequence[str]) -> tuple[str, ...]:
    text = texts.whole
    counts: Counter[str] = Counter({name: 1 for name in listed if TENANTS_WORD.search(name)})
    for match in TENANTS.finditer(_with(texts, "uurder", "ewoners", "HV", "HBV")):
        if not GENERIC_TENANTS.match(match["name"].strip()):
            counts[match["name"].strip()] += 1
    names = [name for name, _ in counts.most_common(12)]
    names += [o.name for o in known if o.kind is OrganisationKind.TENANTS_ORGANISATION and o.name in text]
    whole = {TENANTS_KIND.sub("", name) for name in names if not ABBREVIATED_KIND.match(name)}
    names = [
        name for name in names if ABBREVIATED_KIND.sub("", name) == name or ABBREVIATED_KIND.sub("", name) not in whole
    ]
    return _distinct([name for name in names if not _is_cut(name, names, text)])


def _called(tenants: Sequence[str], associations: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the tenants' organisations as the document calls them, unless that is what it calls an association."""
    called = ((name, _usual(name, text)) for name in tenants)
    return tuple(name if any(short in other for other in associations) else short for name, short in called)


def _doers(text: str, taken: set[str]) -> tuple[str, ...]:
    """Return names that do duties in this document and are no party yet ("Zij", "Partijen" are no names)."""
    counts = Counter(match["name"] for match in DOER.finditer(f"\n{text}"))
    names = [name for name, count in counts.most_common() if count >= DOINGS and is_name(name)]
    return tuple(name for name in names if not any(name in other or other in name for other in taken))


def _aliases(text: str, names: set[str]) -> dict[str, str]:
    """Return the short forms of names: in brackets behind one ("Huurdersbelang X (HBX)"), or its first words alone."""
    result: dict[str, str] = {}
    shortened = [
        (short, name)
        for name in sorted(names)
        for short in (*_shorter(name, text), *_bare(name))
        if _begins(name, short)
    ]
    for short, name in shortened:
        is_shared = sum(other.startswith(short) for other in names) > 1 or any(
            short in other for other in names - {name}
        )
        if not is_shared and _count_whole(short, text) > text.count(name):
            result.setdefault(short, name)
    for name in sorted(names):
        for short in given_forms(name, text):
            if short.isupper() and short not in names:
                result.setdefault(short, name)
    for match in ABBREVIATED.finditer(text):
        before = text[max(0, match.start() - LONGEST_NAME) : match.start()].rstrip()
        owner = next((name for name in sorted(names) if before.endswith(name)), None)
        if owner and match["short"] not in names:
            result.setdefault(match["short"], owner)
    return result


def _begins(name: str, short: str) -> bool:
    return name.startswith(short) or short in _bare(name) or TENANTS_KIND.sub("", name).startswith(f"{short} ")


def _bare(name: str) -> tuple[str, ...]:
    """Return a name without the words for what it is: "Het Anker" for "Woningstichting Het Anker"."""
    bare = TENANTS_KIND.sub("", LEGAL_FORM.sub("", name))
    return (bare,) if bare != name and len(bare) > SHORTEST_NAME and is_name(bare) else ()


def _sole(names: Sequence[str], text: str) -> str | None:
    counts = [text.count(name) for name in names[:2]] + [0, 0]
    return names[0] if counts[0] and counts[0] >= OUTSTANDING * counts[1] else None


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Keep each organisation once; a name that continues a name found more often is the same one."""
    result: dict[str, str] = {}
    for name in names:
        plain = _plain(name)
        if not any(plain.startswith(other) or f" {other}" in plain for other in result):
            result[plain] = name
    return tuple(result.values())


def _plain(name: str) -> str:
    """Return a name without capitals and accents: "Pré Wonen" is often written "Pre Wonen"."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
