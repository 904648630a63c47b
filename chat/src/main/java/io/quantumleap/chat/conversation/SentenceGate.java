package io.quantumleap.chat.conversation;

import io.quantumleap.chat.grounding.GroundingCheck;
import io.quantumleap.chat.grounding.Sentences;
import io.quantumleap.chat.guardrail.GroundingPolicy;
import io.quantumleap.chat.guardrail.Guardrails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets a growing reply through sentence by sentence, each only after it was checked. At the first sentence with a figure
 * that cannot be traced, and at the length limit, the gate closes for good.
 */
final class SentenceGate {

    /** A text that has no boundary by then is checked as it is. */
    private static final int LONGEST_PIECE = 4_000;

    private final GroundingCheck check;
    private final Guardrails rules;
    private final Set<String> toolsUsed;
    private final Consumer<String> approved;
    private final StringBuilder pending = new StringBuilder();
    private List<String> untraced = List.of();
    private boolean closed;
    private int room;

    /** @param toolsUsed the tools that gave figures for this answer; it may still grow */
    SentenceGate(GroundingCheck check, Guardrails rules, Set<String> toolsUsed, int room, Consumer<String> approved) {
        this.check = check;
        this.rules = rules;
        this.toolsUsed = toolsUsed;
        this.room = room;
        this.approved = approved;
    }

    /** Takes the next piece of the reply; returns whether the gate is still open. */
    boolean accept(String piece) {
        if (closed) {
            return false;
        }
        pending.append(piece);
        int end = endOfFirst();
        while (!closed && end > 0) {
            pass(end);
            end = endOfFirst();
        }
        return !closed;
    }

    /** The reply is over: what is left is checked as well. Returns whether all of it went through. */
    boolean finish() {
        if (!closed && pending.length() > 0) {
            pass(pending.length());
        }
        return !closed;
    }

    /** The figures that closed the gate; empty when it is open or was closed by length. */
    List<String> untraced() {
        return untraced;
    }

    private int endOfFirst() {
        int end = Sentences.endOfFirst(pending.toString(), 0);
        return end < 0 && pending.length() > LONGEST_PIECE ? pending.length() : end;
    }

    private void pass(int end) {
        String piece = plainText(pending.substring(0, end));
        pending.delete(0, end);
        room -= piece.length();
        Optional<String> objection = rules.advice().objection(piece, toolsUsed);
        if (objection.isPresent()) {
            untraced = List.of(objection.get());
            closed = true;
            return;
        }
        List<String> doubtful = check.review(piece);
        boolean marks = rules.grounding() == GroundingPolicy.MARK;
        untraced = marks ? List.of() : doubtful;
        closed = !untraced.isEmpty() || room < 0;
        if (!closed) {
            approved.accept(doubtful.isEmpty() ? piece : marked(piece, doubtful));
        }
    }

    /** The sentence with a mark, before the white space that ends it. */
    private static String marked(String piece, List<String> doubtful) {
        String said = piece.stripTrailing();
        return said + " [not traced: " + String.join("; ", doubtful) + "]" + piece.substring(said.length());
    }

    /** Without control characters and broken surrogates, which are no text and which no store takes. */
    private static String plainText(String piece) {
        StringBuilder plain = new StringBuilder(piece.length());
        piece.codePoints()
                .filter(point -> point == '\n' || point == '\t' || !isNoText(point))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isNoText(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
