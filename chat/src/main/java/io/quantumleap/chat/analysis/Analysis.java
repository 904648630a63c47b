package io.quantumleap.chat.analysis;

import io.quantumleap.chat.conversation.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A portfolio analysed.
 *
 * @param from the day whose closing value the period starts from
 * @param to the last day
 * @param riskLevel {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param scores the overall score first
 * @param findings what stands out, the most serious first
 * @param suggestions what would bring a risk that stands out back to the line that it has reached; computed facts, no advice
 * @param notes conventions and warnings that belong to the figures
 * @param summary the whole in a few sentences, each figure of it traced; with the model that worded it
 * @param fallback whether no model of the route could word the summary, so that it is the findings themselves
 */
public record Analysis(
        LocalDate from,
        LocalDate to,
        String riskLevel,
        List<Score> scores,
        List<Finding> findings,
        List<Finding> suggestions,
        List<String> notes,
        Turn.Answered summary,
        boolean fallback) {

    /** Refuses missing parts and copies the lists. */
    public Analysis {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(riskLevel, "riskLevel");
        Objects.requireNonNull(summary, "summary");
        scores = List.copyOf(scores);
        findings = List.copyOf(findings);
        suggestions = List.copyOf(suggestions);
        notes = List.copyOf(notes);
    }
}
