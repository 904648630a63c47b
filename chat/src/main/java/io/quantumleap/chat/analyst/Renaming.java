package io.quantumleap.chat.analyst;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the one change that the analyst can propose: another name for a portfolio. */
final class Renaming {

    private static final Pattern REQUEST = Pattern.compile(
            "(?is)^\\s*(?:please |can you |could you )*(?:rename|call|change the name of) (?<old>.{0,120}?)"
                    + "(?:\\s+(?:to|as|into))?\\s+[\"“'](?<quoted>[^\"”']{1,100})[\"”'][\\s.?!]*$"
                    + "|^\\s*(?:please |can you |could you )*(?:rename|change the name of) (?<old2>.{0,120}?)\\s+(?:to|as|into)\\s+"
                    + "(?<bare>\\S.{0,99}?)[\\s.?!]*$");

    private Renaming() {}

    /** The new name that a message asks for; empty when it asks for something else. */
    static Optional<String> newName(String message) {
        Matcher request = REQUEST.matcher(message);
        if (!request.matches()) {
            return Optional.empty();
        }
        return Optional.of(request.group("quoted") == null ? request.group("bare") : request.group("quoted"))
                .map(String::strip);
    }

    /** What the message calls the portfolio now. */
    static String oldName(String message) {
        Matcher request = REQUEST.matcher(message);
        if (!request.matches()) {
            return "";
        }
        return request.group("old") == null ? request.group("old2") : request.group("old");
    }

    static Step propose(ToolResult.Row portfolio, String name, Findings findings) {
        String id = portfolio.figure(Metric.PORTFOLIO_ID).map(Figure::display).orElse("");
        ToolArguments arguments = ToolArguments.of(Map.of("portfolio_id", id, "name", name));
        return findings.withOutcome(
                ScenarioTools.RENAME_PORTFOLIO,
                arguments,
                outcome -> Step.say(
                        outcome instanceof ToolRefusal refusal ? refusal.message() : "I have prepared the change."));
    }
}
