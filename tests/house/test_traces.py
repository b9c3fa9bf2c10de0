"""The repository is the same for everybody: nothing in it points at one machine or one registry."""

from __future__ import annotations

import re

from tests.house.source import name_of, tracked

# Written in halves, or this file would be the first to be found.
TRACES = [
    *("/wo" + "rk/", "/ro" + "ot/", "/tm" + "p/", "/op" + "t/", "C:" + "\\Users"),
    *("pypi." + "org", "python" + "hosted.org", "npmjs." + "org", "deb." + "debian.org", "debian." + "org/debian"),
]
# The folder with labelled documents, which `make score` may find beside the checkout: named in one place only.
CORPUS = "../sha" + "red"
CORPUS_IS_NAMED_IN = {"Makefile"}

PATTERN = re.compile("|".join(map(re.escape, TRACES)).encode())


def traces_in(content: bytes) -> set[str]:
    """Return what in a file points at one machine or registry."""
    return {match.decode() for match in PATTERN.findall(content)}


def test_nothing_points_at_one_machine_or_registry() -> None:
    contents = {name_of(path): path.read_bytes() for path in tracked()}
    assert {name: found for name, content in contents.items() if (found := traces_in(content))} == {}
    assert {name for name, content in contents.items() if CORPUS.encode() in content} == CORPUS_IS_NAMED_IN


def test_the_look_for_traces_sees_them() -> None:
    sample = f"see {TRACES[0]}notes.txt and https://{TRACES[5]}/simple".encode()
    assert traces_in(sample) == {TRACES[0], TRACES[5]}
