-- The audit log in partitions by year, so that its indexes stay small and a year may be let go of as a whole.
--
-- An identifier of version 7 begins with its time in milliseconds. Partitions by ranges of it therefore are partitions by time, and the
-- identifier alone stays the primary key: it is unique over all years, and looking up one row touches one partition.

ALTER TABLE audit_entry RENAME TO audit_entry_in_one_piece;
ALTER TABLE audit_entry_in_one_piece RENAME CONSTRAINT audit_entry_pkey TO audit_entry_in_one_piece_pkey;
ALTER INDEX audit_entry_time RENAME TO audit_entry_in_one_piece_time;

CREATE TABLE audit_entry (
    id          uuid PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    action      text NOT NULL,
    actor       text,
    address     text NOT NULL,
    route       text NOT NULL,
    request_id  text NOT NULL,
    subject     text NOT NULL,
    count       bigint NOT NULL,
    note        text NOT NULL
) PARTITION BY RANGE (id);

CREATE INDEX audit_entry_time ON audit_entry (recorded_at DESC, id DESC);

-- The lowest identifier of version 7 of a year.
CREATE FUNCTION first_audit_id(year integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0')
        || repeat('0', 20))::uuid
$$;

-- A trigger for each statement guards the table that the statement names, so that each partition needs its own.
CREATE FUNCTION guard_audit(guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %s'
        ' FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()', 'audit_entry_only_grows', guarded);
END
$$;

SELECT guard_audit('audit_entry');

-- What no year takes: identifiers of another version, and the years after the last one here. Nothing is ever refused for want of a place.
CREATE TABLE audit_entry_other PARTITION OF audit_entry DEFAULT;
SELECT guard_audit('audit_entry_other');

DO $$
BEGIN
    FOR year IN 2024..2045 LOOP
        EXECUTE format('CREATE TABLE audit_entry_%s PARTITION OF audit_entry FOR VALUES FROM (%L) TO (%L)',
            year, first_audit_id(year), first_audit_id(year + 1));
        PERFORM guard_audit(format('audit_entry_%s', year)::regclass);
    END LOOP;
END
$$;

INSERT INTO audit_entry (id, recorded_at, action, actor, address, route, request_id, subject, count, note)
SELECT id, recorded_at, action, actor, address, route, request_id, subject, count, note FROM audit_entry_in_one_piece;
DROP TABLE audit_entry_in_one_piece;
