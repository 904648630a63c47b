-- Who may sign in, where they are signed in, and how often someone tried.

CREATE TABLE account (
    id                   uuid PRIMARY KEY,
    -- Compared byte by byte, so that pages by name are in one order everywhere.
    username             text COLLATE "C" NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9._@-]{3,64}$'),
    password_hash        text NOT NULL,
    disabled             boolean NOT NULL,
    must_change_password boolean NOT NULL,
    created_at           timestamptz NOT NULL
);

CREATE TABLE account_role (
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    role       text NOT NULL CHECK (role IN ('client', 'adviser', 'marketing', 'operator', 'admin')),
    PRIMARY KEY (account_id, role)
);

CREATE TABLE sign_in_session (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    user_agent   text NOT NULL,
    ended_at     timestamptz
);

CREATE INDEX sign_in_session_live ON sign_in_session (account_id) WHERE ended_at IS NULL;

-- Every refresh token that a session ever had: one that comes a second time must be known as used.
CREATE TABLE refresh_token (
    digest     text PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
    session_id uuid NOT NULL REFERENCES sign_in_session ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE INDEX refresh_token_session ON refresh_token (session_id);

CREATE TABLE sign_in_throttle (
    key           text PRIMARY KEY,
    failures      integer NOT NULL CHECK (failures >= 0),
    last_attempt  timestamptz NOT NULL,
    blocked_until timestamptz,
    last_success  timestamptz
);
