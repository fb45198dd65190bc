"""The day's next serial is given by the database as the incident's row is made."""

from django.db import migrations

import bluelamp.calls.models

NEXT_SERIAL = """
CREATE FUNCTION calls_next_serial(of_day date) RETURNS integer LANGUAGE sql VOLATILE AS $$
    INSERT INTO calls_dayofcalls AS given (day, last) VALUES (of_day, 1)
    ON CONFLICT (day) DO UPDATE SET last = given.last + 1 RETURNING last
$$
"""


class Migration(migrations.Migration):
    dependencies = [("calls", "0001_initial")]

    operations = [
        migrations.RunSQL(NEXT_SERIAL, "DROP FUNCTION calls_next_serial(date)"),
        migrations.AlterField("incident", "serial", bluelamp.calls.models.NumberedByDatabase()),
    ]
