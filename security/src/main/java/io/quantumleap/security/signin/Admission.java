package io.quantumleap.security.signin;

import io.quantumleap.security.account.Account;
import io.quantumleap.security.session.RefreshToken;
import io.quantumleap.security.session.Session;
import java.time.Duration;
import java.util.Objects;

/**
 * What a person gets who signed in or stayed signed in.
 *
 * @param accessToken the compact form, to be sent with each request
 * @param expiresIn how long the access token is good
 * @param refreshToken the secret that brings the next access token
 * @param refreshExpiresIn how long the refresh token is good
 */
public record Admission(
        Account account,
        Session session,
        String accessToken,
        Duration expiresIn,
        RefreshToken refreshToken,
        Duration refreshExpiresIn) {

    /** Refuses missing parts. */
    public Admission {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(refreshToken, "refreshToken");
    }

    @Override
    public String toString() {
        return "Admission[" + account.username() + ", tokens not shown]";
    }
}
