from __future__ import annotations

import pytest

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.search.models import SearchEntry
from samenspraak.config.cli import exit_status, reindex_command
from samenspraak.config.cli.arguments import parse
from tests.apps.cast import People, make_people, registered


@pytest.fixture
def people(db: None, own_folders: None) -> People:
    """Everybody, each in their organisation."""
    return make_people()


def reindex(*options: str) -> int:
    """Do the command in this process."""
    return reindex_command.run(parse(["reindex", *options])[1])


def test_reindex_makes_everything_findable_and_the_check_agrees(
    people: People, capsys: pytest.CaptureFixture[str]
) -> None:
    registered(people.noor)
    assert reindex("--check") == exit_status.REFUSED
    assert "8 ontbreken" in capsys.readouterr().out
    assert reindex() == exit_status.DONE
    assert SearchEntry.objects.count() == 8
    assert "opnieuw gemaakt: 8 teksten" in capsys.readouterr().out
    assert reindex("--check") == exit_status.DONE
    Commitment.objects.filter(agreement=Agreement.objects.get()).update(title="Buiten om")
    assert reindex("--check") == exit_status.REFUSED
    assert "4 zijn veranderd" in capsys.readouterr().out
