"""How the names of organisations stand in Dutch agreement documents."""

from __future__ import annotations

import re

PARTICLE = r"(?:de|van|der|den|het|'t|op|aan|te)"
WORD = r"(?!Stichting\b|Vereniging\b|Huurders|Bewoners|Gemeente\b)[A-ZÀ-Ý][\w’'-]*"
NAME = rf"(?:(?:De|Het|'t) )?{WORD}(?: (?:{PARTICLE} )?{WORD}){{0,2}}"

# "de woningcorporaties A, B en C": one after the other.
ASSOCIATIONS = re.compile(
    rf"(?:[Ww]oningcorporaties|\b(?:de|beide|twee|onze) (?:woon)?corporaties) "
    rf"(?P<names>{NAME}(?:, {NAME})*,? en {NAME})(?=[\s,.;:)]|$)"
)
# Three ways in which an association is named: after the word for what it is, with its legal form, with "Wonen" in it.
AFTER_ITS_KIND = re.compile(rf"(?:[Cc]orporatie|[Tt]oegelaten instelling) (?P<name>{NAME})")
OF_A_FORM = re.compile(
    r"(?P<name>\b(?:Woningstichting|Woonstichting|Woningbouwvereniging|Bouwvereniging|Woningvereniging)"
    rf" {NAME})"
)
# "Woonanker Zuid" is an association, "Woonvisie Zuid" a document or a meeting.
WOON = (
    r"Woon(?!\w*(?:visie|deal|akkoord|agenda|plan|programma|bond|wagens?|monitor|nota|convenant|pact|onderzoek|beleid|"
    r"stichting|vereniging|corporatie|top|tafel|overleg|loket|fraude|overlast|lasten|ing)\b)[a-z]{2,}"
)
WITH_HOUSING = re.compile(rf"(?P<name>\b(?:{WORD} ){{1,2}}Wonen\b|\bWonen {WORD}|\b{WOON} {WORD})")
# "Stichting Wonen Zuid": with its legal form as well, one mention is enough.
FOUNDED_FOR_HOUSING = re.compile(rf"(?P<name>\b(?:Stichting|Vereniging) (?:Wonen {WORD}|{WOON} {WORD}|{WORD} Wonen\b))")
TENANTS_WORD = re.compile(r"\b(?:[Hh]uurder|[Bb]ewoner|HV\b|HBV\b)")
TENANTS = re.compile(
    r"\b(?P<name>(?:(?:Centrale|Stichting|Vereniging|Algemene|Regionale|Samenwerkende|Gezamenlijke) )?"
    r"(?:Huurders?(?: [Bb]elangen [Vv]ereniging|vereniging|raad|organisatie|belang(?:en(?:vereniging|organisatie)?)?|"
    r"koepel|platform|overleg|federatie|advies|collectief)|"
    r"Bewoners(?:raad|kern|platform|vereniging|koepel|advies|collectief)|HV|HBV)\b"
    rf"(?:(?: (?:van|de|der|het|en))* {NAME}(?: van (?:de |het )?{WORD})?)?)"
)
GENERIC_TENANTS = re.compile(
    r"^(?:huurders?|huurdersorganisaties?|huurdersvereniging(?:en)?|bewonersraad|"
    r"huurdersraad|huurderskoepel|huurdersplatform|bewonersplatform|"
    r"huurdersoverleg|huurdersbelang(?:en)?|hbv|hv)$",
    re.IGNORECASE,
)
# One name in a list of parties, perhaps after the word for what it is.
ANY_WORD = r"[A-ZÀ-Ý][\w’'-]*"
LISTED = re.compile(
    r"^(?:(?:de|het|en|stichting|[Ww]ooncorporatie|[Ww]oningcorporatie|[Cc]orporatie|huurdersorganisatie) )*"
    rf"(?P<name>(?:(?:Stichting|Vereniging) )?(?:(?:De|Het|'t) )?{ANY_WORD}(?: (?:{PARTICLE} |en )?{ANY_WORD}){{0,4}})"
)
SEPARATOR = re.compile(r"\s*(?:,|\||/|\ben\b|;)\s*")
# "De heer J. Jansen / Woonpunt / Bestuurder": the line before the function of a director. This and the next pattern are
# looked for in a text that begins with a line break: a pattern that begins with a character is found many times faster.
BOARD = re.compile(rf"\n(?P<name>{NAME})\n+(?:[Dd]irecteur-?\s?)?[Bb]estuurder")
DOER = re.compile(
    rf"[.;:•\n] ?(?P<name>{WORD}(?: {WORD}){{0,2}}) (?:bouwt|realiseert|onderzoekt|"
    r"stelt|zet|voert|biedt|investeert|verduurzaamt|renoveert|"
    r"start|maakt|draagt|neemt|werkt|levert|presenteert|verhuurt|voegt|organiseert|"
    r"verkoopt|sloopt|isoleert|plaatst|wijst|zorgt|brengt|geeft|huisvest)\b"
)
ABBREVIATED = re.compile(r"\((?:hierna(?: te noemen)?:? ?)?(?P<short>[A-Z][A-Za-z]{1,6})\)")
# "Huurdersorganisatie De Poort" is mostly called "De Poort".
TENANTS_KIND = re.compile(
    r"^(?:(?:Stichting|Vereniging) )?(?:(?:Huurders|Bewoners)\w*|HBV|HV)\s+(?:van\s+)?(?=[A-ZÀ-Ý])"
)
LEGAL_FORM = re.compile(
    r"^(?:Stichting|Woningstichting|Woonstichting|Woningbouwvereniging|Wooncorporatie|Woningcorporatie|Vereniging) "
)
NOT_A_NAME = re.compile(
    r"^(?:De|Het|Een|In|Op|Bij|Voor|Met|Van|Deze|Ook|Zij|Hij|Wij|We|Dit|Daar|Als|"
    r"Wanneer|Om|Zo|Er|Nationale|Regionale|Goed(?! Wonen)|Samen|Partijen|"
    r"Gemeenten?|Corporaties?|Woningcorporaties?|Huurders\w*|Iedere|Elke|Alle|Beide|"
    r"Sociaal|Sociale|Betaalbaar|Prettig|Passend|Zelfstandig|"
    r"Volkshuisvesting|Rijk|Aedes|Woonbond|VNG|Bestuurlijk|Overleg|Ambtelijk|Anders|"
    r"Tijdelijk|Duurzaam|Langer|Beter Wonen En|Begeleid|Beschermd|"
    r"Thema|Hoofdstuk|Regio|Visie|Wethouder|Structuurvisie|Keurmerk|Politiekeurmerk|"
    r"Langdurig|Gezond|Toekomst\w*|Huren|Holland|Provincie|"
    r"Raads\w+|Prestatie\w*|Jaarschijf|Jaarafspraken|Kader\w*|Monitor|Woon(?:akkoord|deal|afspraken)|Meerjarig\w*|Leeswijzer|Inleiding|Voorwoord|Inhoud\w*|Samenvatting|Colofon|Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|Verslag|"
    r"Minister\w*|College|Raad|Woonvisie|Afspraken|Pact|Convenant|Jaarlijks|Bewoners|"
    r"Uitgangspunt|Nieuwbouw|Daarnaast|Hierbij|Hiermee|Waar|Dat|"
    r"Dhr|Mevr|Mw|Vooraf|Programma|Project|Artikel|Bijlage|Tabel|Pagina|Woonwagen\w*|"
    r"Totaal|Subtotaal|Gemiddeld|"
    r"Starters|Jongeren|Ouderen|Zorg|Welzijn|Onderzoek|Doel)(?:$|[ .,])"
)
BARE_FORM = re.compile(r"Stichting|Woningstichting|Woonstichting|Woningbouwvereniging|Vereniging|Coöperatie")
ARTICLE = re.compile(r"^(?:De|Het|'t|’t) (?=[A-ZÀ-Ý])")


def is_name(words: str) -> bool:
    """Say whether capitalised words may be a name; "De Kade" may, "De Minister" and a bare "De" may not."""
    return not (BARE_FORM.fullmatch(words) or NOT_A_NAME.match(ARTICLE.sub("", words)))
