"""Dutch first, English at the touch of a button, and not one sentence left behind."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import text_of

PACKAGE = Path(settings.LOCALE_PATHS[0]).parents[2]
CATALOGUES = [Path(room) / "en" / "LC_MESSAGES" / "django.po" for room in settings.LOCALE_PATHS]
MARKERS = {"_", "gettext", "gettext_lazy", "ngettext", "npgettext"}


@cache
def english(catalogue: Path) -> gettext.GNUTranslations:
    """Return a catalogue as the pages use it: the compiled one."""
    with catalogue.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def in_templates() -> Iterator[str]:
    """Yield every sentence that a template marks for translation."""
    for path in sorted(PACKAGE.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        yield from (sentence for _quote, sentence in re.findall(r"{% translate ([\"'])(.*?)\1", text))
        for opening, body in re.findall(r"{% blocktranslate(.*?)%}(.*?){% endblocktranslate", text, re.DOTALL):
            sentence = re.sub(r"{{ (\w+) }}", r"%(\1)s", body.split("{% plural %}")[0])
            yield " ".join(sentence.split()) if "trimmed" in opening else sentence


def in_code() -> Iterator[str]:
    """Yield every sentence that the code marks for translation."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" in path.parts or not {"apps", "web", "config"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKERS:
                first = node.args[1 if getattr(node.func, "id", "") == "npgettext" else 0]
                if isinstance(first, ast.Constant):
                    yield str(first.value)


def known() -> set[str]:
    """Return every Dutch sentence with an English one; plural and context are parts of a key."""
    found = (key for catalogue in CATALOGUES for key in english(catalogue)._catalog)  # type: ignore[attr-defined]
    keys = (key[0] if isinstance(key, tuple) else key for key in found)
    return {key.split("\x04")[-1] for key in keys}


@pytest.mark.parametrize("sentences", [in_templates, in_code], ids=["templates", "code"])
def test_every_sentence_has_an_english_one(sentences: Callable[[], Iterator[str]]) -> None:
    found = set(sentences())
    assert len(found) > 50
    assert found - known() == set()


ENTRY = re.compile(r'^(?:msgctxt "(.+)"\n)?msgid "(.+)"\nmsgstr "(.+)"$', re.MULTILINE)


def unquoted(text: str) -> str:
    """Return a sentence of the readable catalogue as it is meant."""
    return str(ast.literal_eval(f'"{text}"'))


def room_of(catalogue: Path) -> str:
    """Return the room that a catalogue is for."""
    return catalogue.parents[2].name


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=room_of)
def test_the_compiled_catalogue_is_that_of_the_readable_one(catalogue: Path) -> None:
    entries = ENTRY.findall(catalogue.read_text(encoding="utf-8"))
    assert entries
    for context, dutch, text in entries:
        compiled = english(catalogue)
        say = compiled.gettext if not context else partial(compiled.pgettext, context)
        assert say(unquoted(dutch)) == unquoted(text)


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=room_of)
def test_no_translation_is_empty_or_a_guess(catalogue: Path) -> None:
    text = catalogue.read_text(encoding="utf-8")
    assert "#, fuzzy" not in text
    # An empty sentence ends the file or is followed by an empty line; the first entry is the head.
    assert re.findall(r'^msgid "(.+)"\nmsgstr ""\n(?:\n|\Z)', text, re.MULTILINE) == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=room_of)
def test_placeholders_are_the_same_in_both_languages(catalogue: Path) -> None:
    entries = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', catalogue.read_text(encoding="utf-8"), re.MULTILINE)
    holes = re.compile(r"%\(\w+\)s")
    assert [dutch for dutch, text in entries if set(holes.findall(dutch)) != set(holes.findall(text))] == []


def test_dutch_comes_first_whatever_the_browser_says(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    words = text_of(signed_in(cast.noor).get("/afspraken/", headers={"Accept-Language": "en"}).content)
    assert "Wat gemeente, woningcorporaties en huurdersorganisaties samen hebben afgesproken" in words


def test_the_switch_changes_the_language_and_returns_to_the_page(
    cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    browser = signed_in(cast.noor)
    address = f"/afspraken/{cast.agreement.public_id}/?thema=betaalbaarheid"
    response = browser.post("/taal/", {"language": "en", "next": address})
    assert response["Location"] == address
    words = text_of(browser.get(address).content)
    assert "2 of 8 commitments" in words
    assert "Multi-year performance agreement" in words
    assert "Affordability" in words
    browser.post("/taal/", {"language": "nl", "next": "/"})
    assert "2 van de 8 afspraken" in text_of(browser.get(address).content)


def test_the_switch_works_before_signing_in_and_never_leads_elsewhere(db: None, client: Client) -> None:
    response = client.post("/taal/", {"language": "en", "next": "https://elders.example/"})
    assert response["Location"] == "/"
    assert "Sign in" in text_of(client.get("/aanmelden/").content)


def test_the_switch_names_the_other_language_in_that_language(db: None, client: Client) -> None:
    assert 'lang="en">' in client.get("/aanmelden/").content.decode()
