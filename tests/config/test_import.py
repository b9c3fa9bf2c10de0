from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.documents.models import Document
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.config.cli import program
from tests.apps.cast import PASSWORD, People
from tests.config.command import samenspraak

pytestmark = pytest.mark.usefixtures("understood", "people")


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command said last, on either side."""
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_a_file_is_imported_for_the_only_administrator(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["import", str(letter)]) == 0
    agreement = Agreement.objects.get()
    assert agreement.registered_by == Person.objects.get(name="Ada")
    assert said(capsys).splitlines()[-1] == (
        f"brief.txt: 4 afspraken in het register onder ‘Prestatieafspraken Waterhoven’ (nummer {agreement.public_id})."
    )


def test_a_file_is_imported_for_whoever_is_named(letter: Path, people: People) -> None:
    assert program.main(["import", str(letter), "--as", "NOOR@waterhoven.example"]) == 0
    assert Agreement.objects.get().registered_by == people.noor


def test_the_same_file_again_says_so_and_changes_nothing(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program.main(["import", str(letter)])
    said(capsys)
    assert program.main(["import", str(letter)]) == 0
    assert "is al ingelezen op" in said(capsys)
    assert (Agreement.objects.count(), Document.objects.count()) == (1, 1)


def test_a_file_is_added_to_an_agreement_by_its_number_or_address(letter: Path, tmp_path: Path) -> None:
    program.main(["import", str(letter)])
    number = Agreement.objects.get().public_id
    for name, given in (("a.txt", str(number)), ("b.txt", f"http://127.0.0.1:8000/afspraken/{number}/")):
        (tmp_path / name).write_text(letter.read_text(encoding="utf-8") + name, encoding="utf-8")
        assert program.main(["import", str(tmp_path / name), "--agreement", given]) == 0
    assert Agreement.objects.get().sources.count() == 3


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--agreement", "7"], "E509"),
        (["--agreement", str(uuid4())], "E431"),
        (["--as", "niemand@waterhoven.example"], "E416"),
    ],
)
def test_a_wrong_option_imports_nothing(
    letter: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: str
) -> None:
    assert program.main(["import", str(letter), *options]) == 2
    assert said(capsys).endswith(f"({code})\n")
    assert not Document.objects.exists()


def test_a_bad_file_among_good_ones_is_said_and_the_others_go_on(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["import", str(letter), "--processes", "1"]) == 0
    assert program.main(["import", str(tmp_path / "weg.pdf"), str(letter)]) == 2
    text = said(capsys)
    assert "weg.pdf: Dit bestand bestaat niet" in text
    assert "is al ingelezen" in text
    assert Document.objects.count() == 1


def test_a_confirmed_organisation_is_recognised_in_what_is_there(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program.main(["import", str(letter)])
    said(capsys)
    arguments = ["confirm", "Huurdersplatform De Linde", "--kind", "tenants_organisation", "--also", "HPL"]
    assert program.main(arguments) == 0
    assert said(capsys) == "Huurdersplatform De Linde is bevestigd en bij 1 prestatieafspraken herkend.\n"
    organisation = Organisation.objects.get(name="Huurdersplatform De Linde")
    assert organisation.other_names == ["HPL"]
    assert AgreementParty.objects.get(name="Huurdersplatform De Linde").organisation == organisation


def test_confirming_again_keeps_the_names_that_were_known(capsys: pytest.CaptureFixture[str]) -> None:
    for name, other in (("Woonstichting De Linde", "Linde Wonen"), ("de linde", "SDL")):
        assert program.main(["confirm", name, "--kind", "housing_association", "--also", other]) == 0
    assert Organisation.objects.get(name="Woonstichting De Linde").other_names == ["De Linde", "Linde Wonen", "SDL"]


@pytest.mark.slow  # makes a database
def test_an_installation_starts_from_nothing(tmp_path: Path, letter: Path) -> None:
    nobody = samenspraak("import", letter, folder=tmp_path)
    assert nobody.returncode == 2
    assert "samenspraak administrator" in nobody.stderr
    weak = samenspraak("administrator", "ada@beheer.example", folder=tmp_path)
    assert weak.stderr.endswith("(E508)\n")
    assert PASSWORD not in weak.stderr


def test_an_administrator_is_added_with_the_password_on_standard_input(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wachtwoord").write_text(f"{PASSWORD}\n", encoding="utf-8")
    with (tmp_path / "wachtwoord").open(encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        assert program.main(["administrator", "Nieuw@beheer.example"]) == 0
    person = Person.objects.get(email="nieuw@beheer.example")
    assert (person.name, person.is_administrator, person.check_password(PASSWORD)) == ("Nieuw", True, True)
