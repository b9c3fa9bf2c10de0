"""What is promised in prose is checked by a machine: the prose ages, the check does not."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from tests.house.source import PACKAGE, ROOT, name_of

DECISIONS = sorted((ROOT / "docs/adr").glob("*.md"))
GUIDES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md")]
PAGES = [*GUIDES, ROOT / "CHANGELOG.md", ROOT / "GLOSSARY.md", *sorted((ROOT / "docs").rglob("*.md"))]


def read(name: str) -> str:
    """Return a text of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def targets() -> set[str]:
    """Return the targets that bare `make` lists."""
    return set(re.findall(r"^([a-z-]+):.*## ", read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_make_command_in_the_prose_exists(path: Path) -> None:
    named = re.findall(r"(?:^|`)make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= targets()


def test_the_readme_names_the_two_commands() -> None:
    assert {"make run", "make test"} <= set(re.findall(r"^make \w+", read("README.md"), re.MULTILINE))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_in_the_prose_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DECISIONS, ids=name_of)
def test_a_decision_is_a_page_with_context_decision_and_consequences(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert re.search(r"^\d{4}-\d{2}-\d{2}$", text, re.MULTILINE), "a decision is dated"
    assert len(text.splitlines()) <= 60, "a decision is one page"


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_the_changelog_the_package_and_the_catalogue_say_the_same_version() -> None:
    newest = re.search(r"^## (\S+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert newest
    declared = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    catalogue = yaml.safe_load(read("publiccode.yml"))["softwareVersion"]
    assert {newest[1], declared, catalogue} == {version("samenspraak")}


def rooms(floor: str) -> set[str]:
    """Return the rooms of a floor: its packages."""
    return {path.parent.name for path in (PACKAGE / floor).glob("*/__init__.py")}


@pytest.mark.parametrize("floor", ["core", "engines", "apps", "web"])
def test_every_room_stands_on_the_map(floor: str) -> None:
    missing = {room for room in rooms(floor) if f"{room}/" not in read("ARCHITECTURE.md")}
    assert missing == set()


def test_the_catalogue_file_keeps_to_its_standard() -> None:
    """publiccode.yml 0.4: the keys that must be there, and the lengths that descriptions may have."""
    catalogue = yaml.safe_load(read("publiccode.yml"))
    required = {"publiccodeYmlVersion", "name", "url", "developmentStatus", "softwareType", "platforms", "description"}
    assert required | {"legal", "maintenance", "localisation"} <= set(catalogue)
    for description in catalogue["description"].values():
        assert len(description["shortDescription"]) <= 150
        assert 150 <= len(description["longDescription"]) <= 10_000
        assert description["features"]


def test_the_licence_is_the_whole_text() -> None:
    licence = read("LICENSE")
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in licence
    assert [int(n) for n in re.findall(r"^## (\d+)\. ", licence, re.MULTILINE)] == list(range(1, 16))
