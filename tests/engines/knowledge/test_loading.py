"""What extraction knows beforehand, as it is shipped."""

from __future__ import annotations

import json
import re
from importlib.resources import files

from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.knowledge import ConfirmedOrganisation, OrganisationKind
from samenspraak.core.extraction.language import VERBS, features_of
from samenspraak.core.extraction.sentence_features import PHRASES, WORDS
from samenspraak.engines.knowledge.loading import WEIGHTS_FILE, load_knowledge

WEIGHTS = load_knowledge().weights
SIDES = {"gemeente", "corporaties", "huurdersorganisaties", "partijen"}
OTHERS = set(
    "party in front|party after the verb|party far on|party only mentioned|no party|they act|others act|"
    "very short|very long|does: something else|does: some verb".split("|")
)
KNOWN = {*WORDS, *PHRASES, *OTHERS, *(f"does: {group}" for group in VERBS), *(f"acts: {side}" for side in SIDES)}


def test_the_weights_are_the_readable_file_that_is_shipped() -> None:
    text = files("samenspraak.engines.knowledge").joinpath("data", WEIGHTS_FILE).read_text(encoding="utf-8")
    content = json.loads(text)
    assert (WEIGHTS.bias, dict(WEIGHTS.features)) == (content["bias"], content["features"])
    assert list(content["features"]) == sorted(content["features"])


def test_every_weight_belongs_to_a_feature_that_a_reader_can_check() -> None:
    assert {name.removeprefix("then ") for name in WEIGHTS.features} <= KNOWN


def test_no_weight_is_a_name_or_a_word_of_a_document() -> None:
    assert [name for name in WEIGHTS.features if re.search(r"[A-ZÀ-Ý0-9]", name)] == []


def test_the_weights_tell_a_promise_from_a_fact() -> None:
    actors = Actors(Cast())
    promise = features_of("De gemeente bouwt dertig woningen.", actors)
    fact = features_of("De wachttijd was zeven jaar.", actors)
    assert sum(WEIGHTS.features.get(name, 0) for name in promise) > sum(WEIGHTS.features.get(name, 0) for name in fact)


def test_confirmed_organisations_are_handed_on_and_the_rest_is_the_same() -> None:
    known = (ConfirmedOrganisation("Rietveld Wonen", OrganisationKind.HOUSING_ASSOCIATION),)
    assert load_knowledge(known).organisations == known
    assert load_knowledge(known).municipalities == load_knowledge().municipalities
    assert load_knowledge().organisations == ()
