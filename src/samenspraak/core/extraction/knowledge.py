"""What extraction knows beforehand; handed in, because the core reads no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from samenspraak.core.vocabulary.municipality import Municipality


class OrganisationKind(StrEnum):
    """The sides of the table, as far as a name in a document can tell."""

    MUNICIPALITY = "municipality"
    HOUSING_ASSOCIATION = "housing_association"
    TENANTS_ORGANISATION = "tenants_organisation"


@dataclass(frozen=True, slots=True)
class ConfirmedOrganisation:
    """An organisation that a person confirmed before; its name is recognised in every next document."""

    name: str
    kind: OrganisationKind


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: log-odds that a statement is a commitment = bias + sum of weight x feature."""

    bias: float = 0.0
    features: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything extraction may know besides the document itself."""

    municipalities: tuple[Municipality, ...] = ()
    organisations: tuple[ConfirmedOrganisation, ...] = ()
    weights: Weights = field(default_factory=Weights)
