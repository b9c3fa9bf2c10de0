from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0006_versions_views_and_tables")]

    operations = [
        migrations.AddIndex(
            model_name="agreementparty", index=models.Index(fields=["agreement", "name"], name="party_names")
        ),
    ]
