"""Tesseract, called as a program: from the picture of a page to lines of text with their places."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from statistics import mean, median

from PIL import Image

LANGUAGE = "nld"
DPI = 200  # enough for Tesseract, and a third of the time of 300
SECONDS_PER_PAGE = 90.0
_SURE = 40.0  # mean confidence (0-100) under which a line is a smudge or a picture
_DOUBTFUL = 60.0  # mean confidence of a page under which it may lie on its side
_SMALL_LETTER, _RISING, _HANGING = 0.56, 0.21, 0.21  # shares of the font size: an x, what a b adds, what a p adds
_RISES, _HANGS = re.compile(r"[A-Zbdfhijklt0-9\"'(]"), re.compile(r"[gjpqyQ(),;]")
_RULE = re.compile(r"[|_—~=]+")  # what is left of the rules of a table
_MISREAD_BULLET = re.compile(r"[eo°¢*«»®©+](?= \w)")  # none of these is a Dutch word
_SAME_SIZE = 0.3  # share that a line's height may differ from the page's and still be the same size
_ROTATE = re.compile(rb"^Rotate: (\d+)", re.MULTILINE)
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A line of print in a picture; places in pixels from the top left."""

    text: str
    left: float
    right: float
    baseline: float
    size: float  # estimated font size in pixels
    confidence: float  # 0-100


@dataclass(frozen=True, slots=True)
class Recognition:
    """The lines on a page in reading order; `rotation` says how far the picture was turned clockwise first."""

    lines: tuple[RecognisedLine, ...] = ()
    rotation: int = 0
    is_timed_out: bool = False


def missing_part() -> str | None:
    """Name in Dutch what is not installed on this machine; None when scans can be read."""
    program = shutil.which("tesseract")
    if program is None:
        return "het programma Tesseract"
    return None if LANGUAGE in _languages(program) else "de Nederlandse taal voor Tesseract"


def recognise(picture: Image.Image, dpi: float) -> Recognition:
    """Read a grey picture; a page that lies on its side is turned upright when that reads better."""
    try:
        lines = _lines(_run(picture, dpi, "3", "tsv"))
        if _certainty(lines) >= _DOUBTFUL:
            return Recognition(lines)
        rotation = _rotation(picture, dpi)
        if rotation:
            upright = picture.rotate(-rotation, expand=True, fillcolor=255)
            turned = _lines(_run(upright, dpi, "3", "tsv"))
            if _certainty(turned) > _certainty(lines):
                return Recognition(turned, rotation)
        return Recognition(lines)
    except subprocess.TimeoutExpired:
        return Recognition(is_timed_out=True)


@lru_cache(maxsize=4)
def _languages(program: str) -> frozenset[str]:
    try:
        answer = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset((answer.stdout + answer.stderr).decode("utf-8", "replace").split())


def _run(picture: Image.Image, dpi: float, segmentation: str, output: str) -> bytes:
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--psm", segmentation, "--dpi", str(round(dpi))]
    # One thread each: two pages side by side are five times as fast as Tesseract's own threads on two cores.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    answer = subprocess.run(
        [*command, output],
        input=_as_pgm(picture),
        capture_output=True,
        timeout=SECONDS_PER_PAGE,
        env=environment,
        check=False,
    )
    return answer.stdout


def _rotation(picture: Image.Image, dpi: float) -> int:
    """Return how many degrees clockwise the picture must be turned, as far as Tesseract can tell; else 0."""
    command = ["tesseract", "stdin", "stdout", "--psm", "0", "--dpi", str(round(dpi))]
    answer = subprocess.run(command, input=_as_pgm(picture), capture_output=True, timeout=SECONDS_PER_PAGE, check=False)
    found = _ROTATE.search(answer.stdout)
    return int(found.group(1)) if found else 0


def _as_pgm(picture: Image.Image) -> bytes:
    grey = picture if picture.mode == "L" else picture.convert("L")
    return b"P5 %d %d 255\n" % grey.size + grey.tobytes()


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[str, str, str]
    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float

    @property
    def baseline(self) -> float:
        """The base line, as far below as the letters hang."""
        return self.bottom - (_HANGING * self.size if _HANGS.search(self.text) else 0.0)

    @property
    def size(self) -> float:
        """Font size, judged by whether the letters rise and hang."""
        share = (
            _SMALL_LETTER + (_RISING if _RISES.search(self.text) else 0) + (_HANGING if _HANGS.search(self.text) else 0)
        )
        return (self.bottom - self.top) / share


def _words(table: bytes) -> Iterator[_Word]:
    for row in table.decode("utf-8", "replace").splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != _COLUMNS or fields[0] != "5" or not fields[11].strip():
            continue
        left, top, width, height = (int(value) for value in fields[6:10])
        line = (fields[2], fields[3], fields[4])
        yield _Word(line, fields[11].strip(), left, top, left + width, top + height, float(fields[10]))


def _lines(table: bytes) -> tuple[RecognisedLine, ...]:
    lines = [_line(list(words)) for _, words in groupby(_words(table), key=lambda word: word.line)]
    kept = [line for line in lines if line.confidence >= _SURE and any(map(str.isalnum, line.text))]
    if not kept:
        return ()
    # The height of a line depends on the letters in it: nearly the same height is the same size.
    usual = median(line.size for line in kept)
    return tuple(
        RecognisedLine(line.text, line.left, line.right, line.baseline, usual, line.confidence)
        if abs(line.size - usual) <= _SAME_SIZE * usual
        else line
        for line in kept
    )


def _line(words: list[_Word]) -> RecognisedLine:
    words = [word for word in words if not _RULE.fullmatch(word.text)] or words
    sizes = [word.size for word in words]
    return RecognisedLine(
        _with_bullet(" ".join(word.text for word in words)),
        min(word.left for word in words),
        max(word.right for word in words),
        median(word.baseline for word in words),
        median(sizes),
        mean(word.confidence for word in words),
    )


def _with_bullet(text: str) -> str:
    """Put back the bullet that Tesseract takes for a small letter or a sign; of the same length."""
    return "•" + text[1:] if _MISREAD_BULLET.match(text) else text


def _certainty(lines: tuple[RecognisedLine, ...]) -> float:
    letters = sum(len(line.text) for line in lines)
    return sum(line.confidence * len(line.text) for line in lines) / letters if letters else 0.0
