"""Makes data/dutch_words.txt.gz; run by hand, never by the application.

    python -m samenspraak.engines.knowledge.build_lexicon /usr/share/dict/dutch

needs the `wordfreq` package (frequencies) and the word list of OpenTaal (spelling; Debian package `wdutch`).
A word is kept when OpenTaal spells it, or when it is so common that it is a word whatever a dictionary says (a name,
a loan). Rare compounds are left out: the lexicon takes those apart itself. The result is the same on every run.
"""

from __future__ import annotations

import gzip
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import wordfreq

from samenspraak.engines.knowledge.compounds import CompoundSplitter

TARGET = Path(__file__).parent / "data" / "dutch_words.txt.gz"
UNSEEN_ZIPF = 0.8  # spelled by OpenTaal, too rare for wordfreq, which starts at 1.0
LEAST_ZIPF_UNSPELLED = 3.0
FOREIGN_MARGIN = 0.7  # how much commoner a word may be in another language before it is taken for foreign
NEIGHBOURS = ("en", "de", "fr")

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?")
_UNSPELLED = re.compile(r"[a-zéèëïöüáçê]{3,}")


def main() -> None:
    """Write the word file from the spelling list named on the command line."""
    spelled = read_spelling(Path(sys.argv[1]))
    frequencies = select(spelled, dutch_frequencies())
    write(frequencies, TARGET)
    print(f"{len(frequencies)} words, {TARGET.stat().st_size} bytes")  # noqa: T201 - a command reports


def read_spelling(path: Path) -> frozenset[str]:
    """Return OpenTaal's single words in lower case; entries of several words and abbreviations fall away."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for word in (line.strip().lower() for line in lines) if _WORD.fullmatch(word))


def dutch_frequencies() -> dict[str, float]:
    """Return wordfreq's large Dutch list as zipf values."""
    shares = wordfreq.get_frequency_dict("nl", wordlist="large")
    return {word.replace("\u2019", "'"): math.log10(share) + 9 for word, share in shares.items()}


def select(spelled: frozenset[str], seen: dict[str, float]) -> dict[str, float]:
    """Return the words to keep with their zipf values."""
    kept = {word: zipf for word, zipf in seen.items() if word in spelled}
    bare = {_without_accents(word) for word in spelled if not word.isascii()}
    kept |= {word: zipf for word, zipf in seen.items() if word not in spelled and _is_established(word, zipf, bare)}
    splitter = CompoundSplitter(kept)
    rare = {word: UNSEEN_ZIPF for word in spelled if word not in kept and not splitter.split(word)}
    return kept | rare


def _is_established(word: str, zipf: float, bare: set[str]) -> bool:
    """Tell whether a word that no dictionary spells is Dutch all the same, and not a misspelling."""
    if zipf < LEAST_ZIPF_UNSPELLED or not _UNSPELLED.fullmatch(word) or word in bare:
        return False
    return all(wordfreq.zipf_frequency(word, language) < zipf + FOREIGN_MARGIN for language in NEIGHBOURS)


def _without_accents(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def write(frequencies: dict[str, float], path: Path) -> None:
    """Write one line per tenth of the zipf scale: the tenth, a tab, its words in alphabetical order."""
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for word, zipf in frequencies.items():
        levels[round(zipf * 10)].append(word)
    path.write_bytes(gzip.compress("\n".join(_lines(levels)).encode("utf-8"), compresslevel=9, mtime=0))


def _lines(levels: dict[int, list[str]]) -> Iterable[str]:
    for level in sorted(levels, reverse=True):
        yield f"{level}\t{' '.join(sorted(levels[level]))}"


if __name__ == "__main__":
    main()
