import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_rating_as_written"),
        ("documents", "0001_documents_and_runs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="commitment",
            name="commitment_accepted_who_and_when",
        ),
        migrations.AddField(
            model_name="commitment",
            name="elaborates",
            field=models.ForeignKey(
                blank=True,
                help_text="De kaderafspraak die deze jaarafspraak uitwerkt.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="elaborations",
                to="agreements.commitment",
                verbose_name="werkt uit",
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="version",
            field=models.PositiveIntegerField(default=1, verbose_name="versie"),
        ),
        migrations.AlterField(
            model_name="commitment",
            name="state",
            field=models.CharField(
                choices=[("proposed", "voorgesteld"), ("accepted", "overgenomen"), ("skipped", "overgeslagen")],
                default="proposed",
                max_length=10,
                verbose_name="stand",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False), ("state", "accepted")),
                    models.Q(
                        ("accepted_at__isnull", True),
                        ("accepted_by__isnull", True),
                        ("state__in", ("proposed", "skipped")),
                    ),
                    _connector="OR",
                ),
                name="commitment_accepted_who_and_when",
            ),
        ),
    ]
