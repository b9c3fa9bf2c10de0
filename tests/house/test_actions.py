"""Every write says who did it, by keyword, in one transaction, and leaves an event."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, Function, calls, modules, name_of, tree

# The log is where events go: its own action is what the other actions call.
LOG = PACKAGE / "apps" / "audit" / "actions.py"

ACTIONS = [path for path in modules(PACKAGE / "apps") if path.name == "actions.py" and path != LOG]


def leaves_event(action: Function, module: ast.Module) -> bool:
    """Tell whether an action calls `record`, itself or through functions of its own module."""
    local = {node.name: node for node in module.body if isinstance(node, Function)}
    seen: set[str] = set()
    ahead = [action.name]
    while ahead:
        name = ahead.pop()
        if name == "record":
            return True
        if name in local and name not in seen:
            ahead += calls(local[name])
        seen.add(name)
    return False


def faults(action: Function, module: ast.Module) -> list[str]:
    """Say what an action lacks; empty when it is as it should be."""
    decorators = {ast.unparse(decorator) for decorator in action.decorator_list}
    checks = {
        "takes arguments by position": not (action.args.args or action.args.posonlyargs or action.args.vararg),
        "does not say who (by=)": "by" in {argument.arg for argument in action.args.kwonlyargs},
        "is not one transaction": "transaction.atomic" in decorators,
        "leaves no event (audit record)": leaves_event(action, module),
    }
    return [f"{action.name} {fault}" for fault, holds in checks.items() if not holds]


def public(module: ast.Module) -> list[Function]:
    """Return the functions of a module that others may call."""
    return [node for node in module.body if isinstance(node, Function) and not node.name.startswith("_")]


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_every_action_says_who_in_one_transaction_and_leaves_an_event(path: Path) -> None:
    assert [fault for action in public(tree(path)) for fault in faults(action, tree(path))] == []


GOOD = """
@transaction.atomic
def rename(*, party: Party, name: str, by: Person) -> Party:
    return _saved(party, by)

def _saved(party: Party, by: Person) -> Party:
    audit.record(EventKind.RENAMED, target=party, by=by)
"""
BAD = """
def rename(party, name):
    return _saved(party)

def _saved(party): ...
"""


def faults_in(text: str) -> list[str]:
    """Return the faults of the first action of a module."""
    module = ast.parse(text)
    return faults(public(module)[0], module)


def test_the_check_accepts_a_good_action() -> None:
    assert faults_in(GOOD) == []


def test_the_check_names_every_fault_of_a_bad_action() -> None:
    assert faults_in(BAD) == [
        "rename takes arguments by position",
        "rename does not say who (by=)",
        "rename is not one transaction",
        "rename leaves no event (audit record)",
    ]
