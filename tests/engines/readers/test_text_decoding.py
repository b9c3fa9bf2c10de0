"""Bytes become characters, or are found to be no text."""

from __future__ import annotations

import random

import pytest

from samenspraak.engines.readers.text_decoding import decode

SENTENCE = "De coöperatie bouwt vóór 2028 zestig woningen à € 210.000."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_in_unicode_is_read_without_a_notice(encoding: str) -> None:
    decoded = decode(SENTENCE.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.notices) == (SENTENCE, ())


def test_a_windows_text_is_read_and_said_to_be_one() -> None:
    decoded = decode(SENTENCE.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == SENTENCE
    assert "cp1252" in decoded.notices[0]


def test_one_damaged_character_in_utf8_costs_only_itself() -> None:
    decoded = decode(SENTENCE.encode() + b" \xe2\x82 einde")
    assert decoded is not None
    assert decoded.text == f"{SENTENCE} \ufffd einde"
    assert "1 plaatsen" in decoded.notices[0]


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(2000),
        bytes(500),
        bytes(range(256)) * 4,
        "это не тот текст".encode("cp1251") * 20,
    ],
    ids=["random", "zeros", "every byte", "another alphabet in one byte"],
)
def test_noise_is_no_text(data: bytes) -> None:
    assert decode(data) is None
