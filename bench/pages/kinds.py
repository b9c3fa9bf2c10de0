"""Every kind of page there is, filled in with what the first municipality of the country has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bench.country.people import ADMINISTRATOR, coordinator_of
from bench.country.places import places
from bench.pages import floor
from bench.pages.verdict import EVERYTHING
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.documents.models import Document
from samenspraak.apps.parties.models import Organisation, Person

# Not made from records: for who did not sign in, a picture, a file, a redirect, or what a form is sent to.
NOT_A_PAGE = {
    floor.NAME,
    *("sign-in", "page-picture", "original-file", "own-theme", "start", "sign-out", "set_language"),
    *("register-export", "report-draft-file", "report-edition-file", "evidence-file", "help-image"),
}
# What an address says beside of which record it is.
FIXED = {"kind": "monitor"}
# States of a page that ask the database for something else.
STATES = {
    "agreements": ("?zoek=wonen", "?bladzijde=2"),
    "search": ("?zoek=huurwoning",),
    "round": ("?weergave=bord",),
    "agreement": ("?weergave=tabel&sorteer=termijn", "?thema=betaalbaarheid", "?zoek=woningen", "?bladzijde=2"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its name, its address, and who visits it."""

    name: str
    address: str
    person: Person


def kinds() -> tuple[list[Kind], list[str]]:
    """Return the pages, and the names of those that could not be filled in."""
    coordinator = Person.objects.get(email=coordinator_of(places(1)[0].municipality.cbs_code))
    found: list[Kind] = []
    unknown: list[str] = []
    for pattern, route in _patterns(get_resolver().url_patterns, ""):
        name = str(pattern.name)
        arguments = _arguments(pattern, route)
        if name in NOT_A_PAGE:
            continue
        if arguments is None:
            unknown.append(name)
            continue
        address = reverse(name, kwargs=arguments)
        found += [Kind(name + state, address + state, coordinator) for state in ("", *STATES.get(name, ()))]
    administrator = Person.objects.get(email=ADMINISTRATOR)
    everything = [
        Kind(f"{kind.name} {EVERYTHING}", kind.address, administrator)
        for kind in found
        if kind.name.partition("?")[0] in {"agreements", "documents"}
    ]
    return [*found, *everything], unknown


def lowest() -> Kind:
    """Return the page that only asks who signed in."""
    coordinator = Person.objects.get(email=coordinator_of(places(1)[0].municipality.cbs_code))
    return Kind(floor.NAME, floor.ADDRESS, coordinator)


def _patterns(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[URLPattern, str]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns, before + str(pattern.pattern))
        else:
            yield pattern, before + str(pattern.pattern)


def _arguments(pattern: URLPattern, route: str) -> dict[str, object] | None:
    """Return what fills an address in: its first word tells of which record the number is."""
    wanted = set(pattern.pattern.converters) - set(FIXED)
    fixed: dict[str, object] = {name: FIXED[name] for name in pattern.pattern.converters if name in FIXED}
    if not wanted:
        return fixed
    record = _record(route)
    if record is None or len(wanted) != 1:
        return None
    name = wanted.pop()
    return {name: getattr(record, "public_id", record.pk)} | fixed


def _record(route: str) -> Model | None:
    """Return the record that the longest known beginning of an address tells of; None when there is none."""
    known = _records()
    beginnings = [beginning for beginning in known if route.startswith(f"{beginning}/")]
    return known[max(beginnings, key=len)] if beginnings else None


def _records() -> dict[str, Model]:
    cbs_code = places(1)[0].municipality.cbs_code
    agreement, before = Agreement.objects.filter(entered_for__cbs_code=cbs_code).order_by("-pk")[:2]
    proposal = before.commitments.filter(state=Commitment.State.PROPOSED).order_by("order")[0]
    opened = agreement.rounds.order_by("-first_day")[0]
    municipality = Organisation.objects.get(cbs_code=cbs_code)
    return {
        "afspraken": agreement,
        "afspraak": agreement.commitments.order_by("order")[3],
        "documenten": Document.objects.get(agreement_source__agreement=agreement),
        "nakijken": proposal.document,
        "nakijken/voorstel": proposal,
        "organisaties": municipality,
        "ronde": opened,
        "voortgang": opened.items.order_by("order")[0],
        "huisstijl": municipality,
    }
