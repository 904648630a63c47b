package io.quantumleap.core.market.fx;

import io.quantumleap.core.market.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a currency costs in another, and how that is known.
 *
 * @param rate units of {@code to} for one unit of {@code from}, to 34 digits
 * @param path how it is known
 * @param pivot the currency that it goes through, or null; read it through {@link #via()}
 * @param legs the quotations that it is made of: none for a currency and itself, two when triangulated
 */
public record CrossRate(
        Currency from,
        Currency to,
        BigDecimal rate,
        Path path,
        @Nullable Currency pivot,
        List<Leg> legs) {

    /** Copies the list. */
    public CrossRate {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(path, "path");
        legs = List.copyOf(legs);
    }

    /** How a rate is known. */
    public enum Path {
        /** A currency costs one of itself. */
        IDENTITY,
        /** Quoted as it is asked for. */
        DIRECT,
        /** One divided by a quotation the other way round. */
        INVERSE,
        /** The product of two rates with a third currency between. */
        TRIANGULATED
    }

    /**
     * One quotation.
     *
     * @param symbol the exchange rate that is quoted
     * @param date its day
     * @param quote what it says
     * @param inverted whether it is used the other way round
     */
    public record Leg(Symbol symbol, LocalDate date, BigDecimal quote, boolean inverted) {

        /** What the leg contributes. */
        BigDecimal factor() {
            return inverted ? BigDecimal.ONE.divide(quote, MathContext.DECIMAL128) : quote;
        }
    }

    /** The currency that it goes through, when it is {@link Path#TRIANGULATED}. */
    public Optional<Currency> via() {
        return Optional.ofNullable(pivot);
    }

    /** The day of the oldest quotation in it; nothing for a currency and itself. */
    public Optional<LocalDate> date() {
        return legs.stream().map(Leg::date).min(LocalDate::compareTo);
    }
}
