"""Every code that a person may see is explained in docs/domain/codes.md, and means one thing."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from tests.house.source import ROOT, modules, name_of, tree

CODE = re.compile(r"[EW]\d{3}")


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
    """Return every code that stands in the code as a string of its own."""
    constants = (node.value for path in modules() for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str) and CODE.fullmatch(value)}


def test_every_code_in_the_code_is_documented_and_the_other_way_round() -> None:
    assert sorted(used()) == sorted(documented())


def test_no_two_errors_share_a_code() -> None:
    places = defaultdict(list)
    for code, place in error_classes():
        places[code].append(place)
    assert {code: where for code, where in places.items() if len(where) > 1} == {}


def test_every_error_of_ours_has_a_code_of_its_own() -> None:
    """An error class without one would show its parent's code, which says something else."""
    bases = {"SamenspraakError"}
    nameless = set()
    for _ in range(3):  # a child of a child of a child at most
        for path in modules():
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.ClassDef) and bases & {ast.unparse(base) for base in node.bases}:
                    bases.add(node.name)
                    if not list(_codes_set_by(node)):
                        nameless.add(node.name)
    assert nameless == set()
