"""From a candidate to a proposed commitment: parties, deadline, quantities, theme, year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from samenspraak.core.extraction.actors import EVERYONE, Actors
from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.result import CommitmentKind, FoundCommitment, NamedParty, PartyRole, Period
from samenspraak.core.extraction.validity import says_how_long, says_how_often
from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.deadline_finder import find_deadline
from samenspraak.core.vocabulary.priority import CONTINUOUS, normalise_priority
from samenspraak.core.vocabulary.quantity_finder import find_quantities
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.theme_finder import theme_of

YEAR = re.compile(r"\b(20\d\d)\b")
YEARLY = (CommitmentKind.ANNUAL, CommitmentKind.MONITOR)
# "In het eerste kwartaal ontwikkelt de kerngroep ...": a body of the parties beside its verb, where no party is named.
BODY = re.compile(r"(?:^De|\b[a-z]{3,}t de) (?P<name>[Kk]erngroep)\b")
OPENING_WORDS = 16  # characters before a name that still opens a statement: "Woonstichting "
WE = re.compile(r"\b(?:wij|we|onze?)\b", re.IGNORECASE)
TOGETHER = re.compile(r"^(?:gezamenlijk|samen|allen|alle partijen|iedereen)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the document as a whole says, to read its statements by."""

    actors: Actors
    period: Period | None
    annual_year: int | None  # the year of its annual commitments
    speaker: str | None = None  # who "wij" is in a bid or a letter of one association


def commitment_of(candidate: Candidate, setting: Setting) -> FoundCommitment:
    """Return a candidate with all that its words say."""
    return FoundCommitment(
        code=candidate.code,
        title=candidate.title,
        text=candidate.text,
        kind=_kind(candidate),
        year=_year(candidate, setting),
        theme=_theme(candidate),
        heading=candidate.place.structural or candidate.place.heading or None,
        parties=_spoken_by(parties_of(candidate, setting.actors), candidate.text, setting.speaker),
        deadline=_deadline(candidate, setting),
        quantities=find_quantities(candidate.text) or find_quantities(candidate.result or ""),
        priority=_priority(candidate),
        rating=candidate.rating,
        rating_text=candidate.rating_text,
        progress=candidate.progress,
        span=candidate.span,
        confidence=candidate.confidence,
    )


def parties_of(candidate: Candidate, actors: Actors) -> tuple[NamedParty, ...]:
    """Return the lead first; in a table its column decides, else the statement's own doers."""
    result: list[NamedParty] = []
    if candidate.lead:
        leads = [mention.name for mention in actors.mentions(candidate.lead)] or [candidate.lead]
        result += [NamedParty(name, PartyRole.LEAD) for name in leads]
    own = actors.doers(candidate.text) if candidate.place.party else ()
    if candidate.column and own and own[0] in candidate.text[: len(own[0]) + OPENING_WORDS]:
        names = list(own)  # a list under "De corporaties:" may name one of them
    elif candidate.column and TOGETHER.match(candidate.column):
        names = [EVERYONE]
    elif candidate.column:
        names = [mention.name for mention in actors.mentions(candidate.column)] or [candidate.column]
    elif says_how_often(candidate.text) and not actors.subjects(candidate.text):
        names = [EVERYONE]  # "De regiegroep komt elke maand bijeen en wordt ontvangen door de gemeente"
    else:
        names = list(actors.doers(candidate.text))
    if not names and not result:
        body = BODY.search(candidate.text)
        names = [EVERYONE] if says_how_long(candidate.text) else [body["name"].capitalize()] if body else []
    known = {party.name for party in result}
    return (*result, *(NamedParty(name, PartyRole.PARTNER) for name in dict.fromkeys(names) if name not in known))


def _spoken_by(parties: tuple[NamedParty, ...], text: str, speaker: str | None) -> tuple[NamedParty, ...]:
    """Put the one who speaks in the place of "wij"; what names nobody in a bid is offered by its writer."""
    if speaker is not None and not parties:
        return (NamedParty(speaker, PartyRole.PARTNER),)
    if speaker is None or not WE.search(text):
        return parties
    return tuple(replace(party, name=speaker) if party.name == EVERYONE else party for party in parties)


def _theme(candidate: Candidate) -> Theme | None:
    place = candidate.place
    found = theme_of(place.chapter, place.section, candidate.title or "", candidate.text)
    is_about_themselves = found is None and (says_how_long(candidate.text) or says_how_often(candidate.text))
    return Theme.COOPERATION if is_about_themselves else found


def _deadline(candidate: Candidate, setting: Setting) -> Deadline | None:
    """A column or a line "Planning" decides; a priority that says "doorlopend" is a term as well."""
    period_end = setting.period.end if setting.period else None
    year = (
        _year(candidate, setting)
        or _year_above(candidate, setting)
        or (setting.period.start if setting.period else None)
    )
    for phrase in ("{}", "in {}", "uiterlijk {}") if candidate.term else ():
        words = phrase.format(candidate.term)
        if term := find_deadline(words, period_end=period_end, document_year=year):
            return replace(term, text=candidate.term or term.text)
    found = find_deadline(candidate.text, period_end=period_end, document_year=year)
    if found is None and candidate.priority and _priority(candidate) == CONTINUOUS:
        return Deadline(candidate.priority, DeadlineKind.CONTINUOUS, None)
    return found


def _year_above(candidate: Candidate, setting: Setting) -> int | None:
    """Return the one year of the period that stands in the heading above: "Uitwerking 2026"."""
    years = {int(year) for year in YEAR.findall(candidate.place.structural or candidate.place.section)}
    inside = [year for year in years if setting.period and setting.period.start <= year <= setting.period.end]
    return inside[0] if len(years) == len(inside) == 1 else None


def _priority(candidate: Candidate) -> str | None:
    return normalise_priority(candidate.priority) if candidate.priority else None


def _kind(candidate: Candidate) -> CommitmentKind:
    theme = theme_of(candidate.place.chapter, candidate.place.section, "", "")
    if candidate.kind is CommitmentKind.FRAMEWORK and theme is Theme.COOPERATION:
        return CommitmentKind.PROCESS
    return candidate.kind


def annual_year(candidates: Sequence[Candidate], period: Period | None) -> int | None:
    """Return the year that a document's annual commitments are about: the one they name most, else its first."""
    if period is None or period.start == period.end:
        return period.start if period else None
    annual = [candidate.text for candidate in candidates if candidate.kind in YEARLY]
    years = Counter(int(year) for text in annual for year in YEAR.findall(text))
    named = [year for year, _ in years.most_common() if period.start <= year <= period.end]
    return named[0] if named else period.start


def _year(candidate: Candidate, setting: Setting) -> int | None:
    if candidate.kind not in YEARLY:
        return None
    years = YEAR.findall(candidate.place.section) or YEAR.findall(candidate.place.chapter)
    return int(years[-1]) if years else setting.annual_year
