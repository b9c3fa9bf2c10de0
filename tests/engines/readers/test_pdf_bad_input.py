"""A PDF that cannot be read says so in one sentence; no bytes raise anything but our own errors."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.readers.errors import DamagedFile, EmptyFile, EncryptedFile
from samenspraak.engines.readers.pdf import picture, read_pdf
from tests.engines.readers.pdf_samples import drawn, lay_out_lines, ruled_table

SAMPLE = lay_out_lines("\n".join(f"Regel {number} van de afspraken." for number in range(120)))
TABLE = ruled_table([["Nr.", "Afspraak"], ["K 1.1", "Wij bouwen 250 woningen."]], [60, 200], shades=[(0, 0, "#d9e2f3")])


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "leeg.pdf"
    path.touch()
    for data in (b"", path):
        with pytest.raises(EmptyFile) as caught:
            read_pdf(data, name="leeg.pdf")
        assert str(caught.value).startswith("leeg.pdf: Het bestand is leeg.")


def test_a_password_is_asked_to_be_taken_off() -> None:
    pdf = drawn(lambda canvas: canvas.drawString(72, 700, "Geheim"), password="geheim")
    with pytest.raises(EncryptedFile, match="wachtwoord") as caught:
        read_pdf(pdf, name="dicht.pdf")
    assert caught.value.code == "E104"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_damaged(share: float) -> None:
    with pytest.raises(DamagedFile, match="beschadigd of onvolledig"):
        read_pdf(SAMPLE[: int(share * len(SAMPLE))], name="half.pdf")


def test_noise_is_damaged() -> None:
    noise = random.Random(1).randbytes(20_000)
    for data in (noise, b"%PDF-1.7\n" + noise, b"%PDF-1.4\n%%EOF", b"x"):
        with pytest.raises(DamagedFile):
            read_pdf(data, name="ruis.pdf")


def test_white_space_and_zeros_after_the_end_are_no_damage() -> None:
    assert read_pdf(SAMPLE + b"\n" * 9000 + b"\0" * 100, name="a").flow == read_pdf(SAMPLE, name="a").flow


def test_white_space_after_the_end_is_no_damage_in_a_file_either(tmp_path: Path) -> None:
    path = tmp_path / "staart.pdf"
    path.write_bytes(SAMPLE + b"\n" * 9000)
    assert read_pdf(path, name="a").page_count == read_pdf(SAMPLE, name="a").page_count


def test_a_page_without_anything_is_an_empty_page() -> None:
    source = read_pdf(drawn(lambda _: None), name="leeg.pdf")
    assert (source.flow, source.raw, source.page_count, source.notices) == ((), "", 1, ())


@given(
    sample=st.sampled_from([SAMPLE, TABLE]),
    places=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=12)), min_size=1, max_size=12),
)
@settings(max_examples=80)
def test_mutated_bytes_raise_nothing_but_our_own_errors(sample: bytes, places: list[tuple[float, bytes]]) -> None:
    mutated = bytearray(sample)
    for place, replacement in places:
        start = int(place * (len(mutated) - 1))
        mutated[start : start + len(replacement)] = replacement
    try:
        source = read_pdf(bytes(mutated), name="gemuteerd.pdf")
    except SamenspraakError:
        return
    assert all(0 <= item.start <= item.end <= len(source.raw) for item in source.flow)


def test_a_picture_of_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "een.pdf"
    path.write_bytes(TABLE)
    for page in (0, 2, -1):
        with pytest.raises(DamagedFile, match=f"pagina {page} bestaat niet"):
            picture(path, page, width=400)
