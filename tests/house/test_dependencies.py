"""What is imported is asked for, and what is asked for is used."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.source import ROOT, imports, modules, tree

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# Makes data that is shipped; whoever only uses Samenspraak has no need of it.
FOR_DEVELOPERS = {path for path in modules() if path.name.startswith("build_")}
# Named in the settings, in a template or on a command line, not in an import.
NAMED_ELSEWHERE = {"django-cotton", "django-htmx", "whitenoise"}


def asked_for(lines: Iterable[str]) -> set[str]:
    """Return the names of requirements."""
    return {canonicalize_name(Requirement(line).name) for line in lines}


def used_by(paths: Iterable[Path]) -> set[str]:
    """Return the distributions that files import, Python's own and ours apart."""
    names = {name.partition(".")[0] for path in paths for name in imports(tree(path))}
    foreign = names - set(sys.stdlib_module_names) - {"samenspraak", "tests", "bench", "scripts"}
    distributions = packages_distributions()
    return {canonicalize_name(distributions[name][0]) if name in distributions else name for name in foreign}


RUN = asked_for(PROJECT["project"]["dependencies"])
DEV = asked_for(PROJECT["dependency-groups"]["dev"])


def test_the_application_imports_only_what_it_asks_for() -> None:
    # pydantic's core comes with pydantic and is pinned by it.
    assert used_by(set(modules()) - FOR_DEVELOPERS) - RUN - {"pydantic-core"} == set()


def test_the_application_asks_only_for_what_it_uses() -> None:
    assert RUN - used_by(set(modules()) - FOR_DEVELOPERS) == NAMED_ELSEWHERE


TOOLS = [path for home in ("tests", "bench", "scripts") for path in modules(ROOT / home)]
# Plugins of pytest and mypy, and a package of which only the data are read.
LOADED_BY_OTHERS = {
    "axe-playwright-python",
    "django-stubs",
    "lxml-stubs",
    "pyarrow",
    "pytest-xdist",
    "types-jsonschema",
}


def called_by_make() -> set[str]:
    """Return the distributions whose commands the Makefile calls."""
    commands = re.findall(r"\$\(BIN\)/([a-z-]+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    return {"import-linter" if command == "lint-imports" else command for command in commands}


def test_tests_and_tools_import_only_what_is_asked_for() -> None:
    assert used_by([*TOOLS, *FOR_DEVELOPERS]) - RUN - DEV - {"pydantic-core"} == set()


def test_every_tool_that_is_asked_for_is_used() -> None:
    assert DEV - used_by([*TOOLS, *FOR_DEVELOPERS]) - called_by_make() == LOADED_BY_OTHERS
