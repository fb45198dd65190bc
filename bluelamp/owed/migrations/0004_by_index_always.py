"""The function that states promises reads by their own key even while the table is small.

Analysed while it held a few rows, the table was cheaper to read whole, or by its numbers in their order, and each
connection kept that plan while thousands of promises came in, until the next ANALYZE. Locks are taken in the order of
the key, which its index has already; and no plan of this function reads the table whole.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("bluelamp.owed.migrations.0003_lock_by_index").AFTER
BY_NUMBER, BY_KEY = "p.state = 'open' ORDER BY p.id FOR UPDATE", "p.state = 'open' ORDER BY p.slot FOR UPDATE"
AFTER = BEFORE.replace(BY_NUMBER, BY_KEY)
ALWAYS = "ALTER FUNCTION owed_state(jsonb) SET enable_seqscan = off"
AS_IT_WAS = "ALTER FUNCTION owed_state(jsonb) RESET enable_seqscan"


class Migration(migrations.Migration):
    dependencies = [("owed", "0003_lock_by_index")]
    operations = [migrations.RunSQL(AFTER, BEFORE), migrations.RunSQL(ALWAYS, AS_IT_WAS)]
