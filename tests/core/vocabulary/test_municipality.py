from __future__ import annotations

import pytest

from samenspraak.core.vocabulary.municipality import Municipality


@pytest.mark.parametrize(
    ("name", "other_names", "written"),
    [
        ("Almere", (), ("Almere",)),
        ("Bergen (NH.)", ("Bergen",), ("Bergen",)),
        ("Stein (L.)", (), ("Stein",)),
        ("'s-Gravenhage", ("Den Haag",), ("'s-Gravenhage", "Den Haag")),
    ],
)
def test_names_are_as_documents_write_them(name: str, other_names: tuple[str, ...], written: tuple[str, ...]) -> None:
    assert Municipality("GM0001", name, "NH", other_names).names == written
