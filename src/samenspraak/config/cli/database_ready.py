"""A database that answers and is up to date, before anything else is done."""

from __future__ import annotations

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from samenspraak.config.cli.errors import DatabaseBehind, NoDatabase
from samenspraak.config.django_start import start_django


def ready_database() -> None:
    """Start Django; a new or SQLite database is brought up to date, of another is said that it has to be."""
    start_django()
    try:
        executor = MigrationExecutor(connection)
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        is_new = not executor.loader.applied_migrations
    except OperationalError as error:
        raise NoDatabase(_no_answer(error)) from None
    if is_behind and not is_new and connection.vendor != "sqlite":
        # Several machines may share it: when it changes is for the administrator to decide.
        raise DatabaseBehind("De database past niet bij deze versie. Maak een reservekopie en doe: samenspraak migrate")
    if is_behind:
        migrate()


def migrate() -> None:
    """Bring the database up to date; raises NoDatabase."""
    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        # What a new version finds in new ways. Records can be imported once Django has started.
        from samenspraak.apps.search.jobs import catch_up  # noqa: PLC0415

        catch_up()
    except OperationalError as error:
        raise NoDatabase(_no_answer(error)) from None


def _no_answer(error: OperationalError) -> str:
    reason = " ".join(str(error).split())
    return f"De database antwoordt niet ({reason}). Controleer SAMENSPRAAK_DATABASE_URL en of de server draait."
