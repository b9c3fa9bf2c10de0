"""Where the words stand: FTS5 on SQLite, a tsvector with GIN on PostgreSQL; and everything there is, to be indexed."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    # The forms are made by us: letters, digits and full stops, nothing to fold or to leave out.
    """CREATE VIRTUAL TABLE search_words USING fts5(
        exact, stem, part, tokenize = "unicode61 remove_diacritics 0 tokenchars '.'"
    )""",
    # However an entry goes, with its agreement or alone, its words go too.
    """CREATE TRIGGER search_words_go AFTER DELETE ON search_searchentry BEGIN
        DELETE FROM search_words WHERE rowid = old.id;
    END""",
)
SQLITE_BACK = ("DROP TRIGGER search_words_go", "DROP TABLE search_words")
POSTGRESQL = (
    "ALTER TABLE search_searchentry ADD COLUMN words tsvector NOT NULL DEFAULT ''",
    "CREATE INDEX search_words ON search_searchentry USING gin (words)",
)
POSTGRESQL_BACK = ("DROP INDEX search_words", "ALTER TABLE search_searchentry DROP COLUMN words")


def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def unmake(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


def note_everything(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What is in the register already is indexed by whoever comes by first."""
    tasks = apps.get_model("search", "SearchTask").objects
    numbers = apps.get_model("agreements", "Agreement").objects.values_list("pk", flat=True)
    model = tasks.model
    tasks.bulk_create(
        (model(target_type="agreements.agreement", target_id=str(number)) for number in numbers.iterator()),
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index_of_words")]

    operations = [
        migrations.RunPython(make, unmake),
        migrations.RunPython(note_everything, migrations.RunPython.noop),
    ]
