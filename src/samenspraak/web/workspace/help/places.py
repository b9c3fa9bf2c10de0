"""Where in the handbook each page is explained: the name of the page's address, then chapter and heading.

A new page gets a line here; a test tells when one is missing, or when a heading is not there any more.
"""

from __future__ import annotations

from collections.abc import Mapping

Place = tuple[str, str]  # chapter, anchor; an empty anchor is the beginning

PLACES: Mapping[str, Place] = {
    "agreement": ("register", "een-stel-prestatieafspraken"),
    "agreement-quality": ("register", "de-bevindingen"),
    "agreements": ("register", ""),
    "commitment": ("register", "een-afspraak"),
    "commitment-change": ("register", "een-afspraak-wijzigen"),
    "commitment-undo": ("register", "een-afspraak-wijzigen"),
    "commitment-version": ("register", "een-afspraak-wijzigen"),
    "desk": ("mijn-taken", ""),
    "document": ("register", "de-documenten"),
    "documents": ("toevoegen", "hoe-ver-het-is"),
    "findings": ("register", "de-bevindingen"),
    "forgotten-password": ("aanmelden", ""),
    "gallery": ("huisstijl", "waaruit-een-pagina-bestaat"),
    "glossary": ("register", "een-stel-prestatieafspraken"),
    "house-style": ("huisstijl", ""),
    "account": ("verslagen", "de-verantwoording-van-een-organisatie"),
    "report-draft": ("verslagen", ""),
    "reports": ("verslagen", ""),
    "help": ("README", "wat-samenspraak-doet"),
    "help-chapter": ("README", "wat-samenspraak-doet"),
    "invitation": ("mensen-en-rechten", "iemand-uitnodigen"),
    "mail-choice": ("berichten", "hoe-vaak"),
    "mfa_index": ("aanmelden", "de-tweede-factor"),
    "organisation": ("mensen-en-rechten", "rollen"),
    "organisation-change": ("mensen-en-rechten", "organisaties-toevoegen-bevestigen-en-hernoemen"),
    "organisation-new": ("mensen-en-rechten", "organisaties-toevoegen-bevestigen-en-hernoemen"),
    "organisations": ("mensen-en-rechten", ""),
    "own-mail": ("berichten", "hoe-vaak"),
    "own-password": ("aanmelden", "mijn-account"),
    "profile": ("aanmelden", "mijn-account"),
    "proposal": ("nakijken", ""),
    "proposal-split": ("nakijken", ""),
    "review": ("nakijken", ""),
    "review-facts": ("nakijken", ""),
    "review-missed": ("nakijken", ""),
    "reviews": ("nakijken", ""),
    "round": ("monitor", ""),
    "round-comparison": ("monitor", ""),
    "round-course": ("monitor", ""),
    "round-item": ("monitor", ""),
    "round-reading": ("monitor", ""),
    "rounds": ("monitor", ""),
    "saved-views": ("register", "zoeken-en-filteren"),
    "search": ("zoeken", ""),
    "selection-change": ("register", "afspraken-samen-wijzigen"),
    "selection-done": ("register", "afspraken-samen-wijzigen"),
    "sign-in": ("aanmelden", ""),
    "similar": ("zoeken", "vergelijkbare-afspraken"),
    "table": ("uitwisselen", "ophalen"),
    "table-offer": ("uitwisselen", "terugbrengen"),
    "tables": ("register", "een-stel-prestatieafspraken"),
    "undelivered": ("berichten", "mail-die-niet-aankomt"),
    "upload": ("toevoegen", ""),
}
