"""The number of an entry tells what it is narrowed down by: everything is indexed again, by whoever comes by first."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.functions import Coalesce


def start_anew(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    entries = apps.get_model("search", "SearchEntry").objects
    if not entries.exists():
        return
    entries.all().delete()
    tasks = apps.get_model("search", "SearchTask").objects
    numbers = apps.get_model("agreements", "Agreement").objects.values_list("pk", flat=True)
    model = tasks.model
    tasks.bulk_create(
        (model(target_type="agreements.agreement", target_id=str(number)) for number in numbers.iterator()),
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [("search", "0002_words_of_each_database")]

    operations = [
        migrations.CreateModel(
            name="SearchShape",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agreement", "prestatieafspraken"),
                            ("commitment", "afspraak"),
                            ("progress", "voortgang"),
                            ("page", "bladzijde van een document"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=20, verbose_name="thema")),
                ("commitment_kind", models.CharField(blank=True, max_length=20, verbose_name="soort afspraak")),
                ("year", models.PositiveSmallIntegerField(null=True, verbose_name="jaar")),
            ],
            options={
                "verbose_name": "gedaante",
                "verbose_name_plural": "gedaanten",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("kind"),
                        models.F("theme"),
                        models.F("commitment_kind"),
                        Coalesce("year", 0),
                        name="search_shape_once",
                    )
                ],
            },
        ),
        migrations.RunPython(start_anew, migrations.RunPython.noop),
    ]
