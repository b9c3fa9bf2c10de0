"""Loads the knowledge that extraction is handed: municipalities and the classifier's weights."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from samenspraak.core.extraction.knowledge import ConfirmedOrganisation, Knowledge, Weights
from samenspraak.engines.knowledge.municipalities import municipalities

WEIGHTS_FILE = "commitment_weights.json"


def load_knowledge(organisations: tuple[ConfirmedOrganisation, ...] = ()) -> Knowledge:
    """Return what extraction knows beforehand; `organisations` are those a person confirmed earlier."""
    return Knowledge(municipalities(), organisations, _weights())


@cache
def _weights() -> Weights:
    text = files("samenspraak.engines.knowledge").joinpath("data", WEIGHTS_FILE).read_text(encoding="utf-8")
    content = json.loads(text)
    return Weights(content["bias"], content["features"])
