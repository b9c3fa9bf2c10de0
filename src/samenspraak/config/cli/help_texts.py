"""What `--help` says, in plain words; one Dutch and one English text per command."""

from __future__ import annotations

DUTCH = {
    "": """\
Samenspraak leest prestatieafspraken en houdt bij wat er is afgesproken.

Gebruik: samenspraak OPDRACHT ...

Opdrachten
  extract BESTAND...       lees documenten en laat zien welke afspraken erin staan; bewaart niets
  import BESTAND...        lees documenten en zet hun afspraken in het register
  serve                    start Samenspraak voor de browser
  worker                   lees op de achtergrond wat in de wachtrij staat
  demo                     laad het voorbeeld: een verzonnen gemeente met haar partners
  migrate                  maak de database klaar, of breng haar bij na een nieuwe versie
  reindex                  maak het zoekregister opnieuw, of controleer het
  administrator E-MAIL     voeg een beheerder toe
  confirm NAAM --kind SOORT
                           bevestig een organisatie, zodat documenten haar herkennen
  report VERSLAG           schrijf een verslag van een ronde als Word, ODT, PDF of HTML
  figures compute BEZIT    reken kengetallen uit bestanden met bezit en toewijzingen; bewaart niets

Meer over een opdracht:    samenspraak OPDRACHT --help
Welke versie:              samenspraak --version
In het Engels:             SAMENSPRAAK_LANG=en samenspraak --help
""",
    "extract": """\
Lees documenten en laat zien welke afspraken erin staan. Er wordt niets bewaard.

Gebruik: samenspraak extract BESTAND... [--format json|table] [--output MAP] [--processes AANTAL]

  BESTAND              PDF, DOCX, ODT, HTML, tekst of een scan; de inhoud telt, niet de extensie
  --format json        volledig, voor andere programma's (standaard); bij meer bestanden één regel per bestand
  --format table       een overzicht om te lezen
  --output MAP         schrijf per bestand een bestand in deze map, in plaats van op het scherm
  --processes AANTAL   hoeveel bestanden tegelijk (standaard: één per processorkern)

Wat niet gelezen kan worden, staat als één zin op de foutuitvoer; de andere bestanden gaan door en de
opdracht eindigt met 2. Een document zonder afspraken is geen fout.
""",
    "import": """\
Lees documenten en zet hun afspraken in het register.

Gebruik: samenspraak import BESTAND... [--agreement NUMMER] [--as E-MAIL] [--review] [--processes AANTAL]

  BESTAND              PDF, DOCX, ODT, HTML, tekst of een scan
  --agreement NUMMER   voeg toe aan bestaande prestatieafspraken; het nummer staat in het adres van hun pagina
  --as E-MAIL          namens wie (standaard: de enige beheerder)
  --review             zet de afspraken klaar om in de browser na te kijken (standaard: u staat ervoor in)
  --processes AANTAL   hoeveel bestanden tegelijk (standaard: één per processorkern)

Hetzelfde bestand nog een keer verandert niets. Van een bestand komt alles in het register, of niets.
""",
    "serve": """\
Start Samenspraak voor de browser.

Gebruik: samenspraak serve [--address ADRES:POORT] [--port POORT] [--workers AANTAL] [--no-worker]

  --address ADRES:POORT   waar het te bereiken is (standaard: 127.0.0.1:8000, alleen op deze machine)
  --port POORT            alleen een andere poort
  --workers AANTAL        hoeveel processen (standaard: 1; meer vraagt om PostgreSQL)
  --no-worker             lees hier geen documenten: dat doet een samenspraak worker, hier of elders

Stoppen: Ctrl-C.
""",
    "worker": """\
Lees op de achtergrond wat in de wachtrij staat. Blijft draaien; er mogen er meer naast elkaar draaien.

Gebruik: samenspraak worker

Stoppen: Ctrl-C. Wat dan half gelezen is, pakt een volgende binnen een minuut op.
""",
    "demo": """\
Laad het voorbeeld: een verzonnen gemeente met twee corporaties, hun huurdersorganisaties en hun documenten.
Nog een keer laden verandert niets.

Gebruik: samenspraak demo
""",
    "migrate": """\
Maak de database klaar voor gebruik, of breng haar bij na een nieuwe versie.

Gebruik: samenspraak migrate
""",
    "reindex": """\
Maak het zoekregister opnieuw uit de afspraken en de documenten. Ondertussen blijft alles te vinden.
Nodig is het zelden: het register werkt zichzelf bij.

Gebruik: samenspraak reindex [--check]

  --check              kijk alleen of het klopt; eindigt met 2 als dat niet zo is
""",
    "administrator": """\
Voeg een beheerder toe: iemand die alle prestatieafspraken van deze installatie ziet.

Gebruik: samenspraak administrator E-MAIL [--name NAAM]

Het wachtwoord wordt gevraagd. Zonder toetsenbord leest de opdracht het van de standaardinvoer.
""",
    "confirm": """\
Bevestig een organisatie. Vanaf dan herkennen documenten haar, ook documenten die er al staan.

Gebruik: samenspraak confirm NAAM --kind SOORT [--also ANDERE-NAAM]... [--as E-MAIL]

  --kind SOORT         municipality (gemeente), housing_association (woningcorporatie),
                       tenants_organisation (huurdersorganisatie), province (provincie), region (regio) of other
  --also ANDERE-NAAM   een andere naam waaronder zij in documenten staat; mag vaker
  --as E-MAIL          namens wie (standaard: de enige beheerder)
""",
    "report": """\
Schrijf een verslag van een ronde als bestand.

Gebruik: samenspraak report VERSLAG --agreement NUMMER [--round JAAR-NUMMER] [--format SOORT] [--output BESTAND]
         samenspraak report account --organisation NAAM --year JAAR [--format SOORT] [--output BESTAND]

  VERSLAG              monitor, council-letter (brief aan de raad), year-slice (jaarafspraken om te ondertekenen),
                       evaluation (evaluatie van het jaar), newsletter (bladzijde voor huurders),
                       progress (voortgangsbericht van een regionaal akkoord) of account (verantwoording van een
                       organisatie over al haar afspraken)
  --agreement NUMMER   het nummer van de prestatieafspraken, uit het adres van hun bladzijde
  --organisation NAAM  wiens verantwoording
  --year JAAR          over welk jaar
  --round JAAR-NUMMER  welke ronde, zoals 2026-2 (standaard: de nieuwste)
  --history            met als bijlage wie wat wanneer veranderde
  --edition NUMMER     een vastgestelde uitgave in plaats van het concept
  --format SOORT       docx (standaard), odt, pdf of html
  --output BESTAND     waarheen; - schrijft naar de standaarduitvoer (standaard: een naam naar het verslag)
  --as E-MAIL          namens wie (standaard: de enige beheerder)
""",
    "figures": """\
Reken kengetallen uit bestanden met bezit en toewijzingen. Er is geen database nodig, en er wordt niets bewaard.

Gebruik: samenspraak figures compute BEZIT... --year JAAR... [--allocations BESTAND...] [--by PLAATS...]
         samenspraak figures list [--figure CODE...] [--format table|json|csv]

  BEZIT                  CSV, XLSX of Parquet met een rij per eenheid: namen van VERA of de WOZ-bezitstabel
  --allocations BESTAND  het zelfde met een rij per toewijzing, zonder namen van mensen
  --year JAAR            over welk jaar; meer jaren mag, als de bestanden een kolom met het jaar hebben
  --by PLAATS            corporatie, gemeente en wijk: een of meer (standaard: alles samen)
  --figure CODE          alleen deze kengetallen; PRICE.* neemt alle prijsklassen
  --own BESTAND          eigen kengetallen erbij (TOML; de vorm staat in het handboek)
  --map ONZE=HUN         welke kolom in het bestand welke is; ONZE==WAARDE geldt voor alle rijen; mag vaker
  --dwellings BESTAND    CSV met gemeente, jaar, woningen en nieuwbouw: voor aandelen in de hele gemeente
  --ownership whole      tel een eenheid die deels eigendom is als een hele (standaard: naar rato)
  --format SOORT         table (standaard), json, csv of parquet
  --output BESTAND       schrijf in dit bestand, in plaats van op het scherm

Voorbeeld: samenspraak figures compute bezit-2025.csv --year 2025 --by gemeente --figure PRICE.*

Wat er aan een bestand niet klopt, staat met rij en kolom op de foutuitvoer. Aantallen van mensen onder 5 worden
niet getoond, en ook niet wat ze zou verraden.
""",
}

