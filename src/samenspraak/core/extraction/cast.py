"""The cast of a document: which organisations it names, told by how they stand in it.

No complete list of housing associations or tenants' organisations exists, so a name is recognised by its
company: after "woningcorporatie" or "woonstichting", built with "Wonen" or "Huurders...", or confirmed
by a person before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.knowledge import ConfirmedOrganisation, OrganisationKind
from samenspraak.core.vocabulary.municipality import Municipality

PARTICLE = r"(?:de|van|der|den|het|'t|op|aan|te)"
NAME = rf"[A-ZÀ-Ý][\w’'-]*(?: (?:{PARTICLE} )?[A-ZÀ-Ý][\w’'-]*){{0,2}}"
ASSOCIATION = re.compile(
    rf"\b(?:[Ww]ooncorporatie|[Ww]oningcorporatie|[Cc]orporatie|[Tt]oegelaten instelling) (?P<after>{NAME})|"
    r"\b(?P<stichting>(?:Woningstichting|Woonstichting|Woningbouwvereniging|Bouwvereniging|Woningvereniging|Wooncompagnie)"
    rf" {NAME})|"
    r"\b(?P<wonen>(?:[A-ZÀ-Ý][\w’'-]+ ){1,2}Wonen|Wonen [A-ZÀ-Ý][\w’'-]+|Woonzorg Nederland)\b"
)
TENANTS = re.compile(
    r"\b(?P<name>(?:(?:Centrale|Stichting|Vereniging|Algemene|Regionale|Samenwerkende|Gezamenlijke) )?"
    r"(?:Huurders?(?:vereniging|raad|organisatie|belang(?:en|envereniging|enorganisatie)?|koepel|platform|overleg|federatie|advies)|"
    r"Bewoners(?:raad|kern|platform|vereniging|koepel|advies)|HV|HBV)"
    rf"(?:(?: (?:van|de|der|het|en))* {NAME})?)"
)
MUNICIPALITY = re.compile(r"\bgemeente(?:n|raad(?:\s+van)?)?\s+(?:van\s+)?(?P<name>[A-Z'’][\w’'-]*(?:[ -](?:(?:aan|den|de|der|op|van|en|het|in)[ -])*[A-Z][\w’'-]*){0,3})", re.IGNORECASE)
GENERIC_TENANTS = re.compile(r"^(?:huurders?|huurdersorganisaties?|huurdersvereniging(?:en)?|bewonersraad|huurdersraad|huurderskoepel|huurdersplatform|bewonersplatform|huurdersoverleg|huurdersbelang(?:en)?)$", re.IGNORECASE)
NOT_A_NAME = re.compile(
    r"^(?:De|Het|Een|In|Op|Bij|Voor|Met|Van|Deze|Ook|Zij|Hij|Dit|Daar|Als|Wanneer|Om|Zo|Nationale|Regionale|Goed|Samen|"
    r"Sociaal|Sociale|Betaalbaar|Prettig|Passend|Zelfstandig|Volkshuisvesting|Rijk|Aedes|Woonbond|VNG|Bestuurlijk|Overleg|"
    r"Ambtelijk|Anders|Tijdelijk|Duurzaam|Langer|Beter|Begeleid|Beschermd|Thema|Hoofdstuk|Regio|Visie|Wethouder|Structuurvisie|Keurmerk|Politiekeurmerk|Langdurig|Gezond|Toekomst\w*|Huren|Holland)\b"
)
LEGAL_FORM = re.compile(r"^(?:Stichting|Woningstichting|Woonstichting|Woningbouwvereniging|Wooncorporatie|Woningcorporatie)\s+")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays a part, by the name that the document uses most."""

    municipalities: tuple[str, ...] = ()
    housing_associations: tuple[str, ...] = ()
    tenants_organisations: tuple[str, ...] = ()
    sole_association: str | None = None  # whom "de corporatie" means, where one association stands out

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, longest first, so that a long name is found before its beginning."""
        everyone = (*self.municipalities, *self.housing_associations, *self.tenants_organisations)
        return tuple(sorted(everyone, key=len, reverse=True))


def cast_of(
    texts: Sequence[str], municipalities: Iterable[Municipality], confirmed: Iterable[ConfirmedOrganisation] = ()
) -> Cast:
    """Return the organisations named in these texts."""
    whole = "\n".join(texts)
    known = tuple(confirmed)
    associations = _associations(whole, known)
    return Cast(
        _municipalities(whole, municipalities),
        associations,
        _tenants(whole, known),
        _sole(associations, whole),
    )


def _sole(names: Sequence[str], text: str) -> str | None:
    """Return the association that is named at least five times as often as the next."""
    counts = [text.count(name) for name in names[:2]] + [0, 0]
    return names[0] if counts[0] and counts[0] >= 5 * counts[1] else None


def _municipalities(text: str, known: Iterable[Municipality]) -> tuple[str, ...]:
    names = {name.lower(): m.name for m in known for name in (m.name, *m.names)}
    counts: Counter[str] = Counter()
    for match in MUNICIPALITY.finditer(text):
        words = match["name"].split(" ")
        for size in range(len(words), 0, -1):
            if (found := names.get(" ".join(words[:size]).lower())) is not None:
                counts[found] += 1
                break
    if not counts:
        return ()
    most = counts.most_common(1)[0][1]
    return tuple(name for name, count in counts.most_common() if count >= max(1, most / 4))


def _associations(text: str, known: Sequence[ConfirmedOrganisation]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for match in ASSOCIATION.finditer(text):
        name = (match["stichting"] or match["wonen"] or match["after"] or "").strip()
        name = re.sub(r"^(?:Gemeente|Corporatie|Woningcorporatie)\s+", "", name)
        if name and not NOT_A_NAME.match(name) and not TENANTS.match(name) and len(name) > 2:
            counts[name] += 1
    names = [name for name, count in counts.most_common() if count >= 2 or name.startswith(("Woningstichting", "Woonstichting"))]
    names += [o.name for o in known if o.kind is OrganisationKind.HOUSING_ASSOCIATION and o.name in text]
    return _distinct([_usual(name, text) for name in names])


def _usual(name: str, text: str) -> str:
    """Return the form the document uses most: "Stek" rather than "Woningstichting Stek" where it stands alone."""
    short = LEGAL_FORM.sub("", name)
    if short == name or len(short) < 3:
        return name
    alone = len(re.findall(rf"\b{re.escape(short)}\b", text)) - len(re.findall(re.escape(name), text))
    return short if alone > text.count(name) else name


def _tenants(text: str, known: Sequence[ConfirmedOrganisation]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for match in TENANTS.finditer(text):
        name = match["name"].strip()
        if not GENERIC_TENANTS.match(name):
            counts[name] += 1
    names = [name for name, _ in counts.most_common(12)]
    names += [o.name for o in known if o.kind is OrganisationKind.TENANTS_ORGANISATION and o.name in text]
    return _distinct(names)


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Keep each organisation once; a name that continues a name found more often is the same one."""
    result: list[str] = []
    for name in names:
        folded = name.lower()
        if not any(folded.startswith(other.lower()) or other.lower().endswith(folded) for other in result):
            result.append(name)
    return tuple(result)
