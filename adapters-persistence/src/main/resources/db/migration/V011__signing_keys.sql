-- The keys that access tokens are signed with. The private half (PKCS #8) is encrypted with the master key, which is a file.

CREATE TABLE signing_key (
    id          text PRIMARY KEY,
    public_key  bytea NOT NULL,
    private_key bytea NOT NULL,
    signs_from  timestamptz NOT NULL
);
