package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Prose.gainedOrLost;
import static io.quantumleap.chat.analyst.Prose.isNegative;
import static io.quantumleap.chat.analyst.Prose.period;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Answers why there was a gain or a loss: which holdings made it. */
final class ReasonAnswers {

    private static final int LONGEST_LIST = 12;

    private ReasonAnswers() {}

    static Step contributions(Inquiry inquiry) {
        return inquiry.withPeriod(inquiry.arguments(), (arguments, opening) -> inquiry.findings()
                .with(ScenarioTools.CONTRIBUTION, arguments, found -> Step.say(opening + told(inquiry, found))));
    }

    private static String told(Inquiry inquiry, ToolResult found) {
        StringBuilder text = new StringBuilder();
        boolean loss = isNegative(found.figure(Metric.GAIN));
        boolean asksForLoss =
                inquiry.reading().text().matches(".*\\b(?:lose|lost|loss|losses|down|drag\\w*|cost|hurt)\\b.*");
        if (asksForLoss && !loss) {
            text.append("There was no loss on the whole. ");
        }
        text.append(period(found))
                .append(" you ")
                .append(gainedOrLost(found.figure(Metric.GAIN)))
                .append(" with ")
                .append(inquiry.name())
                .append('.');
        List<Row> rows = new ArrayList<>(found.rows());
        if (rows.isEmpty()) {
            return text.append(" It held no instruments.").toString();
        }
        if (!loss && !asksForLoss) {
            Collections.reverse(rows);
        }
        text.append(
                loss || asksForLoss
                        ? " By holding, the greatest loss first:"
                        : " By holding, the greatest gain first:");
        rows.stream().limit(LONGEST_LIST).forEach(row -> text.append("\n- ").append(line(row)));
        found.figure(Metric.OTHER_GAIN)
                .filter(other -> !other.display().matches("-?0\\.?0* [A-Z]{3}"))
                .ifPresent(other -> text.append("\n- Interest, fees, taxes and currencies beside them: ")
                        .append(other.display()));
        return text.toString();
    }

    private static String line(Row row) {
        StringBuilder line = new StringBuilder(row.label() + " " + gainedOrLost(row.figure(Metric.GAIN)));
        row.figure(Metric.OWN_RETURN)
                .ifPresent(own -> line.append(", a return of its own of ").append(own.display()));
        row.figure(Metric.CONTRIBUTION)
                .ifPresent(part ->
                        line.append(", which adds ").append(part.display()).append(" to the return of the whole"));
        return line.append('.').toString();
    }
}
