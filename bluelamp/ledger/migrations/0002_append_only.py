"""The writer, the triggers that keep the ledger append-only, and the rights of the web role."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "append_only.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunSQL(SQL.split("-- undo", 1)[0], SQL.split("-- undo", 1)[1])]
