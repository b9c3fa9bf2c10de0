"""How far what was found agrees with what is expected."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from samenspraak.core.extraction.result import FoundCommitment, PartyRole
from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.quantity import Quantity
from tests.corpus.register import Expected, ExpectedRow, Register

BEGINNING = 32  # letters and digits of a label that have to be found, as many as the corpus' own scorer asks ...
HEAD = 120  # ... among the first ones of a commitment


@dataclass(slots=True)
class Share:
    """So many of so many; nothing of nothing is all."""

    hit: float = 0
    of: float = 0

    def count(self, agrees: float) -> None:
        """Add one more, that agrees by this share."""
        self.hit += agrees
        self.of += 1

    @property
    def value(self) -> float:
        """The share, 0-1."""
        return self.hit / self.of if self.of else 1.0


@dataclass(slots=True)
class Score:
    """The agreement of a document; `missed` and `false` say in words what went wrong."""

    recall: Share = field(default_factory=Share)
    precision: Share = field(default_factory=Share)
    code: Share = field(default_factory=Share)
    title: Share = field(default_factory=Share)
    theme: Share = field(default_factory=Share)
    parties: Share = field(default_factory=Share)
    deadline: Share = field(default_factory=Share)  # F1: twice the hits of all that are found and expected
    quantity: Share = field(default_factory=Share)  # the same
    monitor: Share = field(default_factory=Share)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        total = self.recall.value + self.precision.value
        return 2 * self.recall.value * self.precision.value / total if total else 0.0


def score(found: Sequence[FoundCommitment], register: Register) -> Score:
    """Compare the commitments that were found in a document with its register."""
    result = Score()
    pairs = _pairs(found, register.commitments)
    matched = {expected for expected, _ in pairs}
    for place, expected in enumerate(register.commitments):
        if not expected.is_optional:
            result.recall.count(place in matched)
            if place not in matched:
                result.missed.append(expected.starts_with)
    taken = {place for _, place in pairs}
    for place, commitment in enumerate(found):
        if place not in taken:
            result.precision.count(agrees=False)
            result.false.append(commitment.text[:90])
    for expected_place, found_place in pairs:
        expected = register.commitments[expected_place]
        if not expected.is_optional:
            result.precision.count(agrees=True)
        _compare(found[found_place], expected, result)
    for row in register.monitor:
        result.monitor.count(_row_agrees(row, found))
    return result


def _pairs(found: Sequence[FoundCommitment], labels: Sequence[Expected]) -> list[tuple[int, int]]:
    """Pair each label with the first commitment still free that begins like it, or else has its code."""
    tests: tuple[Callable[[FoundCommitment, Expected], bool], ...] = (_begins_alike, _same_code)
    pairs: dict[int, int] = {}
    for agrees in tests:
        for place, label in enumerate(labels):
            free = (at for at in range(len(found)) if at not in pairs.values())
            match = next((at for at in free if agrees(found[at], label)), None) if place not in pairs else None
            if match is not None:
                pairs[place] = match
    return sorted(pairs.items())


def _begins_alike(commitment: FoundCommitment, label: Expected) -> bool:
    start = letters(label.starts_with)[:BEGINNING]
    heads = (commitment.text, f"{commitment.title or ''} {commitment.text}")
    return any(start in letters(head)[:HEAD] for head in heads)


def _same_code(commitment: FoundCommitment, label: Expected) -> bool:
    return label.code is not None and commitment.code == label.code


def letters(text: str) -> str:
    """Return the letters and digits of a text, small and without accents."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return re.sub(r"[^a-z0-9]", "", plain)


def _compare(commitment: FoundCommitment, label: Expected, result: Score) -> None:
    if label.code:
        result.code.count(commitment.code == label.code)
    if label.title:
        where = words(f"{commitment.title or ''} {commitment.heading or ''}")
        result.title.count(words(label.title) <= where)
    if label.theme:
        result.theme.count(commitment.theme == label.theme)
    if label.parties:
        result.parties.count(_dice(_sides(p.name for p in commitment.parties), _sides(label.parties)))
    on_time = deadline_agrees(commitment.deadline, label.deadline)
    result.deadline.hit += 2 * (on_time and label.deadline is not None)
    result.deadline.of += (label.deadline is not None) + (commitment.deadline is not None)
    hits = (_counted(commitment.quantities) & Counter(label.quantities)).total()
    result.quantity.hit += 2 * hits
    result.quantity.of += len(commitment.quantities) + len(label.quantities)
    _remark(commitment, label, result)


