"""Packed files are opened without trusting what they say."""

from __future__ import annotations

import io
import zipfile

import pytest

from samenspraak.engines.readers.errors import DamagedFile, EncryptedFile, ZipBomb
from samenspraak.engines.readers.zip_guard import Limits, entry_names, unpack
from tests.engines.readers.files import packed

_FLAGS_FIELD, _SIZE_FIELD = 8, 24  # offsets in an entry of the central directory


def unpack_all(data: bytes, limits: Limits | None = None) -> dict[str, bytes]:
    return dict(unpack(data, name="a.docx", kind="DOCX", wanted=lambda _entry: True, limits=limits))


def test_only_the_wanted_parts_are_unpacked() -> None:
    data = packed({"a.xml": "een", "b.png": "twee"})
    parts = unpack(data, name="a", kind="DOCX", wanted=lambda entry: entry.endswith(".xml"))
    assert parts == {"a.xml": b"een"}
    assert entry_names(data, name="a", kind="DOCX") == {"a.xml", "b.png"}


@pytest.mark.parametrize(
    "limits",
    [
        Limits(declared=4_000),
        Limits(unpacked=4_000),
        Limits(ratio=10, ratio_counts_from=1_000),
    ],
    ids=["all entries together", "what is read", "how far it was pressed"],
)
def test_what_unpacks_beyond_a_limit_is_refused(limits: Limits) -> None:
    with pytest.raises(ZipBomb):
        unpack_all(packed({"a.xml": "a" * 5_000}), limits)


def test_two_parts_share_one_limit() -> None:
    with pytest.raises(ZipBomb):
        unpack_all(packed({"a.xml": "a" * 3_000, "b.xml": "b" * 3_000}), Limits(unpacked=5_000))


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(packed({"a.xml": "a" * 100_000}))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + _SIZE_FIELD : entry + _SIZE_FIELD + 4] = (10).to_bytes(4, "little")
    with pytest.raises(DamagedFile):
        unpack_all(bytes(data))


def test_a_locked_part_asks_for_a_password() -> None:
    data = bytearray(packed({"a.xml": "a"}))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + _FLAGS_FIELD] |= 1
    with pytest.raises(EncryptedFile):
        unpack_all(bytes(data))


@pytest.mark.parametrize("path", ["../a.xml", "/etc/a.xml", "word/../../a.xml", "..\\a.xml"])
def test_a_name_that_leaves_its_folder_is_refused(path: str) -> None:
    with pytest.raises(DamagedFile):
        unpack_all(packed({path: "a"}))


def test_too_many_parts_are_refused_before_they_are_listed() -> None:
    with pytest.raises(DamagedFile, match="meer dan 2 onderdelen"):
        unpack_all(packed({"a": "", "b": "", "c": ""}), Limits(entries=2))


def test_a_way_of_packing_we_do_not_know_is_damage() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "a")
    data = bytearray(buffer.getvalue())
    for header, field in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = data.find(header) + field
        data[place : place + 2] = (77).to_bytes(2, "little")
    with pytest.raises(DamagedFile):
        unpack_all(bytes(data))
