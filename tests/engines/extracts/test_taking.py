"""Extracts as they come: renamed, shifted, doubled. Each says what is wrong and where; nothing is half kept."""

# ruff: noqa: E501, S608 - tables of lines, and SQL of our own

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.extracts.errors import (
    ExtractRefused,
    ExtractUnreadable,
    HeaderNotFound,
    MappingWrong,
    NamesOfPeople,
)
from samenspraak.engines.extracts.outside import outside_totals
from samenspraak.engines.extracts.taking import Question, Taken, look_at, mapping_of, take_in
from samenspraak.engines.knowledge.key_figures import load_key_figures
from samenspraak.engines.knowledge.parameters import load_parameters
from samenspraak.engines.warehouse.computing import compute
from samenspraak.engines.warehouse.errors import SnapshotExists
from samenspraak.engines.warehouse.on_duckdb import DuckDb

HEAD = "VHE-nummer;Corporatie;Gemeente;Netto huur;Aantal primo;Aantal ultimo;Zelfstandig;Energielabel"
ROWS = (
    "1;L0943;Heiloo;477,20;1;1;ja;A++++",
    "2;L0943;Heiloo;477,21;1;1;ja;onbekend",
    "3;L0943;GM0399;1.157,95;1;1;ja;G",
)
VERA = "id,idOrganisatie,gemeente,rekenhuur,zelfstandig,inExploitatiedatum,uitExploitatiedatum,energieprestaties.label"


def question(year: int = 2025, subject: Subject = Subject.STOCK, **mapping: str) -> Question:
    return Question(subject, year, mapping, load_parameters())


