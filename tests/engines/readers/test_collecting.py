"""The search for circular garbage is put off while documents are read, and never left off."""

from __future__ import annotations

import gc
from contextlib import suppress

from samenspraak.engines.readers import read_bytes
from samenspraak.engines.readers.collecting import collecting_later
from samenspraak.engines.readers.errors import ReaderError


def test_nothing_is_searched_until_the_last_reading_ends() -> None:
    with collecting_later():
        with collecting_later():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_reading_that_fails_gives_the_search_back() -> None:
    with suppress(ReaderError):
        read_bytes(b"%PDF-1.7 and nothing else", name="stuk.pdf")
    assert gc.isenabled()


def test_who_had_put_it_off_already_finds_it_so() -> None:
    gc.disable()
    try:
        with collecting_later():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
