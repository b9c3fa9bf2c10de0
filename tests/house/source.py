"""The code as text: what the house tests look at."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "samenspraak"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules(folder: Path = PACKAGE) -> tuple[Path, ...]:
    """Return every Python file under `folder` but the migrations, which Django writes."""
    return tuple(path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(module: ast.Module) -> Iterator[Function]:
    """Yield every function of a module, methods and inner functions included."""
    yield from (node for node in ast.walk(module) if isinstance(node, Function))


def calls(node: ast.AST) -> Iterator[str]:
    """Yield the last name of everything that is called: "now" for `datetime.now()`."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            if isinstance(call.func, ast.Name):
                yield call.func.id
            elif isinstance(call.func, ast.Attribute):
                yield call.func.attr


def imports(module: ast.Module) -> Iterator[str]:
    """Yield every imported module or name, written in full: "pathlib.Path"."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name_of(path: Path) -> str:
    """Return a file as a person would point at it: from the repository's root."""
    return path.relative_to(ROOT).as_posix()


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that git keeps."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file())
