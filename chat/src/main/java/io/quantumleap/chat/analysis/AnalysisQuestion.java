package io.quantumleap.chat.analysis;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be analysed.
 *
 * @param caller who asks
 * @param portfolio which portfolio
 * @param from the first day that counts, or null for the first with data; read it through {@link #firstDay()}
 * @param to the last day, or null for the last with data; read it through {@link #lastDay()}
 * @param benchmark the instrument to compare with, or null; read it through {@link #against()}
 */
public record AnalysisQuestion(
        UserId caller,
        PortfolioId portfolio,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Symbol benchmark) {

    /** Refuses missing parts. */
    public AnalysisQuestion {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(portfolio, "portfolio");
    }

    /** The first day that counts, when one is given. */
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(from);
    }

    /** The last day, when one is given. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(to);
    }

    /** The instrument to compare with, when one is given. */
    public Optional<Symbol> against() {
        return Optional.ofNullable(benchmark);
    }
}
