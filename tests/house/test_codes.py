"""Every code that a person may see is explained in docs/domain/codes.md, and means one thing."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from tests.house.source import ROOT, modules, name_of, tree

CODE = re.compile(r"\b[EW]\d{3}\b")


def documented() -> list[str]:
    """Return the codes in the first column of the tables of docs/domain/codes.md."""
    text = (ROOT / "docs/domain/codes.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([EW]\d{3})` \|", text, re.MULTILINE)


def error_classes() -> Iterator[tuple[str, str]]:
    """Yield the code and the place of every class that sets one."""
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                yield from ((code, f"{name_of(path)}:{node.name}") for code in _codes_set_by(node))


def _codes_set_by(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="code")], value=ast.Constant(value=str(code))):
                yield code
            case ast.AnnAssign(target=ast.Name(id="code"), value=ast.Constant(value=str(code))):
                yield code


def used() -> set[str]:
    """Return every code that stands in a string of the code."""
    constants = (node.value for path in modules() for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    return {code for value in constants if isinstance(value, str) for code in CODE.findall(value)}


def test_every_code_in_the_code_is_documented_and_the_other_way_round() -> None:
    assert used() - set(documented()) == set(), "not in docs/domain/codes.md"
    assert set(documented()) - used() == set(), "documented, but nowhere in the code"
    assert len(documented()) == len(set(documented())), "documented twice"


def test_no_two_errors_share_a_code() -> None:
    places = defaultdict(list)
    for code, place in error_classes():
        places[code].append(place)
    assert {code: where for code, where in places.items() if len(where) > 1} == {}


def errors_without_a_code_of_their_own() -> set[str]:
    """Return the error classes that show the code of a base class, which says nothing of what happened.

    A class may refine one with a code that does say so (an old Word file is an unknown format as well).
    """
    shown = {"SamenspraakError": "E000"}
    classes = [node for path in modules() for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    for _ in range(4):  # as deep as errors descend from each other
        for node in classes:
            inherited = [shown[base] for base in map(ast.unparse, node.bases) if base in shown]
            if inherited:
                shown[node.name] = next(_codes_set_by(node), inherited[0])
    own = {node.name for node in classes if next(_codes_set_by(node), "")}
    return {name for name, code in shown.items() if code.endswith("00") and name not in own}


def test_every_error_of_ours_says_what_happened_by_its_code() -> None:
    assert errors_without_a_code_of_their_own() == set()
