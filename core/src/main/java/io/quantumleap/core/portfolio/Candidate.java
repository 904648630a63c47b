package io.quantumleap.core.portfolio;

/**
 * An entry that is about to be recorded.
 *
 * @param line the line of the file it came from
 * @param entry what it says
 */
record Candidate(int line, Entry entry) {}
