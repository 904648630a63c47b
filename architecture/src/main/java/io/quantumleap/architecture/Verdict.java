package io.quantumleap.architecture;

import java.util.List;

/**
 * What a rule found.
 *
 * @param subjects how many classes, packages or modules it looked at; a rule that looks at nothing is not kept
 * @param violations one sentence each
 */
public record Verdict(int subjects, List<String> violations) {

    /** Copies the violations. */
    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Whether the rule looked at something and found nothing wrong. */
    public boolean kept() {
        return subjects > 0 && violations.isEmpty();
    }
}
