import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("monitoring", "0001_rounds"),
        ("parties", "0001_people_and_organisations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseStyle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("accent", models.CharField(default="#0a5c73", max_length=7, verbose_name="kleur")),
                ("template", models.BinaryField(blank=True, null=True, verbose_name="Word-sjabloon")),
                ("template_name", models.CharField(blank=True, max_length=255, verbose_name="naam van het sjabloon")),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="house_style",
                        to="parties.organisation",
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "huisstijl",
                "verbose_name_plural": "huisstijlen",
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("monitor", "monitor"),
                            ("council_letter", "brief aan de raad"),
                            ("year_slice", "jaarafspraken om te ondertekenen"),
                            ("evaluation", "evaluatie van het jaar"),
                            ("newsletter", "bladzijde voor huurders"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("edits", models.JSONField(blank=True, default=dict, verbose_name="wat er is geschreven")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="versie")),
                ("written_at", models.DateTimeField(blank=True, null=True, verbose_name="laatst geschreven op")),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="monitoring.round",
                        verbose_name="ronde",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="laatst geschreven door",
                    ),
                ),
            ],
            options={
                "verbose_name": "concept",
                "verbose_name_plural": "concepten",
                "constraints": [
                    models.UniqueConstraint(fields=("round", "kind"), name="draft_once_per_kind"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("written_at__isnull", True), ("written_by__isnull", True)),
                            models.Q(("written_at__isnull", False), ("written_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="draft_written_who_and_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("monitor", "monitor"),
                            ("council_letter", "brief aan de raad"),
                            ("year_slice", "jaarafspraken om te ondertekenen"),
                            ("evaluation", "evaluatie van het jaar"),
                            ("newsletter", "bladzijde voor huurders"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("report", models.JSONField(verbose_name="verslag zoals vastgesteld")),
                ("look", models.JSONField(default=dict, verbose_name="huisstijl zoals die was")),
                ("template", models.BinaryField(blank=True, null=True, verbose_name="sjabloon zoals dat was")),
                ("sha256", models.CharField(max_length=64, verbose_name="vingerafdruk")),
                ("software_version", models.CharField(max_length=40, verbose_name="versie van de software")),
                ("adopted_at", models.DateTimeField(auto_now_add=True, verbose_name="vastgesteld op")),
                (
                    "adopted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgesteld door",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="monitoring.round",
                        verbose_name="ronde",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitgave",
                "verbose_name_plural": "uitgaven",
                "ordering": ("-adopted_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("round", "kind", "number"), name="edition_number_once")
                ],
            },
        ),
    ]
