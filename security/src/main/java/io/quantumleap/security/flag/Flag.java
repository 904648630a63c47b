package io.quantumleap.security.flag;

import java.util.Arrays;
import java.util.Optional;

/** Every switch that there is. */
public enum Flag {
    /** Holding people and addresses to their allowances. */
    RATE_LIMITS("rate-limits", true, "people and addresses are held to their allowances"),
    /** Letting only so many dear requests in at once. */
    BULKHEADS("bulkheads", true, "only so many dear requests are worked on at once"),
    /** Keeping the page from loading what the content policy forbids; off, violations are still reported. */
    CONTENT_POLICY("content-policy", true, "browsers keep to the content policy; off, they only report violations"),
    /** Giving people the synthetic sample portfolio. */
    SAMPLE_PORTFOLIO("sample-portfolio", false, "people can load the synthetic sample portfolio");

    private final String code;
    private final boolean protection;
    private final String meaning;

    Flag(String code, boolean protection, String meaning) {
        this.code = code;
        this.protection = protection;
        this.meaning = meaning;
    }

    /** The flag of this name. */
    public static Optional<Flag> of(String code) {
        return Arrays.stream(values()).filter(flag -> flag.code.equals(code)).findFirst();
    }

    /** The name, such as {@code rate-limits}. */
    public String code() {
        return code;
    }

    /** Whether it protects everybody, so that there is no share of people to protect. */
    public boolean isProtection() {
        return protection;
    }

    /** What is so while it is on. */
    public String meaning() {
        return meaning;
    }

    /** How it stands until somebody switches it: protections protect, and features that are in are on. */
    public FlagState standard() {
        return new FlagState(true, FlagState.EVERYBODY);
    }
}
