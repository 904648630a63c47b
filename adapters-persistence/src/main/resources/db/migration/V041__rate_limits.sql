-- How much of its allowance each person and address has left. Not logged: after a crash everybody starts with a full bucket.

CREATE UNLOGGED TABLE rate_bucket (
    key        text PRIMARY KEY,
    tokens     double precision NOT NULL CHECK (tokens >= 0),
    -- What the last draw took, so that one statement can both take and tell.
    taken      integer NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE INDEX rate_bucket_updated_at ON rate_bucket (updated_at);
