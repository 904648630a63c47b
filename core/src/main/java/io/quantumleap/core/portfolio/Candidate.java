package io.quantumleap.core.portfolio;

import java.util.Objects;

/**
 * An entry that is about to be recorded.
 *
 * @param line the line of the file it came from, at least 1
 * @param entry what it says
 * @param occurrence which one of those with the same content and no external id it is, from 1; 1 with an external id
 */
public record Candidate(int line, Entry entry, int occurrence) {

    /** Refuses a missing entry. */
    public Candidate {
        Objects.requireNonNull(entry, "entry");
    }
}
