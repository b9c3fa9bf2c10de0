"""Every address of the workspace, filled in for the cast, so that a test can walk them all.

Which addresses there are, and with what they are filled in, stands in the rights matrix (tests/web/rights).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.cast import Cast
from tests.web.rights.matrix import MATRIX


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
    """Return an address with what the cast has: it fails for an address without a row in the matrix."""
    return reverse(name, args=MATRIX[name].arguments(cast))


def page_addresses(cast: Cast) -> list[str]:
    """Return the addresses of all pages for somebody who signed in, with the states that differ most."""
    plain = [address_of(name, cast) for name in sorted(names()) if MATRIX[name].is_page]
    agreement = address_of("agreement", cast)
    return [
        *plain,
        f"{agreement}?weergave=tabel&sorteer=termijn",
        f"{address_of('selection-change', cast)}?kies={cast.first.public_id}",
        f"{agreement}?thema=betaalbaarheid&zoek=inkomens",
        f"{agreement}?zoek=komtnietvoor",
        f"{reverse('agreements')}?zoek=komtnietvoor",
        f"{reverse('search')}?zoek=woningen",
        f"{reverse('search')}?zoek=komtnietvoor&thema=betaalbaarheid",
        reverse("commitment", args=[cast.agreement.commitments.order_by("document_id", "order")[3].public_id]),
        reverse("document", args=[cast.letter.public_id]),
        f"{address_of('round', cast)}?weergave=bord",
        f"{address_of('round', cast)}?toon=verschil&thema=beschikbaarheid",
    ]
