"""Imports run down only, and the rules need nothing but Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT, calls, imports, modules, name_of, tree

LOAD_EVERYTHING = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(*sys.modules)
"""

# What would make a rule depend on where, when and by chance it runs.
WORLD = {
    *("asyncio", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil"),
    *("socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid"),
}
WORLDLY_CALLS = {"today", "now", "utcnow", "open", "print", "input"}


def loaded_by(package: str) -> set[str]:
    """Return the modules in memory after a fresh process imported all of `package`."""
    run = subprocess.run(
        [sys.executable, "-c", LOAD_EVERYTHING, package], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


@pytest.mark.slow  # a fresh process that loads everything
@pytest.mark.parametrize(
    ("floor", "part"),
    [
        ("samenspraak.core", "samenspraak.core.extraction.result"),
        ("samenspraak.engines", "samenspraak.engines.readers.errors"),
    ],
)
def test_the_floors_below_the_records_load_without_django(floor: str, part: str) -> None:
    loaded = loaded_by(floor)
    assert part in loaded
    assert "django" not in loaded


@pytest.mark.slow  # reads the whole package
def test_the_import_contracts_hold() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def worldly(path: Path) -> set[str]:
    """Return what a file knows of files, the network, the clock and chance."""
    imported = {name.partition(".")[0] for name in imports(tree(path))}
    return (imported & WORLD) | (set(calls(tree(path))) & WORLDLY_CALLS)


def test_core_knows_no_files_no_network_no_clock_and_no_chance() -> None:
    assert {name_of(path): found for path in modules(PACKAGE / "core") if (found := worldly(path))} == {}
    assert worldly(PACKAGE / "engines" / "warehouse" / "snapshots.py") >= {"os", "pathlib", "tempfile"}


# What others may know of an app: its records; its writes and what these raise; its reads and what these return;
# the work that it does in the background.
DOORS = {"models", "actions", "errors", "queries", "pages", "jobs"}


def goes_round_the_doors(imported: str, path: Path) -> bool:
    """Tell whether a file imports the inside of an app that it does not belong to; the wiring knows everything."""
    parts = imported.split(".")
    place = path.relative_to(PACKAGE).parts
    if parts[:2] != ["samenspraak", "apps"] or len(parts) < 4 or place[0] == "config":
        return False
    # A room inside an app has the same doors.
    is_door = parts[3] in DOORS or (len(parts) > 5 and parts[4] in DOORS)
    return place[:2] != ("apps", parts[2]) and not is_door


def test_an_app_is_entered_by_its_doors() -> None:
    imported = [(name_of(path), name, path) for path in modules() for name in imports(tree(path))]
    assert [(place, name) for place, name, path in imported if goes_round_the_doors(name, path)] == []


def test_the_look_for_doors_sees_who_goes_round_them() -> None:
    page = PACKAGE / "web" / "workspace" / "agreements" / "views.py"
    assert goes_round_the_doors("samenspraak.apps.documents.storage.keep", page)
    assert not goes_round_the_doors("samenspraak.apps.documents.queries.document_page", page)
    assert not goes_round_the_doors("samenspraak.apps.documents.storage.keep", PACKAGE / "apps/documents/actions.py")
