from django.db import migrations


class Migration(migrations.Migration):
    """The table in which all web processes count tries to sign in together. Losing it in a crash does no harm."""

    dependencies = [("access", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "CREATE UNLOGGED TABLE IF NOT EXISTS throttle (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, "
            "expires timestamptz NOT NULL); "
            "CREATE INDEX IF NOT EXISTS throttle_expires ON throttle (expires)",
            "DROP TABLE throttle",
        )
    ]
