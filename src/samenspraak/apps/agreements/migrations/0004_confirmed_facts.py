import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F


def confirm_what_is_there(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Whoever put an agreement into the register before there was a review vouched for its facts."""
    agreements = apps.get_model("agreements", "Agreement")
    agreements.objects.filter(facts_confirmed_at=None).update(
        facts_confirmed_at=F("registered_at"), facts_confirmed_by=F("registered_by")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0003_review_and_elaboration"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="facts_confirmed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="gegevens bevestigd op"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="facts_confirmed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="gegevens bevestigd door",
            ),
        ),
        migrations.RunPython(confirm_what_is_there, migrations.RunPython.noop),
    ]
