"""The function that writes everything one action says about promises in one statement."""

from django.db import migrations

OWED_STATE = """
CREATE OR REPLACE FUNCTION owed_state(ops jsonb)
RETURNS TABLE (o_kind text, o_record text, o_slot text, o_state text, o_due timestamptz, o_began timestamptz,
               o_settled timestamptz, o_facts jsonb, o_about text[], o_why text)
LANGUAGE plpgsql AS $$
DECLARE
    op jsonb;
BEGIN
    -- Locks in one order, so that two actions touching the same promises wait and never deadlock.
    PERFORM 1 FROM owed_promise p
      WHERE (p.kind, p.record) IN (SELECT o->>'kind', o->>'record' FROM jsonb_array_elements(ops) o)
        AND p.state = 'open'
      ORDER BY p.id FOR UPDATE;
    FOR op IN SELECT jsonb_array_elements(ops) LOOP
        IF op->>'do' = 'promise' THEN
            INSERT INTO owed_promise AS p (kind, record, slot, due_at, began_at, alarm_at, "to", acts, unit, words,
                    facts, about, basis, because, state, settled_at, raised, failures, trouble, version)
            VALUES (op->>'kind', op->>'record', op->>'slot', (op->>'due_at')::timestamptz,
                    (op->>'began_at')::timestamptz, (op->>'alarm_at')::timestamptz, op->>'to', op->>'acts',
                    op->>'unit', op->'words', op->'facts',
                    ARRAY(SELECT jsonb_array_elements_text(op->'about')), op->>'basis', op->'because',
                    'open', NULL, '{}', 0, '', 1)
            ON CONFLICT (kind, record, slot) DO UPDATE SET
                due_at = excluded.due_at, began_at = least(p.began_at, excluded.began_at),
                alarm_at = CASE WHEN p.state = 'open' AND p.due_at = excluded.due_at
                                THEN p.alarm_at ELSE excluded.alarm_at END,
                raised = CASE WHEN p.due_at = excluded.due_at THEN p.raised ELSE '{}' END,
                "to" = excluded."to", acts = excluded.acts, unit = excluded.unit, words = excluded.words,
                facts = excluded.facts, about = excluded.about, basis = excluded.basis,
                because = excluded.because, state = 'open', settled_at = NULL, failures = 0, trouble = '',
                version = p.version + 1
            WHERE p.state IN ('open', 'withdrawn');
        ELSE
            RETURN QUERY
            UPDATE owed_promise p SET
                state = CASE op->>'do'
                    WHEN 'keep' THEN CASE WHEN (op->>'at')::timestamptz <= p.due_at THEN 'kept' ELSE 'late' END
                    WHEN 'end' THEN 'broken'
                    ELSE CASE WHEN (op->>'at')::timestamptz <= p.due_at OR (op->>'never_owed')::boolean
                              THEN 'withdrawn' ELSE 'broken' END END,
                settled_at = (op->>'at')::timestamptz, alarm_at = NULL, version = p.version + 1
            WHERE p.kind = op->>'kind' AND p.record = op->>'record' AND op->>'slot' IN (p.slot, '*')
              AND p.state = 'open'
            RETURNING p.kind::text, p.record::text, p.slot::text, p.state::text, p.due_at, p.began_at, p.settled_at,
                p.facts, p.about::text[], coalesce(op->>'why', '');
        END IF;
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("owed", "0001_initial")]
    operations = [migrations.RunSQL(OWED_STATE, "DROP FUNCTION owed_state(jsonb)")]
