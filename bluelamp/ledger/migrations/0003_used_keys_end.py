"""Used idempotency keys may be forgotten, but only through a function that keeps the newest two days for everybody."""

from django.db import migrations

SQL = """
CREATE FUNCTION ledger_forget_keys(before timestamptz, at_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    gone integer;
BEGIN
    DELETE FROM ledger_request WHERE key IN (
        SELECT r.key FROM ledger_request r
        WHERE r.written_at < least(before, now() - interval '2 days') LIMIT at_most FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION ledger_forget_keys(timestamptz, integer) FROM PUBLIC;
DO
$$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'bluelamp_web') THEN
        GRANT EXECUTE ON FUNCTION ledger_forget_keys(timestamptz, integer) TO bluelamp_web;
    END IF;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only")]
    operations = [migrations.RunSQL(SQL, "DROP FUNCTION ledger_forget_keys(timestamptz, integer)")]
