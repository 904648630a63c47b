package io.quantumleap.architecture;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Prints every rule of the house with its verdict: {@code ./mvnw -q -Parchitects} in the root of a checkout. */
public final class ArchitectureReport {

    private ArchitectureReport() {}

    /**
     * Judges the checkout.
     *
     * @param arguments the root folder of the checkout
     * @throws IllegalStateException if a rule is broken, so that the build ends in an error
     */
    public static void main(String[] arguments) {
        int broken = print(House.at(Path.of(arguments[0])), HouseRules.all(), System.out);
        if (broken > 0) {
            throw new IllegalStateException(
                    "The architecture breaks " + broken + " of its rules; see the report above.");
        }
    }

    /** Prints the verdicts and returns how many rules are broken. */
    static int print(House house, List<HouseRule> rules, PrintStream out) {
        int broken = 0;
        out.printf(
                "%nThe rules of the house, judged on %d classes%n%n",
                house.classes().size());
        for (HouseRule rule : rules) {
            Verdict verdict = rule.judge(house);
            out.printf(
                    "  %-6s  %s (%d looked at)%n", verdict.kept() ? "kept" : "BROKEN", rule.name(), verdict.subjects());
            out.printf("          %s%n", rule.sentence());
            verdict.violations().forEach(violation -> out.printf("          - %s%n", violation));
            if (verdict.subjects() == 0) {
                out.printf("          - The rule looks at nothing: its subject is gone, so it proves nothing.%n");
            }
            broken += verdict.kept() ? 0 : 1;
        }
        out.printf("%n%d of %d rules are kept.%n", rules.size() - broken, rules.size());
        return broken;
    }
}
