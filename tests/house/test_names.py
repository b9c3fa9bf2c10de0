"""One concept, one word, one language: identifiers are English; the words are those of GLOSSARY.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.house.source import ROOT, modules, name_of, tree

# Dutch words that code about Dutch documents slips into, beside those of the glossary.
MORE_DUTCH = set(
    "aantal afdeling afspraken alinea bedrag begin bestand bijlage blad bladzijde bladzijden datum eind getal "
    "getallen hoofdstuk huurder huurders inhoud jaar jaren koppen kwartaal lijst maand maanden naam namen "
    "ondertekening paragraaf partijen periode percentage pagina regel regels rij rijen soort stuk tekst titel "
    "uitkomst verwijzing vindplaats voetnoot waarde week weken wethouder woning woningen woord woorden zinnen".split()
)
# Also English, or a proper name of the field that has no translation.
BOTH = set("begin percentage week stoplicht".split())


def rows() -> list[tuple[str, str, str]]:
    """Return the first three columns of the glossary's tables: the Dutch term, the identifier, the English label."""
    cells = re.findall(
        r"^\|([^|]+)\|([^|]+)\|([^|]+)\|", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    return [row for row in cells if row[0].strip() not in {"Dutch", "---"}]


@cache
def dutch_words() -> frozenset[str]:
    """Return the words of the glossary's Dutch column that are not English words of its other columns."""
    dutch: set[str] = set()
    english: set[str] = set()
    for term, identifier, label in rows():
        dutch |= set(_words(re.sub(r"\([^)]*\)", "", term)))
        english |= set(_words(identifier)) | set(_words(label))
    return frozenset((dutch | MORE_DUTCH) - english - BOTH)


def _words(text: str) -> Iterator[str]:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    yield from (word for word in re.findall(r"[a-zà-ÿ]+", spaced.lower()) if len(word) > 3)


def identifiers(module: ast.Module) -> Iterator[str]:
    """Yield every name that a module gives: to functions, classes, arguments, variables and fields."""
    for node in ast.walk(module):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def dutch_in(module: ast.Module) -> set[str]:
    """Return the identifiers that hold a Dutch word."""
    return {name for name in identifiers(module) if set(_words(name.replace("_", " "))) & dutch_words()}


def test_identifiers_and_file_names_are_english() -> None:
    assert {name_of(path): found for path in modules() if (found := dutch_in(tree(path)))} == {}
    assert [name_of(path) for path in modules() if set(_words(path.stem.replace("_", " "))) & dutch_words()] == []


def test_the_word_check_sees_dutch_in_every_sort_of_name() -> None:
    sample = "class Woningcorporatie:\n def trekker(self, gemeente): bestand = self.afspraak = 1; commitment = 2"
    assert dutch_in(ast.parse(sample)) == {"Woningcorporatie", "trekker", "gemeente", "bestand", "afspraak"}


def test_the_word_check_leaves_english_alone() -> None:
    assert dutch_in(ast.parse("def hard_capacity(project, indicator, need, light): status = monitor = 1")) == set()


def glossary_identifiers() -> set[str]:
    """Return the class names that GLOSSARY.md promises."""
    return {name for _, cell, _ in rows() for name in re.findall(r"`([A-Z][a-z]\w+)", cell)}


def test_every_kind_of_record_is_named_in_the_glossary() -> None:
    models = [path for path in modules(ROOT / "src/samenspraak/apps") if path.name == "models.py"]
    records = {node.name for path in models for node in tree(path).body if _is_record(node)}
    assert records - glossary_identifiers() == set()


def _is_record(node: ast.stmt) -> bool:
    """Tell a Django model from its companions by its base class."""
    bases = {ast.unparse(base) for base in node.bases} if isinstance(node, ast.ClassDef) else set()
    return bool(bases & {"models.Model", "AbstractBaseUser", "AbstractUser"})
