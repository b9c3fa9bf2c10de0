from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0004_confirmed_facts"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("facts_confirmed_at__isnull", True), ("facts_confirmed_by__isnull", True)),
                    models.Q(("facts_confirmed_at__isnull", False), ("facts_confirmed_by__isnull", False)),
                    _connector="OR",
                ),
                name="agreement_facts_confirmed_who_and_when",
            ),
        ),
    ]
