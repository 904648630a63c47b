package io.quantumleap.chat.analyst;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The instruments that a question names, and the question without their symbols.
 *
 * @param symbols in the order of the question
 * @param rest the other words
 */
record Named(List<String> symbols, String rest) {

    Named {
        symbols = List.copyOf(symbols);
    }

    static Named in(String question, Collection<String> known, Collection<String> held) {
        List<String> candidates = Reading.symbolCandidates(question);
        List<String> symbols = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        for (String part : question.split("\\s+", -1)) {
            String symbol = Reading.trimmed(part).toUpperCase(Locale.ROOT);
            boolean exists = Stream.concat(known.stream(), held.stream()).anyMatch(symbol::equals);
            if (exists && candidates.contains(symbol)) {
                if (!symbols.contains(symbol)) {
                    symbols.add(symbol);
                }
            } else {
                rest.append(part).append(' ');
            }
        }
        return new Named(symbols, rest.toString().strip());
    }
}
