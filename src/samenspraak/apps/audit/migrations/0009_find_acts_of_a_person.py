from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0008_kinds_without_a_migration"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["actor_id", "at"], name="event_of_actor"),
        ),
    ]
