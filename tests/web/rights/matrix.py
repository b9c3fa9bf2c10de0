"""The rights matrix: every address of the workspace and what each visitor gets there.

A new address gets one row in the file of its room; a new room one import here. `python -m scripts.write_rights` then
writes docs/domain/rights.md again.
"""

from __future__ import annotations

from tests.web.rights import (
    of_figures,
    of_frame,
    of_mail,
    of_monitoring,
    of_people,
    of_register,
    of_reports,
    of_review,
    of_search,
    of_uploads,
)
from tests.web.rights.row import Row

ROOMS: dict[str, tuple[Row, ...]] = {
    "Aanmelden, taal, hulp": of_frame.ROWS,
    "Account": of_people.ACCOUNT,
    "Berichten": of_mail.ROWS,
    "Organisaties en mensen": of_people.ORGANISATIONS,
    "Afspraken en documenten": of_register.ROWS,
    "Zoeken": of_search.ROWS,
    "Documenten toevoegen": of_uploads.ROWS,
    "Nakijken": of_review.ROWS,
    "Monitor en mijn taken": of_monitoring.ROWS,
    "Cijfers": of_figures.ROWS,
    "Verslagen": of_reports.ROWS,
}

MATRIX: dict[str, Row] = {row.name: row for rows in ROOMS.values() for row in rows}
