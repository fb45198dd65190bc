"""The function that states promises reads by their own key, whatever the server knows of the table.

Counted while it held a few rows, or few open ones, the table was cheaper to read whole, by its numbers in their order,
or by an index of the open ones alone; and each connection kept that plan while thousands of promises came in, until
the server counted again. Now locks are taken in the order of the key, which its index has already; no plan reads the
table whole; and "open" is asked in a form that no index of the open ones answers.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("bluelamp.owed.migrations.0003_lock_by_index").AFTER
AFTER = (
    BEFORE.replace("p.state = 'open' ORDER BY p.id FOR UPDATE", "p.state || '' = 'open' ORDER BY p.slot FOR UPDATE")
    .replace("AND p.state = 'open'\n            RETURNING", "AND p.state || '' = 'open'\n            RETURNING")
)  # fmt: skip
ALWAYS = "ALTER FUNCTION owed_state(jsonb) SET enable_seqscan = off"
AS_IT_WAS = "ALTER FUNCTION owed_state(jsonb) RESET enable_seqscan"


class Migration(migrations.Migration):
    dependencies = [("owed", "0003_lock_by_index")]
    operations = [migrations.RunSQL(AFTER, BEFORE), migrations.RunSQL(ALWAYS, AS_IT_WAS)]
