"""Loading the example through the same actions and the same import as everything else; a second time adds nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.parties.actions import add_member, add_organisation, confirm_organisation, register_person
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.apps.parties.queries import find_person, organisation_named
from samenspraak.config.cli.errors import NoExample
from samenspraak.config.cli.example_monitoring import ExampleMonitor, load_monitor
from samenspraak.config.cli.importing import Outcome, import_files
from samenspraak.config.cli.screen import warn
from samenspraak.core.errors import SamenspraakError

Read = TypeVar("Read", bound=BaseModel)
FOLDER = Path(__file__).resolve().parents[2] / "example"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExampleOrganisation(_Part):
    """An organisation that people of the example belong to, or that its documents name."""

    key: str
    kind: Organisation.Kind
    name: str
    other_names: tuple[str, ...] = ()
    cbs_code: str = ""


class ExamplePerson(_Part):
    """Somebody who can sign in; the password is printed for everybody to read."""

    email: str
    name: str
    password: str
    introduction: str = ""
    is_administrator: bool = False
    organisation: str = ""
    role: Membership.Role = Membership.Role.READER


class ExampleAgreement(_Part):
    """Files that belong together: the first makes the agreement, the others are added to it."""

    key: str
    brought_in_by: str
    files: tuple[str, ...]
    for_review: bool = False  # left to be checked, so that a new user can try


class Example(_Part):
    """Everything that example.json says."""

    organisations: tuple[ExampleOrganisation, ...]
    people: tuple[ExamplePerson, ...]
    agreements: tuple[ExampleAgreement, ...]
    monitor: ExampleMonitor | None = None  # read from a file of its own


def read_example(folder: Path = FOLDER) -> Example:
    """Return what example.json says, and monitor.json beside it if it is there; raises NoExample."""
    example = _read(Example, folder / "example.json")
    monitor = folder / "monitor.json"
    return example.model_copy(update={"monitor": _read(ExampleMonitor, monitor)}) if monitor.exists() else example


def _read(kind: type[Read], path: Path) -> Read:
    try:
        return kind.model_validate_json(path.read_bytes())
    except OSError:
        raise NoExample("Het voorbeeld ontbreekt in deze installatie. Installeer Samenspraak opnieuw.") from None
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(part) for part in fault["loc"])
        raise NoExample(f"Het voorbeeld klopt niet: {fault['msg']}.", where=f"{path.name} {place}") from None


def load_example(example: Example, folder: Path = FOLDER) -> list[Outcome]:
    """Add what is not there yet; returns what came of each file, in the order of the example."""
    administrator = _administrator(example)
    organisations = {one.key: _organisation(one, administrator) for one in example.organisations}
    people = {one.email: _person(one, organisations, administrator) for one in example.people}
    outcomes = {one.key: _import(one, by=people[one.brought_in_by], folder=folder) for one in example.agreements}
    if example.monitor is not None:
        made = {key: found[0].imported for key, found in outcomes.items() if found}
        agreements = {key: imported.agreement for key, imported in made.items() if imported is not None}
        _tell_monitor(example.monitor, agreements, people)
    return [outcome for found in outcomes.values() for outcome in found]


def _tell_monitor(monitor: ExampleMonitor, agreements: dict[str, Agreement], people: dict[str, Person]) -> None:
    """Add the rounds and targets, unless people changed what they are about since it was loaded."""
    try:
        load_monitor(monitor, agreements, people)
    except (SamenspraakError, LookupError):
        warn("De ronde van het voorbeeld past niet meer op het register; zij is niet toegevoegd.")


def _administrator(example: Example) -> Person:
    first = next((person for person in example.people if person.is_administrator), None)
    if first is None:
        raise NoExample("Het voorbeeld heeft geen beheerder.")
    return find_person(first.email) or register_person(
        email=first.email, name=first.name, password=first.password, by=None, is_administrator=True
    )


def _organisation(wanted: ExampleOrganisation, by: Person) -> Organisation:
    organisation = organisation_named(wanted.name, wanted.kind) or add_organisation(
        kind=wanted.kind, name=wanted.name, cbs_code=wanted.cbs_code, by=by
    )
    if not organisation.is_confirmed:
        confirm_organisation(organisation=organisation, by=by, other_names=wanted.other_names)
    return organisation


def _person(wanted: ExamplePerson, organisations: dict[str, Organisation], by: Person) -> Person:
    person = find_person(wanted.email)
    if person is not None and (not wanted.organisation or person.memberships.exists()):
        return person
    person = person or register_person(email=wanted.email, name=wanted.name, password=wanted.password, by=by)
    if wanted.organisation:
        add_member(person=person, organisation=organisations[wanted.organisation], role=wanted.role, by=by)
    return person


def _import(wanted: ExampleAgreement, *, by: Person, folder: Path) -> list[Outcome]:
    paths = [folder / name for name in wanted.files]
    first = next(iter(import_files(paths[:1], by=by, for_review=wanted.for_review)), None)
    if first is None or first.imported is None or len(paths) == 1:
        return [] if first is None else [first]
    return [first, *import_files(paths[1:], by=by, into=first.imported.agreement)]
