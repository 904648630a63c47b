package io.quantumleap.chat.conversation;

import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolSpecification;
import java.util.Collection;
import java.util.List;

/** Suggests what to ask next: what the answer has not touched yet. */
final class NextQuestions {

    private static final int HOW_MANY = 3;

    private static final List<Suggestion> ALL = List.of(
            new Suggestion(FinancialTools.HOLDINGS, "What is my biggest holding and how risky is it?"),
            new Suggestion(FinancialTools.PERFORMANCE, "How has my portfolio performed this year?"),
            new Suggestion(FinancialTools.RISK, "How risky is my portfolio?"),
            new Suggestion(FinancialTools.DRAWDOWNS, "What were my deepest drawdowns?"),
            new Suggestion(FinancialTools.SUMMARY, "What is my total gain?"),
            new Suggestion(FinancialTools.CASH_FLOWS, "How much did I pay in fees last year?"));

    private NextQuestions() {}

    private record Suggestion(ToolSpecification answeredBy, String question) {}

    static List<String> after(Collection<String> toolsUsed) {
        return ALL.stream()
                .filter(suggestion ->
                        !toolsUsed.contains(suggestion.answeredBy().name()))
                .map(Suggestion::question)
                .limit(HOW_MANY)
                .toList();
    }
}
