"""What a person may read of agreements. Every function checks the right first; what is not theirs is not found.

NotFound is also an Http404, so a page needs no try/except. The values are described in pages.py and document_pages.py.
"""

from __future__ import annotations

from samenspraak.apps.agreements.codes import code_key
from samenspraak.apps.agreements.document_pages import RunRow
from samenspraak.apps.agreements.exchange.differences import RowKind
from samenspraak.apps.agreements.exchange.export import MEDIA_TYPES, export_table
from samenspraak.apps.agreements.exchange.reading import agreement_to_edit, offered_table, table_page
from samenspraak.apps.agreements.fetch import agreement_for, source_for
from samenspraak.apps.agreements.names_here import names_in
from samenspraak.apps.agreements.own_views.pages import COLUMN_NAMES
from samenspraak.apps.agreements.own_views.reading import agreement_of_views, own_view, views_page
from samenspraak.apps.agreements.pages import CommitmentFilter
from samenspraak.apps.agreements.passages import marks_on, overlaps
from samenspraak.apps.agreements.read_commitment import commitment_page
from samenspraak.apps.agreements.read_document import (
    document_page,
    glossary_for,
    original_file,
    page_picture,
    tables_for,
)
from samenspraak.apps.agreements.read_findings import findings_at, findings_for, places_called_wrong
from samenspraak.apps.agreements.read_imports import documents_for
from samenspraak.apps.agreements.read_organisations import agreements_of, organisation_for, organisations_for
from samenspraak.apps.agreements.read_register import agreement_page, agreements_for
from samenspraak.apps.agreements.read_runs import runs_for, upload_page
from samenspraak.apps.agreements.receiving import agreement_to_add_to
from samenspraak.apps.agreements.revisions.overview import RegisterChange, changes_among
from samenspraak.apps.agreements.revisions.reading import collision_page, commitment_to_edit, edit_page, version_page
from samenspraak.apps.agreements.revisions.selection import SelectionPage, chosen_by, selection_done, selection_page
from samenspraak.apps.agreements.uses import relied_upon
from samenspraak.apps.agreements.views_of_rows import document_link, party_mentions
from samenspraak.apps.agreements.visibility import (
    agreements_where,
    may,
    may_review,
    reviewed_by,
    visible_agreements,
    who_may,
)

# In the order in which a page shows them: what needs attention first.
ROW_KINDS = (RowKind.ERROR, RowKind.CONFLICT, RowKind.CHANGED, RowKind.NEW)

__all__ = [
    "COLUMN_NAMES",
    "MEDIA_TYPES",
    "ROW_KINDS",
    "CommitmentFilter",
    "RegisterChange",
    "RowKind",
    "RunRow",
    "SelectionPage",
    "agreement_for",
    "agreement_of_views",
    "agreement_page",
    "agreement_to_add_to",
    "agreement_to_edit",
    "agreements_for",
    "agreements_of",
    "agreements_where",
    "changes_among",
    "chosen_by",
    "code_key",
    "collision_page",
    "commitment_page",
    "commitment_to_edit",
    "document_link",
    "document_page",
    "documents_for",
    "edit_page",
    "export_table",
    "findings_at",
    "findings_for",
    "glossary_for",
    "marks_on",
    "may",
    "may_review",
    "names_in",
    "offered_table",
    "organisation_for",
    "organisations_for",
    "original_file",
    "overlaps",
    "own_view",
    "page_picture",
    "party_mentions",
    "places_called_wrong",
    "relied_upon",
    "reviewed_by",
    "runs_for",
    "selection_done",
    "selection_page",
    "source_for",
    "table_page",
    "tables_for",
    "upload_page",
    "version_page",
    "views_page",
    "visible_agreements",
    "who_may",
]
