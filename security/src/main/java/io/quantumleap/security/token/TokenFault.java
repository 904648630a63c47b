package io.quantumleap.security.token;

/** Why a token is not believed. */
public enum TokenFault {
    /** Longer than any token of ours. */
    TOO_LONG,
    /** Nested more deeply than any token of ours. */
    TOO_DEEP,
    /** A name stands twice, so that two readers could read two things. */
    NAMED_TWICE,
    /** The header names another algorithm than the accepted one. */
    ALGORITHM,
    /** The header names another type of token. */
    TYPE,
    /** The header asks for extensions ({@code crit}) or brings its own key. */
    HEADER_EXTENSION,
    /** The header names no key, or none of those that are accepted now. */
    KEY_ID,
    /** Another issuer. */
    ISSUER,
    /** Another audience, or more than ours. */
    AUDIENCE,
    /** A claim is missing, blank or of the wrong type. */
    CLAIM,
    /** Past its expiry. */
    EXPIRED,
    /** Issued, or valid only, later than now. */
    NOT_YET,
    /** Valid for longer than is accepted. */
    LIFETIME,
    /** Its session has ended, or belongs to someone else. */
    SESSION
}
