"""Which commitments are about the same: a hand-made set, measured beside comparing letters. All texts are invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from rapidfuzz.fuzz import token_set_ratio

from samenspraak.core.search.forms import WordForms
from samenspraak.core.search.likeness import MOST_TEXTS, TELLING_WORDS, likeness, subject_words, telling, weights
from samenspraak.engines.knowledge.word_forms import word_forms

# Subjects, each agreed in three wordings.
SUBJECTS: dict[str, tuple[str, str, str]] = {
    "new dwellings": (
        "De corporatie start in 2026 met de bouw van 80 sociale huurwoningen.",
        "Wij voegen tot en met 2027 ten minste 120 nieuwbouwwoningen in de sociale huur toe.",
        "Er komen 45 nieuwe woningen voor sociale verhuur bij; de bouw begint na de zomer.",
    ),
    "insulation": (
        "De corporatie isoleert de daken en gevels van 200 woningen met een slecht energielabel.",
        "Woningen met label E, F of G krijgen dakisolatie en isolerend glas.",
        "Alle woningen met een slecht energielabel worden uiterlijk in 2028 geïsoleerd.",
    ),
    "arrears": (
        "Bij een huurachterstand van een maand bezoeken corporatie en wijkteam de huurder thuis.",
        "Gemeente en corporatie voorkomen ontruimingen door huurachterstanden vroeg te melden.",
        "Wie achterstand in de huur heeft, krijgt binnen twee weken een aanbod voor schuldhulp.",
    ),
    "elderly": (
        "Partijen maken een programma voor ouderenhuisvesting met geclusterde woningen.",
        "Voor ouderen die kleiner willen wonen komt er een wooncoach en voorrang bij verhuizen.",
        "De gemeente onderzoekt waar geclusterde woonvormen voor ouderen passen.",
    ),
    "newcomers": (
        "De taakstelling voor het huisvesten van statushouders wordt elk half jaar gehaald.",
        "Corporaties stellen woningen beschikbaar voor statushouders volgens de taakstelling.",
        "Statushouders krijgen binnen tien weken na koppeling een woning.",
    ),
    "nuisance": (
        "Bij woonoverlast werken de gemeente, de politie en de corporatie samen volgens een protocol.",
        "Buurtbemiddeling wordt ingezet bij overlast tussen buren.",
        "Meldingen van overlast worden binnen een week door de corporatie opgepakt.",
    ),
}
TEXTS = [(subject, text) for subject, texts in SUBJECTS.items() for text in texts]
COUNTS = Counter(word for _, text in TEXTS for word in subject_words(text, word_forms))


def by_words(own: str, other: str) -> float:
    """Return how alike two texts are as the application measures it."""
    return likeness(weights(subject_words(own, word_forms), COUNTS), subject_words(other, word_forms)).score


def found_first(score: Callable[[str, str], float]) -> float:
    """Return which share of the two nearest texts is about the same subject, over all texts."""
    right = 0
    for subject, text in TEXTS:
        others = sorted((row for row in TEXTS if row[1] != text), key=lambda row: -score(text, row[1]))
        right += sum(other == subject for other, _ in others[:2])
    return right / (2 * len(TEXTS))


def test_words_weighted_by_rarity_find_the_same_subject_better_than_letters() -> None:
    words, letters = found_first(by_words), found_first(token_set_ratio)
    print(f"same subject among the nearest two: weighted words {words:.2f}, letters {letters:.2f}")
    assert words >= 0.8
    assert words > letters + 0.1


def test_a_text_is_entirely_like_itself_and_not_at_all_like_another_subject() -> None:
    own = SUBJECTS["newcomers"][0]
    assert by_words(own, own) == pytest.approx(1.0)
    assert by_words(own, "Buurtbemiddeling bij ruzie.") == 0.0


def test_the_common_words_come_with_the_most_telling_first() -> None:
    found = likeness({"woning": 1.0, "statushouder": 4.0, "week": 2.0}, ("week", "statushouder", "taak"))
    assert found.common == ("statushouder", "week")


def test_numbers_and_codes_do_not_tell_what_a_text_is_about() -> None:
    assert subject_words("K 3.5: 80 woningen in 2026", WordForms) == {"woningen"}


def test_looking_for_telling_words_stays_quick_however_large_the_country_is() -> None:
    counts = {f"w{chr(97 + n)}x": 5_000 * n for n in range(1, 20)} | {"uniek": 1}
    chosen = telling(weights(counts, counts), counts)
    assert "uniek" not in chosen  # nobody else has it
    assert 0 < len(chosen) <= TELLING_WORDS
    assert sum(counts[word] for word in chosen) <= MOST_TEXTS


def test_nothing_is_like_nothing() -> None:
    assert likeness({}, ("woning",)).score == 0.0
    assert likeness({"woning": 1.0}, ()).score == 0.0
    assert telling({}, {}) == ()
