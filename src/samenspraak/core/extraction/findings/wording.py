"""How commitments are worded: what delivers something, what goes on, what only strives, what can be shown."""

from __future__ import annotations

import re

from samenspraak.core.vocabulary.sentences import sentences_in

WHO = r"(?:\b(?i:we|wij|zij|partijen|corporaties|gemeenten?|\w*organisaties)|\b[A-Z][\w’-]+)"
SUBJECT = rf"{WHO}(?: (?:samen|gezamenlijk|ook|daarom))?"
END = r"(?=[.,;)]|$| (?:en|waarin|waarmee|om|over|voor)\b)"  # of a clause: there stands the rest of a divided verb
EXAMINE = r"(?:onderzoeken|verkennen|evalueren|inventariseren)"
# What is finished one day (a plan, a study, a list) asks for a day.
DELIVERS = re.compile(
    rf"\b(?:onderzoekt|verkent|evalueert|inventariseert)\b|{SUBJECT} {EXAMINE}\b|\b{EXAMINE} {SUBJECT}\b|"
    rf"\bstel(?:t|len) (?:\S+ ){{1,14}}(?:op|vast){END}|\bwerk(?:t|en) (?:\S+ ){{1,14}}uit{END}|"
    r"\bbreng(?:t|en) (?:\S+ ){1,14}in (?:kaart|beeld)\b|"
    r"\b(?:wordt|worden) (?:\S+ ){0,10}(?:opgesteld|vastgesteld|uitgewerkt|onderzocht|geïnventariseerd|ingericht|"
    r"opgericht)\b|"
    r"\bmaa?k(?:t|en) (?:\S+ ){0,6}\w*(?:plan|visie|lijst|inventarisatie|overzicht|werkwijze)\b"
)
# What goes on, or begins with a case or a moment that the text names, needs no day.
GOES_ON = re.compile(
    r"\b(?:jaarlijks\w*|(?:elk|ieder)\w* (?:jaar|kwartaal|maand|week)|per (?!direct)\w+|periodiek\w*|doorlopend\w*|"
    r"continu\w*|blijven|blijft|voortdurend|structureel|regelmatig|halfjaarlijks|maandelijks|wanneer|indien|zodra|"
    r"als er|zolang|bij (?:nieuwbouw|renovatie|mutatie|elke?|iedere?|sloop|dreigende|een|eventuele)|voor elke?|"
    r"waar (?:mogelijk|nodig|gewenst)|(?:gedurende )?de looptijd|komende jaren|vanaf|20\d\d)\b",
    re.IGNORECASE,
)
STRIVES = re.compile(
    r"\b(?:streven|streeft|aandacht|oog voor|oog hebben|belang|zoveel mogelijk|zo veel mogelijk|waar mogelijk|"
    r"span(?:t|nen) (?:\w+ ){0,3}(?:zich|ons)|zet(?:ten)? (?:\S+ ){0,4}in (?:op|voor)|bevorder(?:t|en)|"
    r"stimule(?:ert|ren)|dra(?:gen|agt) (?:\S+ ){0,4}bij|probe(?:ren|ert)|willen? graag|trachten|beogen)\b",
    re.IGNORECASE,
)
# The endings of words for something that can be shown afterwards.
SHOWN = re.compile(
    r"(?:plan|plannen|onderzoek|onderzoeken|overzicht|overzichten|rapportages?|monitor|monitoring|overleg|overleggen|"
    r"visies?|verordening|verordeningen|convenant|convenanten|overeenkomst|overeenkomsten|lijst|lijsten|evaluaties?|"
    r"werkwijzen?|protocol|protocollen|contract|contracten|loket|loketten|regeling|regelingen|tafels?|pilots?|beleid|"
    r"afspraken|campagnes?|coach|coaches|budget|budgetten|subsidies?|fonds|fondsen|woningen|appartementen|locaties?|"
    r"werkgroep|werkgroepen|schouw|schouwen|training|trainingen|spreekuren?|spreekuur|aanpak|voorstel|voorstellen|"
    r"keurmerk|voorlichting)\b",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"\b(?:wordt|worden)\b", re.IGNORECASE)
# "een lijst met plekken waar gebouwd kan worden": from here to the next comma runs a clause inside the sentence.
SUBORDINATE = re.compile(r"\b(?:waar\w*|die|dat|zodat|omdat|wanneer|indien|als|of|hoe|welke?)\b[^,;:]*$", re.IGNORECASE)
AGENT = re.compile(r"\bdoor (?:de |het |een )?[^\W\d_]+|\b(?:samen met|in samenwerking met)\b", re.IGNORECASE)


def first_sentence(text: str) -> str:
    """Return the sentence with which a statement begins."""
    found = sentences_in(text)
    return found[0].text if found else text


def delivers(text: str) -> bool:
    """Say whether a statement promises something that is finished one day."""
    return bool(DELIVERS.search(first_sentence(text)))


def goes_on(text: str) -> bool:
    """Say whether a statement is about what goes on, or names the case or year in which it holds."""
    return bool(GOES_ON.search(text))


def is_vague(text: str) -> bool:
    """Say whether a statement only strives, and names nothing that can be shown afterwards."""
    return bool(STRIVES.search(text)) and not SHOWN.search(text) and not DELIVERS.search(text)


def leaves_doer_out(text: str) -> bool:
    """Say whether a statement is in the passive voice and names nobody by whom it is done."""
    sentence = first_sentence(text)
    passive = any(not SUBORDINATE.search(sentence[: found.start()]) for found in PASSIVE.finditer(sentence))
    return passive and not AGENT.search(sentence)
