package io.quantumleap.core.market.reference;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.shared.InvalidValueException;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an instrument apart from its prices.
 *
 * @param symbol the name that it is traded and imported under; never changes
 * @param currency the currency of its prices; settled with the first of them
 * @param name how people call it; may be empty
 * @param security names the security, or null; read it through {@link #isin()}
 * @param listing names the listing, or null; read it through {@link #figi()}
 * @param market where it is traded, or null; read it through {@link #exchange()}
 * @param version grows with every change
 */
public record ReferenceData(
        Symbol symbol,
        Currency currency,
        String name,
        InstrumentKind kind,
        @Nullable Isin security,
        @Nullable Figi listing,
        @Nullable Mic market,
        long version) {

    /** The longest name. */
    public static final int LONGEST_NAME = 200;

    /** Refuses missing parts and an overlong name. */
    public ReferenceData {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(currency, "currency");
        name = name.strip();
        Objects.requireNonNull(kind, "kind");
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("A name has at most " + LONGEST_NAME + " characters on one line.");
        }
    }

    /** The name of the security; one for each exchange that it is listed at. */
    public Optional<Isin> isin() {
        return Optional.ofNullable(security);
    }

    /** The name of the listing; no two instruments have the same. */
    public Optional<Figi> figi() {
        return Optional.ofNullable(listing);
    }

    /** Where it is traded, which settles its trading days. */
    public Optional<Mic> exchange() {
        return Optional.ofNullable(market);
    }

    /** The trading days of its prices: an exchange rate goes by TARGET, and without an exchange they are not known. */
    public Optional<CalendarCode> calendar() {
        return kind == InstrumentKind.CURRENCY_PAIR
                ? Optional.of(CalendarCode.TARGET)
                : exchange().map(CalendarCode::of);
    }

    /** Whether both say the same, whichever version they are. */
    public boolean saysTheSameAs(ReferenceData other) {
        return withVersion(other.version).equals(other);
    }

    /** The same in another version. */
    public ReferenceData withVersion(long other) {
        return new ReferenceData(symbol, currency, name, kind, security, listing, market, other);
    }
}
