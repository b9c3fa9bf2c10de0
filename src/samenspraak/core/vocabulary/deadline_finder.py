"""Finds until when a commitment is to be carried out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.deadline_context import (
    has_past_tense,
    has_perfect_tense,
    is_aside,
    is_repeated,
    names_something,
)
from samenspraak.core.vocabulary.hints import has_any
from samenspraak.core.vocabulary.sentences import sentences_of
from samenspraak.core.vocabulary.time_points import TimePoint, find_time_points

_STRICTLY_BEFORE = r"vóór|voor|tot"
_UP_TO = r"uiterlijk|op\szijn\slaatst|niet\slater\sdan|tot\sen\smet|tot\saan|t/m"
_AT = (
    r"in\sde\sloop\svan|in|op|per|gedurende|tijdens|binnen|rond|richting|periode|jaren|jaar|kalenderjaar|tussen|over|"
    r"perioden|komende|in\sde\s\w{2,8}\s(?:week|helft)\svan"
)
_NOT = (
    r"vanaf|sinds|met\singang\svan|ingaande|na|ná|van|"
    # "breidt het fonds uit per 1 april": part of the verb
    r"uit(?!\s(?:per|in|op|voor|vóór|uiterlijk|tot|binnen|gedurende)\s)|ten\sopzichte\svan|t\.o\.v\.|dan|als|d\.d\.|dd\.?|prijspeil|peildatum|"
    r"jaarschijf|stand|zoals|conform|volgens|begroting|versie|buiten"
)
_LEAD = re.compile(
    rf"(?<![\w-])(?:(?:{_UP_TO}|{_NOT}|{_AT}|{_STRICTLY_BEFORE})\s(?:de\s|het\s|ca\.\s|circa\s)?(?:eind\svan\s|einde\svan\s)?){{1,5}}$",
    re.IGNORECASE,
)
_LEAD_WORD = re.compile(
    rf"\b(?:(?P<upto>{_UP_TO})|(?P<span>periode|jaren|perioden)|(?P<no>{_NOT})|(?P<before>{_STRICTLY_BEFORE})|(?P<at>{_AT}))(?=\s)",
    re.IGNORECASE,
)
# In a list: "oplevering: 2026", "periode van vier jaar: 2024-2027".
_LABEL = re.compile(
    r"(?:\b(?:planning|gereed|oplevering|opleverdatum|realisatie|afronding|start\s?bouw|deadline|termijn|einddatum|streefdatum|afgerond|"
    r"uitvoering)\W{1,3}|\b(?:periode|looptijd|jaren)\b[^.;:]{0,25}[:(]\s?)$",
    re.IGNORECASE,
)
_AGREED_PERIOD = re.compile(
    r"\b(?:gedurende|tijdens|binnen|in|over|v[oó][oó]r|tot|aan|eind|einde)\s(?:het\s)?(?:einde?\svan\s|einde?\s)?(?:de|deze)\s"
    r"(?:gehele\s|hele\s|totale\s|volledige\s|volle\s|resterende\s)?"
    r"(?:(?:contract|plan|afspraken|convenants?)periode\b|looptijd\b(?:\svan\s(?:de|deze|dit|het|onze)\s[\w-]*"
    r"(?:afspraken|convenant|overeenkomst|akkoord|deal|kader|contract)\b|(?!\svan\b))"
    r"|(?:\w+\s)?periode\svan\s(?:de|deze|dit|het|onze)\s[\w-]*(?:afspraken|convenant|overeenkomst|akkoord)\b)",
    re.IGNORECASE,
)
_PERIOD_NAMES = ("periode", "looptijd")
_PLANNED = re.compile(r"\b(?:gepland|geagendeerd|voorzien|ingepland|beoogd)\s$", re.IGNORECASE)
_FROM = re.compile(r"\bvan(?:af)?\s$", re.IGNORECASE)
_IF = re.compile(r"^\W{0,3}(?:mocht|mochten|indien|als|wanneer|zodra|stel)\b", re.IGNORECASE)
_CONTINUOUS = re.compile(
    r"\b(?:doorlopende?|continu|permanent(?!\s(?:\w+\s){0,2}(?:vestig\w*|verhuu\w*|bewo\w*|wonen|gehuisvest|huisvest\w*|woning\w*)))\b",
    re.IGNORECASE,
)
_CONTINUOUS_PARTS = ("doorlopend", "continu", "permanent")
_RELATIVE_BEFORE = re.compile(r"\b(?:die|dat|welke|waarin|waarvan)\s(?:\w+\s){0,3}$", re.IGNORECASE)
# A policy horizon (klimaatneutraal in 2050) is not what a party is held to when a nearer term stands beside it.
_HORIZON = 15  # years


@dataclass(frozen=True, slots=True)
class _Term:
    deadline: Deadline
    is_firm: bool  # uiterlijk, vóór, tot en met, eind: a limit is spoken
    is_main: bool  # belongs to the main verb


def find_deadline(text: str, *, period_end: int | None = None, document_year: int | None = None) -> Deadline | None:
    """Return the term of a statement, None when it has none.

    Of several terms that belong to the main verb the last in time counts. `period_end` is the last year of the
    agreement ("gedurende de looptijd"); `document_year` the year a day or quarter without one is in.
    """
    terms, continuous = _all_terms(text, period_end, document_year)
    main = [term for term in terms if term.is_main] or terms
    if main:
        return _last(main).deadline
    return continuous


def find_all_deadlines(
    text: str, *, period_end: int | None = None, document_year: int | None = None
) -> tuple[Deadline, ...]:
    """Return every term in a statement in reading order, those beside the main verb too."""
    terms, continuous = _all_terms(text, period_end, document_year)
    found = [term.deadline for term in terms]
    return tuple(found if continuous is None else [*found, continuous])


def _all_terms(text: str, period_end: int | None, document_year: int | None) -> tuple[list[_Term], Deadline | None]:
    terms: list[_Term] = []
    continuous: Deadline | None = None
    for sentence in sentences_of(text):
        terms += _terms_in(sentence, period_end, document_year)
        continuous = continuous or _continuous(sentence)
    return terms, continuous


def _terms_in(sentence: str, period_end: int | None, document_year: int | None) -> list[_Term]:
    placed = [
        (point.start, term)
        for point in find_time_points(sentence, document_year)
        if (term := _term(sentence, point, document_year))
    ]
    agreed = _AGREED_PERIOD.search(sentence) if has_any(sentence.lower(), _PERIOD_NAMES) else None
    if agreed and not _IF.match(sentence):
        end = None if period_end is None else date(period_end, 12, 31)
        placed.append((agreed.start(), _Term(Deadline(agreed[0], DeadlineKind.YEAR, end), is_firm=False, is_main=True)))
    return [term for _, term in sorted(placed, key=lambda pair: pair[0])]


def _term(sentence: str, point: TimePoint, document_year: int | None) -> _Term | None:
    """Return the point of time as a term, None when it is only named."""
    lead = _LEAD.search(sentence, max(0, point.start - 60), point.start)
    said = [word.lastgroup for word in _LEAD_WORD.finditer(lead[0])] if lead else []
    roles = set(said)
    if not _may_be_term(sentence, point, said) or (not point.has_year and is_repeated(sentence)):
        return None
    start = lead.start() if lead else point.start
    is_firm = bool(roles & {"upto", "before"}) or (point.is_part and point.first_day > point.last_day)
    # "Voor de periode 2025-2028" is during it, "in de periode tot 2030" is before 2030.
    is_before = next((role == "before" for role in reversed(said) if role in ("before", "span")), False)
    is_before = is_before and not _means_for(lead, point, document_year)
    if names_something(sentence, start, point.end) or _is_over(
        sentence, (start, point), document_year, is_firm=is_firm
    ):
        return None
    on = point.first_day - timedelta(days=1) if is_before else point.last_day
    is_main = not is_aside(sentence, start, is_firm=is_firm) and not _is_horizon(on, document_year)
    return _Term(Deadline(sentence[start : point.end], point.kind, on), is_firm, is_main)


def _may_be_term(sentence: str, point: TimePoint, said: list[str | None]) -> bool:
    """Whether the words before the point make it a term; a bare year or day is a name or a date."""
    roles = set(said)
    if point.is_span and roles == {"before"}:
        return False  # "de woonvisie voor 2023-2028"; a term would say "voor de periode"
    if point.is_span and roles == {"no"} and "t" in sentence[point.start : point.end]:
        return _FROM.search(sentence, max(0, point.start - 10), point.start) is not None  # "van 2025 tot en met 2028"
    decisive = [role for role in said if role in ("no", "upto", "before")]
    if decisive[-1:] == ["no"] and not (point.is_span and "span" in roles):
        return False
    if roles:
        return True
    if point.is_part or (point.kind in (DeadlineKind.QUARTER, DeadlineKind.TERTIAL) and point.has_year):
        return True
    return bool(_LABEL.search(sentence, max(0, point.start - 45), point.start))


def _means_for(lead: re.Match[str] | None, point: TimePoint, document_year: int | None) -> bool:
    """Whether "voor 2026" means for that year: before the document's own year nothing can be due any more."""
    if lead is not None and _PLANNED.search(lead.string, max(0, lead.start() - 20), lead.start()):
        return True  # "gepland voor 22 april"
    if lead is None or lead[0].strip().lower() not in {"voor", "voor het jaar", "voor jaar", "voor het kalenderjaar"}:
        return False
    is_year = point.kind is DeadlineKind.YEAR and not point.is_part
    return is_year and (
        "jaar" in lead[0].lower() or (document_year is not None and point.last_day.year <= document_year)
    )


