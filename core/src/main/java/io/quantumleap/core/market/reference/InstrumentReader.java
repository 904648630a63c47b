package io.quantumleap.core.market.reference;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.shared.FieldReader;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Turns the text of an instrument into reference data, on top of what is known of it, or reports what is wrong. */
final class InstrumentReader {

    private static final Pattern CURRENCY_PAIR = Pattern.compile("[A-Z]{3}/[A-Z]{3}");

    private final FieldReader fields;
    private final AtomicBoolean refused;

    /**
     * @param fields reports the errors
     * @param refused whether any was reported since it was last set to false
     */
    InstrumentReader(FieldReader fields, AtomicBoolean refused) {
        this.fields = fields;
        this.refused = refused;
    }

    /** The symbol, if it is one. */
    Optional<Symbol> symbol(String text) {
        return fields.require("symbol", text)
                ? fields.value("symbol", text, "invalid-symbol", Symbol::new)
                : Optional.empty();
    }

    /**
     * What the text makes of an instrument.
     *
     * @param before what is known of it, if anything
     * @param hasPrices whether its currency is settled
     */
    Optional<ReferenceData> read(
            Symbol symbol, InstrumentFields given, Optional<ReferenceData> before, boolean hasPrices) {
        refused.set(false);
        Optional<Currency> currency = currency(given, before, hasPrices);
        Optional<String> name = given.name()
                .or(() -> before.map(ReferenceData::name))
                .or(() -> Optional.of(""))
                .flatMap(this::name);
        InstrumentKind kind = part(
                        "kind", given.kind(), "unknown-kind", InstrumentKind::parse, before.map(ReferenceData::kind))
                .orElseGet(() -> usualKind(symbol));
        Optional<Isin> isin =
                part("isin", given.isin(), "invalid-isin", Isin::new, before.flatMap(ReferenceData::isin));
        Optional<Figi> figi =
                part("figi", given.figi(), "invalid-figi", Figi::new, before.flatMap(ReferenceData::figi));
        Optional<Mic> exchange = part(
                "exchange", given.exchange(), "invalid-exchange", Mic::new, before.flatMap(ReferenceData::exchange));
        if (refused.get() || currency.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        long version = before.map(ReferenceData::version).orElse(1L);
        return Optional.of(new ReferenceData(
                symbol,
                currency.get(),
                name.get(),
                kind,
                isin.orElse(null),
                figi.orElse(null),
                exchange.orElse(null),
                version));
    }

    private static InstrumentKind usualKind(Symbol symbol) {
        return CURRENCY_PAIR.matcher(symbol.value()).matches() ? InstrumentKind.CURRENCY_PAIR : InstrumentKind.OTHER;
    }

    private Optional<Currency> currency(InstrumentFields given, Optional<ReferenceData> before, boolean hasPrices) {
        Optional<Currency> known = before.map(ReferenceData::currency);
        String text = given.currency().orElse("");
        if (text.isBlank()) {
            if (known.isEmpty() && fields.require("currency", text)) {
                return Optional.empty();
            }
            return known;
        }
        Optional<Currency> wanted = fields.currency("currency", text);
        if (hasPrices && wanted.isPresent() && !wanted.equals(known)) {
            fields.refuse(
                    "currency",
                    "currency-mismatch",
                    "It has prices in " + known.orElseThrow() + ", so that its currency is settled.");
        }
        return wanted;
    }

    private Optional<String> name(String text) {
        String name = text.strip();
        if (name.length() > ReferenceData.LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            fields.refuse(
                    "name",
                    "invalid-name",
                    "A name has at most " + ReferenceData.LONGEST_NAME + " characters on one line.");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /** What is given, or else what was known; nothing when an empty text takes it away. */
    private <T> Optional<T> part(
            String field, Optional<String> given, String code, Function<String, T> form, Optional<T> before) {
        return given.isEmpty() ? before : fields.value(field, given.get(), code, form);
    }
}
