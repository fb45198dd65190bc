-- The canonical form of an entry, hashed. Each field: its length in bytes, a colon, its UTF-8 bytes, a comma (a netstring).
-- A loop, because a long SQL expression here costs twenty times as much.
CREATE FUNCTION ledger_hash(e ledger_entry) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
    form text := '16:bluelamp-entry-1,';
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        e.record, e.n::text, encode(e.previous, 'hex'), e.seq::text, e.xid::text, e.event, e.who, e.action,
        (extract(epoch FROM e.occurred_at) * 1000000)::bigint::text,
        (extract(epoch FROM e.recorded_at) * 1000000)::bigint::text,
        (extract(epoch FROM e.written_at) * 1000000)::bigint::text,
        e.reason, coalesce(e.corrects::text, ''), coalesce(array_to_string(e.about, ' '), ''), e.facts,
        coalesce(encode(e.commitment, 'hex'), '')]
    LOOP
        form := form || octet_length(part)::text || ':' || part || ',';
    END LOOP;
    RETURN sha256(convert_to(form, 'UTF8'));
END
$$;

-- The transaction number below which no entry of this database can appear any more: the oldest transaction open in the
-- caller's snapshot, leaving out those known to run in another database of the same server.
CREATE FUNCTION ledger_horizon() RETURNS bigint LANGUAGE sql STABLE AS
$$
    SELECT coalesce(
        (SELECT min(open.xid::text::bigint) FROM pg_snapshot_xip(pg_current_snapshot()) AS open(xid)
         WHERE NOT EXISTS (
             SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
             WHERE l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock' AND l.granted
             AND l.transactionid::text::bigint = open.xid::text::bigint % 4294967296
             AND a.datid <> (SELECT oid FROM pg_database WHERE datname = current_database()))),
        pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
$$;

-- Appends entries as one statement. Locks the chains in one order so that two writers never wait for each other in a ring.
-- A writer of very many records takes the gate instead of thousands of locks.
CREATE FUNCTION ledger_append(entries jsonb, key text, who text, action text, answer text, written_at timestamptz)
RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    one record;
    entry ledger_entry;
    new_salt bytea;
    seqs bigint[] := '{}';
BEGIN
    IF key IS NOT NULL THEN
        INSERT INTO ledger_request VALUES (key, who, action, answer, written_at);
    END IF;
    IF jsonb_array_length(entries) > 500 THEN
        PERFORM pg_advisory_xact_lock(7306022, 0);
    ELSE
        PERFORM pg_advisory_xact_lock_shared(7306022, 0);
        PERFORM pg_advisory_xact_lock(chain) FROM (
            SELECT DISTINCT hashtextextended(e->>'record', 7306022) AS chain FROM jsonb_array_elements(entries) e ORDER BY 1
        ) AS chains;
    END IF;
    entry.xid := pg_current_xact_id()::text::bigint;
    entry.written_at := written_at;
    FOR one IN SELECT * FROM jsonb_to_recordset(entries) AS e(
        record text, event text, who text, action text, occurred_at timestamptz, recorded_at timestamptz,
        reason text, corrects bigint, about text[], facts text, words text)
    LOOP
        IF one.corrects IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.seq = one.corrects) THEN
            RAISE EXCEPTION 'Entry % is not there to be corrected.', one.corrects USING ERRCODE = '23503';
        END IF;
        SELECT last.n + 1, last.hash INTO entry.n, entry.previous FROM ledger_entry AS last
            WHERE last.record = one.record ORDER BY last.n DESC LIMIT 1;
        IF NOT FOUND THEN
            entry.n := 1;
            entry.previous := '';
        END IF;
        entry.seq := nextval('ledger_entry_seq_seq');
        entry.record := one.record; entry.event := one.event; entry.who := one.who; entry.action := one.action;
        entry.occurred_at := one.occurred_at; entry.recorded_at := one.recorded_at; entry.reason := one.reason;
        entry.corrects := one.corrects; entry.about := one.about; entry.facts := one.facts;
        entry.commitment := NULL;
        IF one.words IS NOT NULL THEN
            new_salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
            entry.commitment := sha256(new_salt || convert_to(one.words, 'UTF8'));
            INSERT INTO ledger_words (seq, salt, text) VALUES (entry.seq, new_salt, one.words);
        END IF;
        entry.hash := ledger_hash(entry);
        INSERT INTO ledger_entry VALUES (entry.*);
        seqs := seqs || entry.seq;
        IF one.event = 'ledger.erased' THEN
            DELETE FROM ledger_words w USING ledger_entry e
                WHERE w.seq = e.seq AND e.record = one.record
                AND w.seq IN (SELECT value::bigint FROM jsonb_array_elements_text(one.facts::jsonb->'entries'));
        END IF;
    END LOOP;
    RETURN seqs;
END
$$;

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'The ledger is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501'; END $$;

CREATE FUNCTION ledger_refuse_unlawful_erasure() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM ledger_entry e WHERE e.xid = pg_current_xact_id()::text::bigint AND e.event = 'ledger.erased'
        AND e.facts::jsonb->'entries' @> to_jsonb(OLD.seq)) THEN
        RAISE EXCEPTION 'The words of entry % can be erased only by an entry that says so.', OLD.seq USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON ledger_words
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER erased_lawfully BEFORE DELETE ON ledger_words
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_unlawful_erasure();

-- What the web role may do: read, append through the function, store a signed checkpoint. Call it after any other GRANT.
CREATE FUNCTION ledger_grants(role text) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN
        EXECUTE format('REVOKE ALL ON ledger_entry, ledger_words, ledger_request, ledger_checkpoint FROM %I', role);
        EXECUTE format('REVOKE ALL ON SEQUENCE ledger_entry_seq_seq FROM %I', role);
        EXECUTE format('GRANT SELECT ON ledger_entry, ledger_words, ledger_request, ledger_checkpoint TO %I', role);
        EXECUTE format('GRANT INSERT ON ledger_checkpoint TO %I', role);
        EXECUTE format(
            'GRANT EXECUTE ON FUNCTION ledger_append(jsonb, text, text, text, text, timestamptz) TO %I', role);
    END IF;
END
$$;
REVOKE ALL ON FUNCTION ledger_append(jsonb, text, text, text, text, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION ledger_grants(text) FROM PUBLIC;
SELECT ledger_grants('bluelamp_web');
-- undo
DROP TRIGGER append_only ON ledger_entry;
DROP TRIGGER append_only ON ledger_checkpoint;
DROP TRIGGER append_only ON ledger_words;
DROP TRIGGER erased_lawfully ON ledger_words;
DROP FUNCTION ledger_grants(text);
DROP FUNCTION ledger_append(jsonb, text, text, text, text, timestamptz);
DROP FUNCTION ledger_hash(ledger_entry);
DROP FUNCTION ledger_horizon();
DROP FUNCTION ledger_refuse();
DROP FUNCTION ledger_refuse_unlawful_erasure();
