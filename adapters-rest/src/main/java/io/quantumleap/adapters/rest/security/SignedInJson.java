package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.account.Account;
import io.quantumleap.security.signin.Admission;
import java.util.List;

/** The answer to a sign-in. */
public record SignedInJson(
        String accessToken, String tokenType, long expiresIn, Person user, boolean mustChangePassword) {

    /** Who signed in. */
    public record Person(String id, String username, List<String> roles) {}

    static SignedInJson of(Admission admission) {
        Account account = admission.account();
        return new SignedInJson(
                admission.accessToken(),
                "Bearer",
                admission.expiresIn().toSeconds(),
                new Person(account.id().toString(), account.username().value(), RoleCodes.write(account.roles())),
                account.mustChangePassword());
    }

    @Override
    public String toString() {
        return "SignedInJson[" + user + ", token not shown]";
    }
}