def _is_over(sentence: str, place: tuple[int, TimePoint], document_year: int | None, *, is_firm: bool) -> bool:
    """Whether the point lies in the past, by its tense or by the year of the document."""
    start, point = place
    ahead = 0 if document_year is None else point.last_day.year - document_year
    if ahead < -1:
        return True
    if has_past_tense(sentence, start, point.end):
        return True
    # "In 2027 zijn alle daken vernieuwd" is a result to come; with a day ("op 2 mei is ... besproken") it is past.
    may_be_result = (
        is_firm or ahead > 0 or (ahead == 0 and document_year is not None and point.kind is not DeadlineKind.DATE)
    )
    return not may_be_result and has_perfect_tense(sentence, start, point.end)


def _is_horizon(on: date, document_year: int | None) -> bool:
    return on.year - (document_year or 2030) > _HORIZON


def _last(terms: list[_Term]) -> _Term:
    """Return the term that is last in time; a spoken limit is not undone by a plain mention of the same year."""
    latest = max(terms, key=lambda term: term.deadline.on or date.min)
    if latest.is_firm or latest.deadline.on is None:
        return latest
    year = latest.deadline.on.year
    firm = [term for term in terms if term.is_firm and term.deadline.on and term.deadline.on.year == year]
    return max(firm, key=lambda term: term.deadline.on or date.min) if firm else latest


def _continuous(sentence: str) -> Deadline | None:
    match = _CONTINUOUS.search(sentence) if has_any(sentence.lower(), _CONTINUOUS_PARTS) else None
    if match is None or _RELATIVE_BEFORE.search(sentence, max(0, match.start() - 60), match.start()):
        return None
    return Deadline(match[0], DeadlineKind.CONTINUOUS, None)
