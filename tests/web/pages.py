"""Every address of the workspace, filled in for the cast, so that a test can walk them all."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.cast import Cast

# Addresses for people who did not sign in.
FOR_EVERYBODY = {"sign-in", "set_language", "own-theme"}
# Addresses that hold nothing of any agreement: the same for everybody who signed in.
WITHOUT_AGREEMENT = {"start", "agreements", "documents", "help", "gallery", "sign-out"}
NOT_A_PAGE = {"page-picture", "original-file", "own-theme", "start", "sign-out", "set_language"}


def names() -> set[str]:
    """Return the names of all addresses there are."""
    return {str(pattern.name) for pattern in _patterns(get_resolver().url_patterns)}


def _patterns(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns)
        else:
            yield pattern


def address_of(name: str, cast: Cast) -> str:
    """Return an address with what the cast has: it fails for an address that is not listed here."""
    document = cast.document.public_id
    of_agreement = {page: [cast.agreement.public_id] for page in ("agreement", "findings", "tables", "glossary")}
    of_document = {"document": [document], "original-file": [document], "page-picture": [document, 1]}
    arguments = of_agreement | of_document | {"commitment": [cast.first.public_id]}
    return reverse(name, args=arguments.get(name, []))


def page_addresses(cast: Cast) -> list[str]:
    """Return the addresses of all pages for somebody who signed in, with the states that differ most."""
    plain = [address_of(name, cast) for name in sorted(names() - NOT_A_PAGE - {"sign-in"})]
    agreement = address_of("agreement", cast)
    return [
        *plain,
        f"{agreement}?weergave=tabel&sorteer=termijn",
        f"{agreement}?thema=betaalbaarheid&zoek=inkomens",
        f"{agreement}?zoek=komtnietvoor",
        f"{reverse('agreements')}?zoek=komtnietvoor",
        reverse("commitment", args=[cast.agreement.commitments.order_by("document_id", "order")[3].public_id]),
        reverse("document", args=[cast.letter.public_id]),
    ]
