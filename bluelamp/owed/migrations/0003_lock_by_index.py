"""Promises are locked pair by pair: one plan that stays right while the table grows from empty.

Locking them all in one statement joined the operations to the table, and a connection that had planned it on an
empty table read every promise ever made for each act, until the next ANALYZE.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("bluelamp.owed.migrations.0002_owed_state").OWED_STATE
LOCK_AT_ONCE = """    PERFORM 1 FROM owed_promise p
      WHERE (p.kind, p.record) IN (SELECT o->>'kind', o->>'record' FROM jsonb_array_elements(ops) o)
        AND p.state = 'open'
      ORDER BY p.id FOR UPDATE;
"""
LOCK_BY_PAIR = """    FOR pair IN SELECT DISTINCT o->>'kind' AS kind, o->>'record' AS record FROM jsonb_array_elements(ops) o
                ORDER BY 1, 2 LOOP
        PERFORM 1 FROM owed_promise p
          WHERE p.kind = pair.kind AND p.record = pair.record AND p.state = 'open' ORDER BY p.id FOR UPDATE;
    END LOOP;
"""
AFTER = BEFORE.replace("    op jsonb;\n", "    op jsonb;\n    pair record;\n").replace(LOCK_AT_ONCE, LOCK_BY_PAIR)


class Migration(migrations.Migration):
    dependencies = [("owed", "0002_owed_state")]
    operations = [migrations.RunSQL(AFTER, BEFORE)]
