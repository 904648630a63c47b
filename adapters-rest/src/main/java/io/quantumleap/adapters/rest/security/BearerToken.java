package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.token.TokenPolicy;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token as it came in the one place where tokens are taken from: the {@code Authorization} header, once. */
record BearerToken(String compact) {

    private static final Pattern FORM =
            Pattern.compile("(?i:Bearer) ([A-Za-z0-9_-]{2,}\\.[A-Za-z0-9_-]{2,}\\.[A-Za-z0-9_-]{2,})");

    /** The token in these header values; empty unless there is exactly one value of exactly the right form. */
    static Optional<BearerToken> in(List<String> values) {
        if (values.size() != 1 || values.get(0).length() > TokenPolicy.LONGEST + "Bearer ".length()) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(values.get(0));
        return form.matches() ? Optional.of(new BearerToken(form.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "BearerToken[not shown]";
    }
}
