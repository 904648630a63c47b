-- Second factors at sign-in. The secret is encrypted with the master key; of recovery codes only the SHA-256 is kept.

CREATE TABLE second_factor (
    account_id       uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    secret           bytea NOT NULL,
    confirmed        boolean NOT NULL,
    last_step        bigint NOT NULL,
    recovery_digests text[] NOT NULL
);
