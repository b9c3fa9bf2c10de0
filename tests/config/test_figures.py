"""`samenspraak figures`, as a person types it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pytest

from samenspraak.config.cli import program
from tests.config.command import samenspraak

HEAD = "VHE-nummer;Corporatie;Gemeente;Netto huur;Aantal primo;Aantal ultimo;Zelfstandig"


@pytest.fixture
def stock(tmp_path: Path) -> Path:
    path = tmp_path / "bezit.csv"
    rows = (f"{number};L000{number % 2};Heiloo;{450 + number * 10},00;1;1;ja" for number in range(10))
    path.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    return path


@pytest.fixture
def allocations(tmp_path: Path) -> Path:
    path = tmp_path / "toewijzingen.csv"
    rows = (f"{number};1-3-2025;L0001;Heiloo;600,00;{'URG' if number < 3 else ''}" for number in range(20))
    path.write_text("\n".join(["id;datum;corporatie;gemeente;rekenhuur;voorrangsoort", *rows]), encoding="utf-8")
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = program.main(["figures", *map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


@pytest.mark.slow  # the program as a person starts it
def test_figures_are_computed_without_a_database_and_nothing_stays(stock: Path, tmp_path: Path) -> None:
    done = samenspraak("figures", "compute", stock, "--year", "2025", "--format", "json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    figures = {row["code"]: row for row in json.loads(done.stdout)["figures"]}
    assert figures["PRICE.GOE"]["value"] == 0.3
    assert figures["EFG.SHARE"]["reason"] == "in het bestand ontbreekt het energielabel"
    assert [path.name for path in tmp_path.iterdir()] == ["bezit.csv"]


def test_the_table_has_a_row_per_group_and_says_why_something_is_unknown(
    stock: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = answer(
        capsys, "compute", stock, "--year", 2025, "--by", "association", "--figure", "PRICE.GOE", "EFG.SHARE"
    )
    assert [line.split()[1:3] for line in out.splitlines() if " PRICE.GOE " in line] == [
        ["L0000", "PRICE.GOE"],
        ["L0001", "PRICE.GOE"],
    ]
    assert "40,0%" in out
    assert "Onbekend, want in het bestand ontbreekt het energielabel: EFG.SHARE" in out


def test_places_may_be_asked_for_in_dutch_and_are_shown_by_name(
    stock: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = answer(capsys, "compute", stock, "--year", 2025, "--by", "Gemeente", "--figure", "STOCK.COUNT")
    assert "gemeente" in out.splitlines()[1]
    assert "GM0399 Heiloo" in out
    _, out, _ = answer(
        capsys, "compute", stock, "--year", 2025, "--by", "gemeente", "--figure", "STOCK.COUNT", "--format", "csv"
    )
    assert out.lstrip("\ufeff").startswith("municipality;year")


def test_an_average_rent_is_told_in_euros(stock: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("compute", stock, "--year", 2025, "--figure", "RENT.AVERAGE")
    (row,) = json.loads(answer(capsys, *asked, "--format", "json")[1])["figures"]
    assert row["numerator"] == pytest.approx(row["value"] * row["denominator"], abs=0.01 * row["denominator"])


def test_csv_and_parquet_hold_the_same(stock: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("compute", stock, "--year", 2025, "--figure", "PRICE.*", "STOCK.COUNT")
    _, out, _ = answer(capsys, *asked, "--format", "csv")
    rows = list(csv.DictReader(out.lstrip("\ufeff").splitlines(), delimiter=";"))
    target = tmp_path / "cijfers.parquet"
    assert answer(capsys, *asked, "--format", "parquet", "--output", target)[0] == 0
    kept = duckdb.sql(f"SELECT code, CAST(value AS VARCHAR) FROM '{target}'").fetchall()  # noqa: S608
    assert [(row["code"], row["value"].replace(",", ".")) for row in rows][:5] == kept[:5]
    assert len(rows) == len(kept) == 6


def test_small_numbers_of_people_are_not_shown(allocations: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = (
        "compute",
        "--allocations",
        allocations,
        "--year",
        2025,
        "--figure",
        "ALLOCATED.URGENT",
        "ALLOCATED.REGULAR",
    )
    _, out, _ = answer(capsys, *asked, "--format", "json")
    urgent, regular = json.loads(out)["figures"]
    assert (urgent["state"], urgent["value"], urgent["numerator"]) == ("suppressed", None, None)
    assert (regular["state"], regular["numerator"]) == ("suppressed", None)


def test_a_figure_of_ones_own_is_computed_with_the_others(
    stock: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "eigen.toml"
    own.write_text(
        '[[figure]]\ncode = "GROOT"\nsubject = "stock"\nunit = "share"\nname = "In Heiloo"\n'
        'definition = "Woningen in Heiloo"\n'
        'count = "gemeente is \'GM0399\'"\nof = "eind"\n',
        encoding="utf-8",
    )
    _, out, _ = answer(
        capsys, "compute", stock, "--year", 2025, "--own", own, "--figure", "OWN.GROOT", "--format", "json"
    )
    assert json.loads(out)["figures"][0]["value"] == 1


SHARE = ("--figure", "SOCIAL.OF_STOCK", "--format", "json")
DWELLINGS = "gemeente;jaar;woningen\nHeiloo;2025;40\nCastricum;2025;1000\n"


def shares(
    capsys: pytest.CaptureFixture[str], stock: Path, dwellings: str, *arguments: object
) -> list[tuple[float | None, float | None, str]]:
    given = stock.with_name("woningen.csv")
    given.write_text(dwellings, encoding="utf-8")
    _, out, _ = answer(capsys, "compute", stock, "--year", 2025, "--dwellings", given, *SHARE, *arguments)
    return [(row["value"], row["denominator"], row["reason"]) for row in json.loads(out)["figures"]]


def test_a_share_of_all_dwellings_is_of_the_municipalities_of_the_list_whatever_else_was_given(
    stock: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shares(capsys, stock, DWELLINGS) == [(0.25, 40, "")]
    assert shares(capsys, stock, DWELLINGS, "--by", "gemeente") == [(0.25, 40, "")]
    stock.write_text(f"{stock.read_text(encoding='utf-8')}\n11;L0001;Castricum;500,00;1;1;ja", encoding="utf-8")
    assert shares(capsys, stock, DWELLINGS)[0][1] == 1040


def test_a_municipality_of_which_the_dwellings_are_lacking_is_named(
    stock: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stock.write_text(f"{stock.read_text(encoding='utf-8')}\n11;L0001;GM0373;500,00;1;1;ja", encoding="utf-8")
    reason = "het aantal van alle woningen in 2025 is niet opgegeven voor GM0373"
    assert shares(capsys, stock, DWELLINGS) == [(None, None, reason)]


def test_without_any_of_its_municipalities_nothing_is_divided(stock: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reason = "het aantal van alle woningen in de gemeente in 2025 is niet opgegeven"
    assert shares(capsys, stock, "gemeente;jaar;woningen\nCastricum;2025;1000\n") == [(None, None, reason)]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["compute", "bezit.csv"], "Noem het jaar met --year"),
        (["compute", "--year", "2025"], "Noem een bestand"),
        (["compute", "weg.csv", "--year", "2025"], "Dit bestand is er niet"),
        (["compute", "bezit.csv", "--year", "2025", "--by", "postcode"], "Groeperen naar “postcode” kan niet"),
        (["compute", "bezit.csv", "--year", "2025", "--figure", "ONZIN"], "Het kengetal “ONZIN” is er niet"),
        (["compute", "bezit.csv", "--year", "2025", "--map", "huur"], "“huur” is geen indeling"),
        (["compute", "bezit.csv", "--year", "2025", "--format", "parquet"], "Noem een bestand met --output"),
        (["compute", "bezit.csv", "--year", "2025", "--own", "weg.toml"], "weg.toml"),
        (["compute", "bezit.csv", "--year", "2024", "2025"], "bezit.csv heeft geen kolom met het jaar"),
        (["compute", "bezit.csv", "--year", "2025", "--own", "stuk.toml"], "geen goede TOML: bij regel 2, teken"),
        (
            ["compute", "bezit.csv", "--year", "2025", "--format", "parquet", "--output", "weg/x.parquet"],
            "kan niet worden geschreven: weg/x.parquet",
        ),
        (["list", "--format", "parquet"], "er als table, json of csv"),
    ],
)
def test_a_question_that_cannot_be_answered_gets_one_sentence(
    stock: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], text: str
) -> None:
    monkeypatch.chdir(stock.parent)
    Path("stuk.toml").write_text('[[figure]]\ncode = "NUL\n', encoding="utf-8")
    status, _, err = answer(capsys, *arguments)
    assert (status, len(err.strip().splitlines())) == (2, 1)
    assert text in err


def test_the_list_tells_what_each_figure_counts(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = answer(capsys, "list", "--format", "json")
    assert status == 0
    assert {"code", "definition", "count", "of", "legal_basis"} <= json.loads(out)[0].keys()
    assert "PRICE.GOE" in answer(capsys, "list")[1]