def written(folder: Path, *lines: str, name: str = "bezit.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def codes(taken: Taken) -> list[str]:
    return [problem.code for problem in taken.problems]


def said(taken: Taken, code: str) -> str:
    return next(str(problem) for problem in taken.problems if problem.code == code)


def figures(folder: Path, *wanted: str, year: int = 2025) -> dict[str, str | None]:
    chosen = [figure for figure in load_key_figures() if figure.code in wanted]
    with DuckDb(folder) as engine:
        return {v.code: v.rounded(4) for v in compute(engine, chosen, years=[year], parameters=load_parameters())}


@pytest.mark.parametrize(
    ("encoding", "notice"), [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", ["W847"])]
)
def test_a_csv_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str, notice: list[str]) -> None:
    path = written(tmp_path, HEAD + ";Wijk", *(f"{row};Wéstrand" for row in ROWS), encoding=encoding)
    taken = look_at(path, question())
    assert codes(taken) == notice
    assert taken.row_count == 3
    assert "Wéstrand" in taken.preview[1]


def test_the_figures_of_a_file_are_those_of_its_rows_and_the_rows_are_gone(tmp_path: Path) -> None:
    taken = take_in(written(tmp_path, HEAD, *ROWS), question(), tmp_path / "kept")
    assert figures(tmp_path / "kept", "STOCK.COUNT", "PRICE.GOE", "PRICE.BETL", "EFG.SHARE") == {
        "STOCK.COUNT": "3.0000",
        "PRICE.GOE": "0.3333",
        "PRICE.BETL": "0.3333",
        "EFG.SHARE": "0.5000",
    }
    assert taken.snapshot is not None
    kept = {row[0] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{taken.snapshot}'").fetchall()}
    assert not kept & {"unit", "rent_cents", "row_no"}


def test_the_names_of_vera_are_known_and_dates_of_use_tell_whether_a_unit_was_there(tmp_path: Path) -> None:
    rows = (
        "1,L1,399,500.00,true,1990-01-01,,A",
        "2,L1,399,500.00,true,2025-03-01,,A",
        "3,L1,399,500.00,true,1990-01-01,2025-06-30,A",
    )
    taken = take_in(written(tmp_path, VERA, *rows), question(), tmp_path / "kept")
    assert codes(taken) == []
    assert figures(tmp_path / "kept", "BRIDGE.OPENING", "BRIDGE.CLOSING") == {
        "BRIDGE.OPENING": "2.0000",
        "BRIDGE.CLOSING": "2.0000",
    }


def test_a_mapping_says_which_column_is_which_and_what_holds_for_all(tmp_path: Path) -> None:
    path = written(tmp_path, "nr;plaats;bedrag", "1;Heiloo;500", "2;Heiloo;700")
    asked = question(
        **mapping_of(["unit=nr", "gemeente=plaats", "huur=bedrag", "association==L0943", "self_contained==ja"])
    )
    taken = look_at(path, asked)
    assert codes(taken) == []
    assert taken.columns["rent_cents"] == "bedrag"
    assert taken.columns["association"] == "alle rijen: L0943"


@pytest.mark.parametrize(
    ("pair", "text"),
    [("onzin=nr", "kennen wij niet"), ("unit=weg", "staat niet in het bestand"), ("owned==veel", "past niet bij")],
)
def test_a_mapping_that_is_wrong_says_so(tmp_path: Path, pair: str, text: str) -> None:
    path = written(tmp_path, HEAD, *ROWS)
    with pytest.raises(MappingWrong) as raised:
        look_at(path, question(**mapping_of([pair])))
    assert text in str(raised.value)


@pytest.mark.parametrize(
    ("lines", "code", "text"),
    [
        ([HEAD.replace("Gemeente", "Plaats"), *ROWS], "E842", "de gemeente ontbreekt. Geef de kolom een naam zoals gemeente"),
        ([HEAD.replace("Corporatie", "Eigenaar"), *ROWS], "E842", "de corporatie ontbreekt"),
        ([HEAD + ";kale huur", *(f"{row};500" for row in ROWS)], "E841", "kolom “kale huur”: is hetzelfde als de kolom “Netto huur”"),
        ([HEAD, *ROWS, ROWS[0]], "E845", "kolom “VHE-nummer”, rijen 2, 5: dezelfde eenheid"),
        ([HEAD, ROWS[0], "2;L0943;Heiloo;;500;1;1;ja;A", ROWS[2]], "E846", "rij 3: de rij heeft niet 8 cellen"),
        ([HEAD, ROWS[0], "2;L0943;Heiloo"], "E846", "rij 3: de rij heeft niet 8 cellen"),
        ([HEAD, ROWS[0].replace("477,20", "veel")], "E843", "kolom “Netto huur”, rij 2: “veel” is niet te lezen als de huur"),
        ([HEAD, ROWS[0].replace("A++++", "H")], "E843", "“H” is niet te lezen als het energielabel. Kies uit: AP4"),
        ([HEAD, ROWS[0].replace("477,20", "=B2*12")], "E844", "rij 2: “=B2*12” is een formule"),
        ([HEAD, ROWS[0].replace("Heiloo", "Bergen")], "E843", "“Bergen” is niet te lezen als de gemeente. Gebruik de CBS-code"),
        ([HEAD, ROWS[0].replace("Heiloo", "")], "E847", "de gemeente is leeg of niet te lezen"),
        ([HEAD, ROWS[0].replace("477,20", "245.000")], "E850", "hoger dan 5.000 euro per maand"),
        ([HEAD + ";jaar", ROWS[0] + ";2019"], "E848", "1 van de 1 rijen zijn niet van 2025"),
        ([HEAD], "E852", "het bestand: onder de kolomnamen staat geen enkele rij"),
        ([HEAD, ROWS[0], "2;" + ROWS[1].removesuffix(";onbekend")], "E853", "rij 3: wel"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place_and_nothing_is_kept(
    tmp_path: Path, lines: Sequence[str], code: str, text: str
) -> None:
    path = written(tmp_path, *lines)
    taken = look_at(path, question())
    assert text in said(taken, code)
    with pytest.raises(ExtractRefused) as raised:
        take_in(path, question(), tmp_path / "kept")
    assert text in str(raised.value)
    assert not list((tmp_path / "kept").glob("*")) if (tmp_path / "kept").exists() else True


@pytest.mark.parametrize(
    ("lines", "code", "text"),
    [
        (["Bezit van L0943", HEAD, *ROWS], "", ""),
        ([HEAD, "nummer;naam van de corporatie;naam van de gemeente;huur per maand;begin;eind;zelfstandig;label", *ROWS], "W842", "twee rijen met kolomnamen"),
        ([HEAD, ROWS[0].replace("477,20", "0,01")], "W841", "rij 2: de huur is 0 of 0,01"),
        ([HEAD + ";Bouwjaar", ROWS[0] + ";1970"], "W843", "niet gebruikt: Bouwjaar"),
        ([HEAD, ROWS[0].replace(";1;1;", ";0;0;")], "W846", "aan het begin niet en aan het eind niet"),
        ([HEAD + ";jaar", ROWS[0] + ";2025", ROWS[1] + ";2024"], "W848", "rij 3: 1 van de 2 rijen zijn niet van 2025"),
    ],
)  # fmt: skip
def test_what_is_odd_is_said_and_the_file_is_taken_in(
    tmp_path: Path, lines: Sequence[str], code: str, text: str
) -> None:
    taken = take_in(written(tmp_path, *lines), question(), tmp_path / "kept")
    assert taken.snapshot is not None
    assert codes(taken) == ([code] if code else [])
    assert not code or text in said(taken, code)


def test_the_opening_is_compared_with_last_years_closing(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    take_in(written(tmp_path, HEAD, *ROWS[:2], name="oud.csv"), question(2024), kept)
    taken = take_in(written(tmp_path, HEAD, *ROWS), question(2025), kept)
    assert "L0943 begint 2025 met 3 eenheden, en eindigde 2024 met 2" in said(taken, "W845")


def test_the_same_file_is_not_counted_twice(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD, *ROWS)
    take_in(path, question(), tmp_path / "kept")
    with pytest.raises(SnapshotExists):
        take_in(path, question(), tmp_path / "kept")
    renamed = written(tmp_path, HEAD, *ROWS[:2], name="nog eens.csv")
    with pytest.raises(ExtractRefused) as raised:
        take_in(renamed, question(), tmp_path / "kept")
    assert "L0943" in str(raised.value)


def test_of_a_year_without_limits_is_said_which_limits_are_missing(tmp_path: Path) -> None:
    take_in(written(tmp_path, HEAD, *ROWS), question(2014), tmp_path / "kept")
    chosen = [figure for figure in load_key_figures() if figure.code in {"PRICE.GOE", "STOCK.COUNT"}]
    with DuckDb(tmp_path / "kept") as engine:
        count, share = compute(engine, chosen, years=[2014], parameters=load_parameters())
    assert (count.rounded(0), share.state) == ("3", "unknown")
    assert share.reason.startswith("voor 2014 ontbreekt een grens: de kwaliteitskortingsgrens")


@pytest.mark.parametrize("column", ["Naam huurder", "achternaam", "BSN", "geboortedatum", "e-mail", "Huisnummer"])
def test_allocations_with_names_of_people_are_refused_unread(tmp_path: Path, column: str) -> None:
    path = written(tmp_path, f"datum;gemeente;corporatie;{column}", "1-1-2025;Heiloo;L1;x")
    with pytest.raises(NamesOfPeople) as raised:
        look_at(path, question(subject=Subject.ALLOCATIONS))
    assert column in str(raised.value)


def test_an_allocation_of_another_year_is_pointed_at(tmp_path: Path) -> None:
    path = written(tmp_path, "datum;gemeente;corporatie", "1-1-2025;Heiloo;L1", "31-12-2024;Heiloo;L1")
    assert "rij 3: de datum ligt niet in 2025" in said(look_at(path, question(subject=Subject.ALLOCATIONS)), "E849")


def test_a_file_without_known_columns_says_what_it_saw(tmp_path: Path) -> None:
    with pytest.raises(HeaderNotFound) as raised:
        look_at(written(tmp_path, "a;b", "1;2"), question())
    assert "De eerste rij is: a; b" in str(raised.value)


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02\x00\x05", b"PK\x03\x04rest", b"PAR1rest", b"\xd0\xcf\x11\xe0 oud"]
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises((ExtractUnreadable, HeaderNotFound)):
        look_at(path, question())


def workbook(path: Path, rows: Sequence[Sequence[object]], *, merged: str = "", formula: str = "") -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    if merged:
        sheet.merge_range(merged, "samen")
    if formula:
        sheet.write_formula(formula, "=1+1", None, "")
    book.close()
    return path


CELLS = [
    HEAD.split(";"),
    [1, "L0943", "Heiloo", 477.2, 1, 1, "ja", "A"],
    [2, "L0943", "Heiloo", 477.21, 1, 1, "ja", "A+"],
]


def test_a_workbook_gives_what_the_csv_gives(tmp_path: Path) -> None:
    taken = take_in(workbook(tmp_path / "bezit.xlsx", CELLS), question(), tmp_path / "kept")
    assert codes(taken) == []
    assert figures(tmp_path / "kept", "PRICE.GOE") == {"PRICE.GOE": "0.5000"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [({"merged": "A4:B4"}, "rij 4, kolom 1 zijn cellen samengevoegd"), ({"formula": "D3"}, "cel D3 staat een formule")],
)
def test_merged_cells_and_formulas_without_outcome_are_pointed_at(
    tmp_path: Path, kind: dict[str, str], text: str
) -> None:
    path = workbook(tmp_path / "bezit.xlsx", CELLS, **kind)
    with pytest.raises(ExtractUnreadable) as raised:
        look_at(path, question())
    assert text in str(raised.value)


def test_a_merged_title_above_the_head_is_no_matter_and_a_merged_head_is(tmp_path: Path) -> None:
    titled = workbook(tmp_path / "titel.xlsx", [["Bezit 2025"], *CELLS], merged="A1:H1")
    assert codes(look_at(titled, question())) == []
    with pytest.raises(ExtractUnreadable, match="rij 1, kolom 1 zijn cellen samengevoegd"):
        look_at(workbook(tmp_path / "kop.xlsx", [*CELLS[:1], *CELLS], merged="A1:A2"), question())


@pytest.mark.parametrize(
    ("written_as", "text"),
    [
        ({"formula": "{=SUM(1,2)}", "value": ""}, "cel D3 staat een formule zonder uitkomst"),
        ({"formula": "=1/0", "value": "#DIV/0!"}, r"cel D3 staat een fout \(#DIV/0!\)"),
    ],
)
def test_a_formula_in_any_form_is_pointed_at_when_it_gives_no_value(
    tmp_path: Path, written_as: dict[str, str], text: str
) -> None:
    book = xlsxwriter.Workbook(tmp_path / "bezit.xlsx")
    sheet = book.add_worksheet()
    for number, row in enumerate(CELLS):
        sheet.write_row(number, 0, row)
    write = sheet.write_array_formula if written_as["formula"].startswith("{") else sheet.write_formula
    place = "D3:D3" if written_as["formula"].startswith("{") else "D3"
    write(place, written_as["formula"], None, written_as["value"])
    book.close()
    with pytest.raises(ExtractUnreadable, match=text):
        look_at(tmp_path / "bezit.xlsx", question())


def test_a_value_that_cannot_be_read_is_said_once_and_an_empty_one_beside_it(tmp_path: Path) -> None:
    misread = look_at(written(tmp_path, HEAD, *ROWS, "4;L0943;Hailo;500;1;1;ja;A"), question())
    assert codes(misread) == ["E843"]
    assert "Gebruik de CBS-code, zoals GM0399, of de naam zoals het CBS haar schrijft." in said(misread, "E843")
    also_empty = look_at(written(tmp_path, HEAD, "4;L0943;Hailo;500;1;1;ja;A", "5;L0943;;500;1;1;ja;A"), question())
    assert codes(also_empty) == ["E843", "E847"]


def test_a_column_about_whose_list_it_is_is_nothing_to_look_at_once_that_was_said(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + ";kleur", *(f"{row};rood" for row in ROWS))
    told = said(look_at(path, question(association="=De Linde")), "W843")
    assert "deze kolommen zijn niet gebruikt: kleur." in told


def test_parquet_gives_what_the_csv_gives(tmp_path: Path) -> None:
    path = tmp_path / "bezit.parquet"
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{written(tmp_path, HEAD, *ROWS)}', all_varchar = true)) TO '{path}'")
    take_in(path, question(), tmp_path / "kept")
    assert figures(tmp_path / "kept", "PRICE.GOE") == {"PRICE.GOE": "0.3333"}


def test_numbers_of_the_municipality_come_from_a_small_table(tmp_path: Path) -> None:
    path = written(tmp_path, "Gemeente;Jaar;Woningen;Nieuwbouw", "Heiloo;2025;10.500;", name="woningen.csv")
    numbers = outside_totals(path)[2025]["GM0399"]
    assert (numbers.dwellings, numbers.new_dwellings) == (10_500, None)


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (["Heiloo;2025;veel"], "rij 2: “veel” is niet te lezen"),
        (["Heiloo;2025;-5"], "rij 2: “-5” is niet te lezen"),
        (["Heiloo;2025;40", "GM0399;2025;50"], "rij 3: GM0399 staat er voor 2025 al. Laat één rij staan."),
    ],
)
def test_a_row_of_that_table_that_cannot_be_is_pointed_at(tmp_path: Path, rows: list[str], text: str) -> None:
    with pytest.raises(ExtractUnreadable) as raised:
        outside_totals(written(tmp_path, "Gemeente;Jaar;Woningen", *rows, name="fout.csv"))
    assert text in str(raised.value)


@pytest.mark.slow  # two hundred thousand rows
def test_a_large_file_is_taken_in_with_its_last_row(tmp_path: Path) -> None:
    lines = (f"{number};L0943;Heiloo;{300 + number % 700},10;1;1;ja;A" for number in range(200_000))
    path = written(tmp_path, HEAD, *lines, "1;L0943;Heiloo;500;1;1;ja;A")
    assert "rijen 3, 200002" in said(look_at(path, question()), "E845")
