from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0008_parties_that_join_and_leave"),
    ]

    operations = [
        migrations.AlterField(
            model_name="commitment",
            name="confidence",
            field=models.FloatField(blank=True, null=True, verbose_name="zekerheid"),
        ),
    ]
