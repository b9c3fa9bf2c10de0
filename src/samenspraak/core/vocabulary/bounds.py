"""How a number is meant: the words before and after it that say at least, at most or about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspraak.core.vocabulary.quantity import Bound

_MIN = (
    r"m[ií]nimaal|minimum\svan|min\.?|minstens|ten\sminste|tenminste|op\szijn\sminst|ruim|(?:hoger|meer|langer|groter)\s(?:\w{2,8}\s)?dan|in\sieder\sgeval|"
    r"in\selk\sgeval|zeker|niet\s(?:minder|lager|korter|kleiner)\s(?:\w{2,8}\s)?dan|niet\sonder|"
    r"vanaf|boven|ondergrens\svan|>=?|≥"
)
_MAX = (
    r"m[aá]ximaal|maximum\svan|max\.?|niet\s(?:meer|hoger|langer|groter)\s(?:\w{2,8}\s)?dan|niet\sboven|hooguit|hoogstens|"
    r"ten\shoogste|onder|(?:lager|minder|korter|kleiner)\s(?:\w{2,8}\s)?dan|bovengrens\svan|plafond\svan|<=?|≤"
)
_ABOUT = (
    r"circa|ca\.?|ongeveer|zo['’]n|rond|rondom|bijna|gemiddeld|indicatief|naar\sverwachting|naar\sschatting|plusminus|"
    r"plm\.?|±|\+/-|om\sen\snabij|pakweg|grofweg|een\skleine|richting"
)
_FILLER = (
    r"de|het|een|in\stotaal|totaal|tot|van|nog|eens|ook|met|er|deze|jaarlijks|per\sjaar|elk\sjaar|aantal|aandeel|bedrag|"
    r"percentage|extra|nieuwe|dan\swel|uiterlijk|inkomen|huur|huurprijs"
)
# The longest phrases first: "niet meer dan" is no "meer dan".
_CHAIN_WORD = re.compile(
    rf"(?<!\w)(?:(?P<max>{_MAX})|(?P<min>{_MIN})|(?P<about>{_ABOUT})|(?P<upto>tot\sen\smet|t/m|tot)|(?P<last>uiterlijk)"
    rf"|(?:{_FILLER}))(?!\w)",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    rf"(?<!\w)(?:(?:{_MAX}|{_MIN}|{_ABOUT}|t/m|tot\sen\smet|{_FILLER})[\s:(€>]{{1,3}}){{1,6}}$|[<>≥≤±]\s?$",
    re.IGNORECASE,
)
_REACH = 70  # characters before a number in which its bound word is looked for
_INTENT = re.compile(
    r"\b(?:streven|streeft|streefden|gestreefd|verwacht|verwachten|verwachting|indicatief|schatting|geschat|geraamd|raming)\b",
    re.IGNORECASE,
)
_LIST_EDGE = re.compile(r"[;:]\s")
_OR_MORE = re.compile(r"(?:\s[\w€%²]+){0,2}\s(?:of|en)\s(?:meer|hoger|langer|groter)\b", re.IGNORECASE)
_OR_LESS = re.compile(r"(?:\s[\w€%²]+){0,2}\s(?:of|en)\s(?:minder|lager|korter|kleiner)\b", re.IGNORECASE)
_ABOUT_AFTER = re.compile(r"[^.;,()]{0,40}\((?:indicatief|circa|ca\.|ongeveer|geschat|prognose)\)", re.IGNORECASE)
_BEFORE_THAT = re.compile(r"\s\w+\s(?:voor|vóór|voorafgaand|van\ste?voren|vooraf)\b", re.IGNORECASE)
# A share that grows to 25% names the aim; one that is limited to 25% names the ceiling.
_GROWTH = re.compile(
    r"\b(?:groei\w*|uitbrei\w*|uit\ste\sbreiden|toenem\w*|toename|neemt|stijg\w*|vergro\w*|verho\w*|oplop\w*|door\ste\sgroeien|op\ste\shogen"
    r"|terug\w*|verlag\w*|verlaging|daling|dalen|daalt|reduc\w*)\b",
    re.IGNORECASE,
)
_LIMIT_NAME = re.compile(
    r"\b(?:tot|onder|beneden)\b[^.;()]{0,60}grens(?:bedrag)?\s(?:\([^()0-9€]{0,25}|van\s)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The bound of a number and how many characters before it belong to the bound's words."""

    bound: Bound
    length: int


def bound_of(before: str, after: str, *, is_money: bool = False) -> BoundWords:
    """Judge a number from the sentence before and after it; without any such word it is exact."""
    chain = _CHAIN.search(before, max(0, len(before) - _REACH))
    said = [match for match in _CHAIN_WORD.finditer(chain[0]) if match.lastgroup] if chain else []
    bound = _spoken({match.lastgroup for match in said}, before, after, is_money=is_money)
    if bound is None or chain is None:
        return BoundWords(_implied(before, after), 0)
    return BoundWords(bound, len(before) - chain.start() - said[0].start())


def _spoken(words: set[str | None], before: str, after: str, *, is_money: bool) -> Bound | None:
    """Return the bound that stands before the number; a limit is stronger than an estimate ("minimaal circa")."""
    if "max" in words:
        return Bound.MAX
    if "min" in words:
        return Bound.MIN
    if "last" in words:  # two weeks before the meeting at the latest: at least two weeks
        return Bound.MIN if _BEFORE_THAT.match(after) else Bound.MAX
    if "about" in words:
        return Bound.ABOUT
    if "upto" in words:
        return Bound.MAX if is_money or not _GROWTH.search(before) else Bound.EXACT
    return None


def _implied(before: str, after: str) -> Bound:
    if _OR_MORE.match(after):
        return Bound.MIN
    if _OR_LESS.match(after) or _LIMIT_NAME.search(before, max(0, len(before) - 90)):
        return Bound.MAX
    clause = _LIST_EDGE.split(before)[-1]  # "verwacht worden: 5 woningen" counts, it does not estimate
    if _INTENT.search(clause) or _ABOUT_AFTER.match(after):
        return Bound.ABOUT
    return Bound.EXACT
