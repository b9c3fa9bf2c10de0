"""Dutch sentences written for these tests, rich in the letters that fonts draw as one sign."""

from __future__ import annotations

SENTENCES = """
De gemeente en beide corporaties zetten zich actief in voor betaalbare woningen in alle wijken.
Partijen stellen de realisatie van vijftig tijdelijke woningen uit tot na de evaluatie.
De afspraak geldt voor de totale looptijd en wordt elk najaar opnieuw getoetst in het bestuurlijk overleg.
Wie een huurachterstand heeft, krijgt binnen twee weken een uitnodiging voor een gesprek.
De huurdersorganisatie brengt schriftelijk advies uit over de inkomensafhankelijke huurverhoging.
Woningen met een slecht energielabel worden uiterlijk in het laatste jaar van deze periode verbeterd.
De leefbaarheid in het centrum blijft een punt van aandacht voor de wethouder.
Bij uitgifte van gemeentelijke kavels geldt een minimaal aandeel sociale huur.
De officiële start van de bouw is voorzien op de eerste dinsdag van oktober.
Een efficiënte aanpak vraagt om korte lijnen en een vaste contactpersoon.
Het effect van de maatregel op de doorstroming wordt ieder kwartaal gemeten.
De aftoppingsgrens bepaalt welke woningen passend worden toegewezen aan kleine huishoudens.
Regenwater wordt afgekoppeld; voor het afkoppelen van daken stelt de gemeente subsidie beschikbaar.
Wij schatten dat er behoefte is aan vierhonderd extra appartementen voor ouderen.
De stichting en de gemeente wisselen informatie uit over wettelijke verplichtingen.
Ontwikkelaars bieden na afloop van de procedure een definitief ontwerp aan.
Een projectgroep beschrijft de kwetsbare plekken en stelt oplossingsrichtingen voor.
De coöperatie investeert in isolatie, ventilatie en zonnepanelen op platte daken.
Zittende huurders krijgen voorrang wanneer zij een grote woning achterlaten.
Bewoners letten op elkaar; ontmoeting in de buurt houdt mensen langer zelfstandig.
De afhandeling van klachten duurt nooit langer dan vijf werkdagen.
Statiegeld en afval leiden op het plein tot overlast; de afvalstoffenheffing blijft gelijk.
De identiteit van de wijk wordt versterkt door kunst, groen en prettige routes.
De bestuurder geeft in een brief uitleg over de financiële positie en de risico's.
Particuliere verhuurders ontvangen een waarschuwing voordat er een boete volgt.
De fractie vroeg om een motie over de fietsenstalling bij het station.
Het profiel van de nieuwe adviseur is vastgesteld door de commissie.
Huisvesting van statushouders vindt plaats in overleg met de afdeling sociale zaken.
De betrokken instanties stemmen hun activiteiten af en delen statistieken.
Flexibele contracten bieden starters een kans om snel een woning te vinden.
Op initiatief van de bewoners komt er een gezamenlijke moestuin achter de flat.
Een afbouw van het aantal leegstaande panden is haalbaar als eigenaren meewerken.
De capaciteit van de werkplaats is beperkt, daarom geldt een prioriteitenlijst.
Conflicten worden opgelost met behulp van een onafhankelijke bemiddelaar.
Vroegtijdig contact voorkomt dat problemen onnodig groot worden.
De inschrijftijd telt mee, maar urgente gevallen gaan altijd voor.
Zij streeft naar een evenwichtige verdeling over de vijf kernen van de gemeente.
Het ambtelijk overleg beoordeelt tweemaal per jaar de kwantitatieve voortgang.
De verwachting is dat de motivatie van deelnemers toeneemt door persoonlijke aandacht.
Men beoogt de kwaliteit te verhogen zonder dat de kosten voor huurders stijgen.
De corporatie treft voorzieningen tegen hittestress en vochtproblemen.
Na de inspectie bleek dat de fundering van zeven blokken hersteld moet worden.
Elke partij benoemt een vertegenwoordiger voor de stuurgroep en de klankbordgroep.
De selectie van locaties gebeurt op basis van objectieve criteria.
Het gesprek over grondprijzen start voor de zomer en eindigt uiterlijk in november.
Op termijn vervallen de tijdelijke contracten; betreft het een gezin, dan geldt maatwerk.
Tien procent van het budget is bestemd voor kleinschalige initiatieven.
De richtlijn schrijft voor dat gegevens alleen met toestemming gedeeld mogen worden.
Schuldhulpverlening en vroegsignalering vormen samen het fundament van de aanpak.
Schaft de provincie de regeling af, dan treden partijen opnieuw in overleg.
""".strip().splitlines()
