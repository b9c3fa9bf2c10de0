"""The signature page: who signed, in which function, for whom."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.result import Signatory
from samenspraak.core.extraction.signatures import signatories_in, signing_blocks
from tests.core.extraction.documents import CAST, blocks_in

PAGES = {
    "name, function and organisation below each other": (
        """
        Ondertekening

        De heer J. de Wit
        wethouder
        Gemeente Waterhoven

        mw. A.B. van der Berg
        directeur-bestuurder
        Rietveld Wonen
        """,
        (
            Signatory("De heer J. de Wit", "wethouder", "Gemeente Waterhoven"),
            Signatory("mw. A.B. van der Berg", "directeur-bestuurder", "Rietveld Wonen"),
        ),
    ),
    "on behalf of": (
        """
        Aldus overeengekomen te Waterhoven

        Namens de gemeente Waterhoven:
        J. de Wit
        Namens Huurdersraad De Linde,
        Mevrouw C. Kaya
        voorzitter
        """,
        (
            Signatory("J. de Wit", None, "gemeente Waterhoven"),
            Signatory("Mevrouw C. Kaya", "voorzitter", "Huurdersraad De Linde"),
        ),
    ),
    "two beside each other": (
        """
        Ondertekening

        Namens de gemeente Waterhoven,
        Namens Rietveld Wonen,
        J. de Wit
        wethouder
        A.B. van der Berg
        directeur
        Namens Huurdersraad De Linde,
        C. Kaya
        voorzitter
        """,
        (
            Signatory("J. de Wit", "wethouder", "gemeente Waterhoven"),
            Signatory("A.B. van der Berg", "directeur", "Rietveld Wonen"),
            Signatory("C. Kaya", "voorzitter", "Huurdersraad De Linde"),
        ),
    ),
    "a name alone": ("Handtekeningen\n\ndrs. P. Groen", (Signatory("drs. P. Groen", None, None),)),
    "nobody yet": ("Ondertekening\n\nGemeente Waterhoven\n\nRietveld Wonen\n\nDatum:", ()),
}


@pytest.mark.parametrize(("page", "signatories"), PAGES.values(), ids=PAGES)
def test_who_signed_for_whom(page: str, signatories: tuple[Signatory, ...]) -> None:
    assert signatories_in(signing_blocks(blocks_in(page)), CAST) == signatories


def test_a_document_without_a_signature_page_has_no_signatories() -> None:
    assert signing_blocks(blocks_in("De heer J. de Wit is wethouder van Waterhoven.")) == []


def test_the_signature_page_is_the_last_one_and_ends_at_an_annex() -> None:
    blocks = blocks_in(
        """
        Ondertekening van de vorige afspraken was in 2021.

        Ondertekening

        J. de Wit

        Bijlage 1

        K. Zwart
        """
    )
    assert [b.text for b in signing_blocks(blocks)] == ["Ondertekening", "J. de Wit"]


def test_a_second_organisation_below_a_name_changes_nothing() -> None:
    page = "Ondertekening\n\nJ. de Wit\nwethouder\nGemeente Waterhoven\nRietveld Wonen\nbestuurder"
    assert signatories_in(signing_blocks(blocks_in(page)), CAST) == (
        Signatory("J. de Wit", "wethouder", "Gemeente Waterhoven"),
    )
