"""One door for every format: the content decides, the name does not."""

from __future__ import annotations

from pathlib import Path

import docx
import odfdo
import pytest

from samenspraak.core.extraction.source import RepairKind
from samenspraak.engines.readers import read, read_bytes
from tests.engines.readers.files import flat_odt_file, saved_odt, saved_word, texts_of
from tests.engines.readers.places import check_places

SENTENCES = ["Wij bouwen zestig woningen.", "De coöperatie betaalt de helft."]


def word_document() -> bytes:
    document = docx.Document()
    for sentence in SENTENCES:
        document.add_paragraph(sentence)
    return saved_word(document)


FILES = {
    "docx": word_document(),
    "odt": saved_odt(*(odfdo.Paragraph(sentence) for sentence in SENTENCES)),
    "fodt": flat_odt_file("".join(f"<text:p>{sentence}</text:p>" for sentence in SENTENCES)),
    "html": "".join(f"<p>{sentence}</p>" for sentence in ["<!DOCTYPE html>", *SENTENCES]).encode(),
    "txt": "\n\n".join(SENTENCES).encode(),
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("extension", ["pdf", "docx", "odt", "html", "txt", "exe"])
def test_a_wrong_extension_is_read_by_its_content(tmp_path: Path, kind: str, extension: str) -> None:
    path = tmp_path / f"afspraken.{extension}"
    path.write_bytes(FILES[kind])
    source = read(path, mend_text=False)
    assert texts_of(source) == SENTENCES
    assert source.name == path.name
    check_places(source)


@pytest.mark.parametrize("kind", FILES)
def test_progress_ends_at_the_last_page(kind: str) -> None:
    seen: list[tuple[int, int]] = []
    source = read_bytes(FILES[kind], name="a", on_progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (source.page_count, source.page_count)


def test_the_same_file_gives_the_same_document() -> None:
    assert read_bytes(FILES["docx"], name="a") == read_bytes(FILES["docx"], name="a")


def test_the_text_is_mended_unless_asked_otherwise() -> None:
    data = ("De huurdersorga-\nnisatie en de woningcor-\nporatie overleggen.\n" * 3).encode()
    mended = read_bytes(data, name="a")
    assert RepairKind.HYPHENATION in {repair.kind for repair in mended.repairs}
    assert read_bytes(data, name="a", mend_text=False).repairs == ()
