package io.quantumleap.chat.analysis;

import io.quantumleap.chat.evidence.Source;
import java.util.Objects;

/**
 * Something that the analysis found, or something that would change it.
 *
 * @param name the machine's name, such as {@code largest_holding}; unique among findings and among suggestions
 * @param level how much it stands out: {@code info}, or the level of the risk
 * @param statement what was found, in one or two sentences; each figure in it is one of the evidence
 * @param evidence the figures that it rests on, and the address that shows them
 */
public record Finding(String name, String level, String statement, Source evidence) {

    /** The level of what is only to be known. */
    public static final String INFO = "info";

    /** Refuses missing parts. */
    public Finding {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(evidence, "evidence");
    }
}