ENGLISH = {
    "": """\
Samenspraak reads Dutch housing performance agreements and keeps what was agreed.

Usage: samenspraak COMMAND ...

Commands
  extract FILE...          read documents and show the commitments in them; keeps nothing
  import FILE...           read documents and put their commitments into the register
  serve                    start Samenspraak for the browser
  worker                   read in the background what stands in the queue
  demo                     load the example: a fictional municipality with its partners
  migrate                  make the database ready, or bring it up to date after a new version
  reindex                  make the search index anew, or check it
  administrator EMAIL      add an administrator
  confirm NAME --kind KIND
                           confirm an organisation, so that documents recognise it
  report REPORT            write a report of a round as Word, ODT, PDF or HTML
  figures compute STOCK    compute key figures of files of stock and allocations; keeps nothing

More about a command:      samenspraak COMMAND --help
Which version:             samenspraak --version
""",
    "extract": """\
Read documents and show the commitments in them. Nothing is kept.

Usage: samenspraak extract FILE... [--format json|table] [--output FOLDER] [--processes NUMBER]

  FILE                 PDF, DOCX, ODT, HTML, text or a scan; the content counts, not the extension
  --format json        complete, for other programs (default); with more files one line per file
  --format table       an overview to read
  --output FOLDER      write one file per document into this folder, instead of on the screen
  --processes NUMBER   how many files at the same time (default: one per core)

What cannot be read is one sentence on standard error; the other files go on, and the command ends with 2.
A document without commitments is no error.
""",
    "import": """\
Read documents and put their commitments into the register.

Usage: samenspraak import FILE... [--agreement NUMBER] [--as EMAIL] [--review] [--processes NUMBER]

  FILE                 PDF, DOCX, ODT, HTML, text or a scan
  --agreement NUMBER   add to an existing agreement; the number stands in the address of its page
  --as EMAIL           on whose behalf (default: the only administrator)
  --review             leave the commitments to be reviewed in the browser (default: you vouch for them)
  --processes NUMBER   how many files at the same time (default: one per core)

The same file again changes nothing. Of a file everything gets into the register, or nothing.
""",
    "serve": """\
Start Samenspraak for the browser.

Usage: samenspraak serve [--address ADDRESS:PORT] [--port PORT] [--workers NUMBER] [--no-worker]

  --address ADDRESS:PORT   where it can be reached (default: 127.0.0.1:8000, on this machine only)
  --port PORT              only another port
  --workers NUMBER         how many processes (default: 1; more asks for PostgreSQL)
  --no-worker              read no documents here: a samenspraak worker does so, here or elsewhere

Stop: Ctrl-C.
""",
    "worker": """\
Read in the background what stands in the queue. Keeps running; several may run side by side.

Usage: samenspraak worker

Stop: Ctrl-C. What is half read then is taken up by a next one within a minute.
""",
    "demo": """\
Load the example: a fictional municipality with two housing associations, their tenants' organisations and their
documents. Loading it again changes nothing.

Usage: samenspraak demo
""",
    "migrate": """\
Make the database ready for use, or bring it up to date after a new version.

Usage: samenspraak migrate
""",
    "reindex": """\
Make the search index anew from the commitments and the documents. Meanwhile everything can be found still.
It is seldom needed: the index keeps itself up to date.

Usage: samenspraak reindex [--check]

  --check              only look whether it is right; ends with 2 when it is not
""",
    "administrator": """\
Add an administrator: somebody who sees all agreements of this installation.

Usage: samenspraak administrator EMAIL [--name NAME]

The password is asked for. Without a keyboard the command reads it from standard input.
""",
    "confirm": """\
Confirm an organisation. From then on documents recognise it, also those that are here already.

Usage: samenspraak confirm NAME --kind KIND [--also OTHER-NAME]... [--as EMAIL]

  --kind KIND          municipality, housing_association, tenants_organisation, province, region or other
  --also OTHER-NAME    another name under which it stands in documents; may be repeated
  --as EMAIL           on whose behalf (default: the only administrator)
""",
    "report": """\
Write a report of a round as a file.

Usage: samenspraak report REPORT --agreement NUMBER [--round YEAR-NUMBER] [--format KIND] [--output FILE]
       samenspraak report account --organisation NAME --year YEAR [--format KIND] [--output FILE]

  REPORT               monitor, council-letter, year-slice, evaluation, newsletter, progress (of a regional
                       accord) or account (of an organisation, over all its agreements)
  --agreement NUMBER   the number of the agreement, from the address of its page
  --organisation NAME  whose account
  --year YEAR          of which year
  --round YEAR-NUMBER  which round, such as 2026-2 (default: the newest)
  --history            with who changed what and when as an annex
  --edition NUMBER     an adopted edition instead of the draft
  --format KIND        docx (default), odt, pdf or html
  --output FILE        where to; - writes to standard output (default: a name after the report)
  --as EMAIL           on whose behalf (default: the only administrator)
""",
    "figures": """\
Compute key figures of files of stock and allocations. No database is needed, and nothing is kept.

Usage: samenspraak figures compute STOCK... --year YEAR... [--allocations FILE...] [--by PLACE...]
       samenspraak figures list [--figure CODE...] [--format table|json|csv]

  STOCK                  CSV, XLSX or Parquet with a row per unit: names of VERA or of the WOZ-bezitstabel
  --allocations FILE     the same with a row per allocation, without names of people
  --year YEAR            for which year; several may be given, if the files have a column with the year
  --by PLACE             association, municipality and district: one or more (default: all together)
  --figure CODE          these figures only; PRICE.* takes all price classes
  --own FILE             figures of your own as well (TOML; the form stands in the handbook)
  --map OURS=THEIRS      which column of the file is which; OURS==VALUE gives all rows the same; may be repeated
  --dwellings FILE       CSV with municipality, year, dwellings and new_dwellings: for shares of all dwellings
  --ownership whole      count a unit that is owned in part as a whole one (default: in proportion)
  --format KIND          table (default), json, csv or parquet
  --output FILE          write into this file instead of on the screen

Example: samenspraak figures compute stock-2025.csv --year 2025 --by municipality --figure PRICE.*

What is wrong with a file stands on standard error with row and column. Counts of people under 5 are not shown,
nor what would give them away.
""",
}
