package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.CitedFigure;
import io.quantumleap.chat.evidence.Sense;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure that an answer may state.
 *
 * @param content what it is
 * @param owner the part that it belongs to, such as a symbol, or null when it is about a whole
 * @param source the number of the source in the evidence, or {@link #CONTEXT}
 * @param cited how a source shows it, or null when it is nothing to cite
 * @param metric the machine's name of the figure that it is, or null when it is read from a text
 */
record Fact(
        Content content,
        @Nullable String owner,
        int source,
        @Nullable CitedFigure cited,
        @Nullable String metric) {

    /** A fact that is read from a text. */
    Fact(Content content, @Nullable String owner, int source, @Nullable CitedFigure cited) {
        this(content, owner, source, cited, null);
    }

    /** The source of what needs none: the question's own dates, today. */
    static final int CONTEXT = -1;

    /** What a fact can be. */
    sealed interface Content {}

    /** A ratio, in per cent. */
    record PercentFact(BigDecimal percent, Sense sense) implements Content {}

    /** Money; several currencies when the text that states it leaves that open. */
    record MoneyFact(BigDecimal amount, Set<String> currencies, Sense sense) implements Content {}

    /** A plain number. */
    record NumberFact(BigDecimal value) implements Content {}

    /** A time span in days. */
    record SpanFact(long days) implements Content {}

    /** A number of months, as a question or a title states it. */
    record MonthsFact(BigDecimal months) implements Content {}

    /** How far an order goes: a rank up to here exists. */
    record RankFact(long last) implements Content {}

    /** A date, or as much of one as is known. */
    record DateFact(PartialDate date) implements Content {}
}