def words(text: str) -> set[str]:
    """Return the words of a text, small."""
    return set(re.findall(r"\w+", text.lower()))


def deadline_agrees(found: Deadline | None, label: str | None) -> bool:
    """Say whether a deadline is the one of the label: a year, 2026-Q3, a day, doorlopend, or none."""
    if found is None or label is None:
        return found is None and label is None
    if label == "doorlopend":
        return found.kind is DeadlineKind.CONTINUOUS
    if found.on is None:
        return False
    quarter = f"{found.on.year}-Q{(found.on.month + 2) // 3}"
    return label in (str(found.on.year), quarter, found.on.isoformat())


def _counted(quantities: Iterable[Quantity]) -> Counter[tuple[float, str, str]]:
    return Counter((round(q.value, 2), _unit(q.unit), q.bound.value) for q in quantities)


def _unit(unit: str) -> str:
    """A count that holds for every year counts the same."""
    return unit if unit.startswith("times/") else unit.removesuffix("/year").removesuffix("/month")


def _sides(names: Iterable[str]) -> set[str]:
    """Fold names, so that a role and the office that has it agree."""
    plain = (re.sub(r"^(de|het|woonstichting|stichting) ", "", name.lower().strip()) for name in names)
    return {"gemeente" if name.startswith("gemeente") else name for name in plain}


def _dice(found: set[str], expected: set[str]) -> float:
    if "partijen" in expected and len(found & {"gemeente", "corporaties", "huurdersorganisaties", "kade"}) >= 2:
        return 1.0  # all of them by name
    return 2 * len(found & expected) / (len(found) + len(expected)) if found else 0.0


def _row_agrees(row: ExpectedRow, found: Sequence[FoundCommitment]) -> float:
    """Return the share of lead, priority, light and progress that agree."""
    commitment = next((c for c in found if c.code == row.code and (c.progress or c.priority)), None)
    if commitment is None:
        return 0.0
    leads = {p.name for p in commitment.parties if p.role is PartyRole.LEAD}
    agree = (
        _sides(leads) == _sides([row.lead]),
        _when(commitment.priority) == _when(row.priority),
        commitment.rating == row.light,
        letters(commitment.progress or "").startswith(letters(row.progress)),
    )
    return sum(agree) / len(agree)


def _when(priority: str | None) -> set[str] | str | None:
    """Fold a priority: the thirds of a year that it names, or else its words."""
    thirds = set(re.findall(r"T[123]", priority or ""))
    return thirds or ("continuous" if priority == "doorlopend" else priority)


def _remark(commitment: FoundCommitment, label: Expected, result: Score) -> None:
    """Note in words in which fields a commitment differs."""
    start = label.starts_with[:45]
    if not deadline_agrees(commitment.deadline, label.deadline):
        result.remarks.append(f"deadline {label.deadline} / {commitment.deadline}: {start}")
    if _counted(commitment.quantities) != Counter(label.quantities):
        shown = [(q.value, q.unit, q.bound.value) for q in commitment.quantities]
        result.remarks.append(f"quantities {list(label.quantities)} / {shown}: {start}")
    if label.parties and _dice(_sides(p.name for p in commitment.parties), _sides(label.parties)) < 1:
        result.remarks.append(f"parties {label.parties} / {[p.name for p in commitment.parties]}: {start}")
    if label.theme and commitment.theme != label.theme:
        result.remarks.append(f"theme {label.theme} / {commitment.theme}: {start}")
    if label.title and not words(label.title) <= words(f"{commitment.title or ''} {commitment.heading or ''}"):
        result.remarks.append(f"title {label.title} / {commitment.title} / {commitment.heading}: {start}")
    if label.code and commitment.code != label.code:
        result.remarks.append(f"code {label.code} / {commitment.code}: {start}")
