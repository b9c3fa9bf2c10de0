from __future__ import annotations

from samenspraak.core.extraction.findings.repeated_text import findings
from tests.core.extraction.findings.material_of import material_of

SUBJECTS = (
    "ouderen jongeren arbeidsmigranten woonwagenbewoners gezinnen starters studenten mantelzorgers statushouders "
    "huurders kopers wachtenden"
).split()
PARAGRAPHS = [
    f"Voor {name} zoeken de corporaties in alle wijken van Waterhoven naar plekken waar zij goed kunnen wonen, "
    f"en zij bespreken met de gemeente en de huurders hoe dat voor {name} snel en betaalbaar kan worden gedaan."
    for name in SUBJECTS
]


def test_a_large_stretch_that_stands_twice_is_one_finding_with_both_places() -> None:
    part = "\n\n".join(PARAGRAPHS)
    between = "Hier staat iets heel anders, dat maar een keer voorkomt."
    text = f"{part}\n\n\f\n{between}\n\n\f\n{part}"
    (found,) = findings(material_of(text))
    assert found.message == "Een groot stuk tekst staat er twee keer: op bladzijde 1 en nog eens op bladzijde 3."
    first, again = (text[span.start : span.end] for span in found.spans)
    assert first == again == part


def test_a_chapter_that_was_partly_changed_is_one_finding_too() -> None:
    changed = [text if index % 5 else f"Nieuw: {text}" for index, text in enumerate(PARAGRAPHS)]
    text = "\n\n".join(PARAGRAPHS) + "\n\n\f\n" + "\n\n".join(changed)
    (found,) = findings(material_of(text))
    assert "twee keer, met verschillen: op bladzijde 1" in found.message


def test_a_few_paragraphs_that_stand_twice_are_none() -> None:
    text = "\n\n".join([*PARAGRAPHS, *PARAGRAPHS[:3]])
    assert list(findings(material_of(text))) == []


def test_a_monitor_repeats_the_commitments_that_it_follows() -> None:
    part = "\n\n".join(PARAGRAPHS)
    text = f"1. Afspraken\n\n{part}\n\n2. Monitor\n\nNr. Afspraak Trekker Prioriteit Voortgang\n\n{part}"
    assert list(findings(material_of(text))) == []
