"""Which words find which: a table that a civil servant can check.

Left is what somebody types, right what is written.
"""

from __future__ import annotations

import pytest

from samenspraak.core.search.marks import marks
from samenspraak.core.search.question import asked
from samenspraak.engines.knowledge.word_forms import word_forms

FINDS = [
    # one and more
    ("woning", "woningen"),
    ("huurwoning", "huurwoningen"),
    ("huurwoningen", "huurwoning"),
    ("corporaties", "corporatie"),
    ("gemeente", "gemeenten"),
    ("gemeentes", "gemeente"),
    ("afspraak", "afspraken"),
    ("stad", "steden"),
    ("lid", "leden"),
    ("wijk", "wijken"),
    ("auto", "auto's"),
    ("huis", "huizen"),
    ("prijs", "prijzen"),
    ("plaats", "plaatsen"),
    # verbs and adjectives
    ("bouwen", "bouwt"),
    ("bouwen", "gebouwd"),
    ("verduurzamen", "verduurzaming"),
    ("duurzaam", "duurzame"),
    ("betaalbaar", "betaalbare"),
    # parts of compounds
    ("energie", "energietransitie"),
    ("transitie", "energietransitie"),
    ("corporatie", "woningcorporatie"),
    ("corporatie", "woningcorporaties"),
    ("woning", "huurwoningen"),
    ("huurwoning", "sociale-huurwoningen"),
    ("woning", "nieuwbouwwoningen"),
    ("isolatie", "dakisolatie"),
    ("ouderen", "ouderenhuisvesting"),
    ("organisatie", "huurdersorganisaties"),
    ("woningzoekende", "woningzoekenden"),
    # a hyphen or none
    ("energietransitie", "energie-transitie"),
    ("energie-transitie", "energietransitie"),
    ("sociale-huurwoningen", "sociale huurwoningen"),
    # the longer word means the shorter one too
    ("woningcorporatie", "corporatie"),
    ("woningcorporaties", "corporaties"),
    # accents and capitals
    ("coordinatie", "coördinatie"),
    ("financiële", "financiele"),
    ("cafe", "café"),
    ("HUURDERS", "huurders"),
    # codes and numbers
    ("K 3.5", "K3.5"),
    ("k3.5", "K 3.5"),
    ("k-3.5", "K 3.5"),
    ("j4.5", "J4.5"),
    ("3.5", "K 3.5"),
    ("2250", "2.250"),
    ("3,5", "3.5"),
    ("co2", "CO2"),
]
FINDS_NOT = [
    ("woning", "wonen"),
    ("woonlasten", "woning"),
    ("gemeente", "menen"),
    ("huurwoning", "koopwoning"),
    ("huurwoning", "woning"),
    ("energietransitie", "energie"),
    ("zoek", "onderzoek"),
    ("leg", "overleg"),
    ("oud", "ouderen"),
    ("plaat", "plaats"),
    ("mark", "markt"),
    ("bestuur", "bestuurder"),
    ("K 3.5", "K 3.51"),
    ("K 3.5", "J 3.5"),
    ("K 3", "K 3.5"),
    ("2024", "2025"),
    ("net", "netjes"),
]


def finds(typed: str, written: str) -> bool:
    """Tell whether what somebody types finds what is written, in the middle of a sentence."""
    text = f"Partijen leggen vast: {written} in het dorp."
    return any(text[mark.start : mark.end] for mark in marks(text, asked(typed, word_forms), word_forms))


@pytest.mark.parametrize(("typed", "written"), FINDS)
def test_what_must_be_found(typed: str, written: str) -> None:
    assert finds(typed, written)


@pytest.mark.parametrize(("typed", "written"), FINDS_NOT)
def test_what_must_not_be_found(typed: str, written: str) -> None:
    assert not finds(typed, written)
