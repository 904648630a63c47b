-- Whatever ends a session is announced when it commits, so that no server believes longer that the session is live.

CREATE FUNCTION announce_ended_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('quantumleap_ended_sessions', '');
    RETURN NULL;
END $$;

CREATE TRIGGER sign_in_session_ended
    AFTER UPDATE OF id, account_id, expires_at, ended_at OR DELETE OR TRUNCATE ON sign_in_session
    FOR EACH STATEMENT EXECUTE FUNCTION announce_ended_sessions();
