-- Who did what. Rows come in with the effect that they tell about; their seals follow moments later and chain them.

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
);

CREATE INDEX audit_entry_time ON audit_entry (recorded_at DESC, id DESC);

CREATE TABLE audit_seal (
    position bigint PRIMARY KEY CHECK (position > 0),
    entry_id uuid NOT NULL UNIQUE,
    content  text NOT NULL CHECK (content ~ '^[0-9a-f]{64}$'),
    chain    text NOT NULL CHECK (chain ~ '^[0-9a-f]{64}$')
);

-- What waits for its seal; the one table of the three whose rows go away.
CREATE TABLE audit_waiting (
    entry_id uuid PRIMARY KEY
);

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log only grows';
END
$$;

CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_seal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
