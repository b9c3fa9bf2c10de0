from __future__ import annotations

import json
from pathlib import Path

import pytest

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.audit.models import Event
from samenspraak.apps.documents.models import Document
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.config.cli.errors import NoExample
from samenspraak.config.cli.example_loading import load_example, read_example
from tests.config.conftest import READ

EXAMPLE = {
    "organisations": [
        {"key": "gemeente", "kind": "municipality", "name": "Waterhoven"},
        {"key": "linde", "kind": "housing_association", "name": "Woonstichting De Linde", "other_names": ["De Linde"]},
    ],
    "people": [
        {"email": "ada@beheer.example", "name": "Ada", "password": "een lang wachtwoord", "is_administrator": True},
        {
            "email": "noor@waterhoven.example",
            "name": "Noor",
            "password": "een lang wachtwoord",
            "organisation": "gemeente",
            "role": "coordinator",
            "introduction": "Coördinator wonen",
        },
    ],
    "agreements": [
        {"key": "raam", "brought_in_by": "noor@waterhoven.example", "files": ["brief.txt", "monitor.txt"]},
        {"key": "regio", "brought_in_by": "noor@waterhoven.example", "files": ["akkoord.txt"]},
    ],
}

pytestmark = [pytest.mark.usefixtures("understood"), pytest.mark.django_db]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("brief.txt", "monitor.txt", "akkoord.txt"):
        (tmp_path / name).write_text(READ.raw + name, encoding="utf-8")
    write(tmp_path, EXAMPLE)
    return tmp_path


def write(folder: Path, example: object) -> None:
    (folder / "example.json").write_text(json.dumps(example), encoding="utf-8")


def counts() -> list[int]:
    """Return how many there are of everything."""
    return [model.objects.count() for model in (Organisation, Person, Membership, Agreement, Document, Event)]


def test_the_example_goes_through_the_real_import(folder: Path) -> None:
    outcomes = load_example(read_example(folder), folder)
    assert [outcome.path.name for outcome in outcomes] == ["brief.txt", "monitor.txt", "akkoord.txt"]
    assert counts()[:5] == [2, 2, 1, 2, 3]
    agreement = Agreement.objects.get(sources__document__name="monitor.txt")
    assert agreement.sources.count() == 2
    assert agreement.entered_for == Organisation.objects.get(name="Waterhoven")
    assert agreement.parties.get(name="De Linde").organisation is not None


def test_loading_it_again_changes_nothing(folder: Path) -> None:
    load_example(read_example(folder), folder)
    before = counts()
    load_example(read_example(folder), folder)
    assert counts() == before


def test_loading_that_was_broken_off_goes_on(folder: Path) -> None:
    (folder / "monitor.txt").rename(folder / "even weg")
    first = load_example(read_example(folder), folder)
    assert [outcome.is_refused for outcome in first] == [False, True, False]
    (folder / "even weg").rename(folder / "monitor.txt")
    second = load_example(read_example(folder), folder)
    assert [outcome.imported is not None and outcome.imported.is_new for outcome in second] == [False, True, False]


@pytest.mark.parametrize(
    "change",
    [
        {"people": []},
        {"agreements": "alle"},
        {"extra": 1},
        {"organisations": [{"key": "x", "kind": "club", "name": "X"}]},
    ],
)
def test_an_example_that_is_not_as_described_is_refused(folder: Path, change: dict[str, object]) -> None:
    write(folder, {**EXAMPLE, **change})
    with pytest.raises(NoExample):
        load_example(read_example(folder), folder)


def test_an_installation_without_the_example_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoExample):
        read_example(tmp_path)
