package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.FieldError;
import io.quantumleap.core.shared.FieldReader;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Turns the text of one transaction into an {@link Entry}, or says what is wrong with each field of it. */
final class EntryReader {

    private static final Pattern ZERO = Pattern.compile("0+(\\.0+)?");

    private final Currency baseCurrency;
    private final LocalDate today;

    /**
     * @param baseCurrency stands in where the text names no currency
     * @param today the last day a transaction may have
     */
    EntryReader(Currency baseCurrency, LocalDate today) {
        this.baseCurrency = baseCurrency;
        this.today = today;
    }

    /** What came out: an entry, or errors. */
    sealed interface Reading {

        /** The text keeps every rule. */
        record Entered(Entry entry) implements Reading {}

        /** The text breaks rules. */
        record Refused(List<FieldError> errors) implements Reading {}
    }

    Reading read(TransactionFields fields) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Entry> entry = new OneEntry(fields, new FieldReader(today, errors::add)).entry();
        return entry.isPresent() && errors.isEmpty() ? new Reading.Entered(entry.get()) : new Reading.Refused(errors);
    }

    /** What a type makes of a column. */
    private enum Need {
        REQUIRED,
        OPTIONAL,
        NONE
    }

    /** The columns of a type, beside date, currency and external id, which every type has. */
    private record Columns(Need symbol, Need quantity, Need price, Need fee, Need amount) {

        boolean complete(
                Optional<Symbol> hasSymbol,
                Optional<Quantity> hasQuantity,
                Optional<BigDecimal> hasPrice,
                Optional<BigDecimal> hasAmount) {
            return (symbol != Need.REQUIRED || hasSymbol.isPresent())
                    && (quantity != Need.REQUIRED || hasQuantity.isPresent())
                    && (price != Need.REQUIRED || hasPrice.isPresent())
                    && (amount != Need.REQUIRED || hasAmount.isPresent());
        }

        static Columns of(TransactionType type, boolean namesSymbol) {
            return switch (type) {
                case BUY, SELL ->
                    new Columns(Need.REQUIRED, Need.REQUIRED, Need.REQUIRED, Need.OPTIONAL, Need.OPTIONAL);
                case DIVIDEND -> new Columns(Need.REQUIRED, Need.NONE, Need.NONE, Need.OPTIONAL, Need.REQUIRED);
                case INTEREST -> new Columns(Need.OPTIONAL, Need.NONE, Need.NONE, Need.OPTIONAL, Need.REQUIRED);
                case FEE, TAX -> new Columns(Need.OPTIONAL, Need.NONE, Need.NONE, Need.NONE, Need.REQUIRED);
                case DEPOSIT, WITHDRAWAL -> new Columns(Need.NONE, Need.NONE, Need.NONE, Need.NONE, Need.REQUIRED);
                case SPLIT -> new Columns(Need.REQUIRED, Need.REQUIRED, Need.NONE, Need.NONE, Need.NONE);
                case TRANSFER_IN ->
                    namesSymbol
                            ? new Columns(Need.REQUIRED, Need.REQUIRED, Need.OPTIONAL, Need.NONE, Need.NONE)
                            : new Columns(Need.NONE, Need.NONE, Need.NONE, Need.NONE, Need.REQUIRED);
                case TRANSFER_OUT ->
                    namesSymbol
                            ? new Columns(Need.REQUIRED, Need.REQUIRED, Need.NONE, Need.NONE, Need.NONE)
                            : new Columns(Need.NONE, Need.NONE, Need.NONE, Need.NONE, Need.REQUIRED);
            };
        }
    }

    private final class OneEntry {

        private final TransactionFields fields;
        private final FieldReader reader;

        OneEntry(TransactionFields fields, FieldReader reader) {
            this.fields = fields;
            this.reader = reader;
        }

        Optional<Entry> entry() {
            Optional<LocalDate> date = reader.date("date", fields.date());
            Optional<TransactionType> type = type();
            Optional<Currency> currency = fields.currency().isBlank()
                    ? Optional.of(baseCurrency)
                    : reader.currency("currency", fields.currency());
            Optional<ExternalId> externalId =
                    reader.value("external_id", fields.externalId(), "invalid", ExternalId::new);
            return type.flatMap(known -> entry(known, date, currency, externalId));
        }

        private Optional<TransactionType> type() {
            if (!reader.require("type", fields.type())) {
                return Optional.empty();
            }
            return reader.value(
                    "type",
                    fields.type(),
                    "unknown-type",
                    text -> TransactionType.parse(text.toLowerCase(Locale.ROOT)));
        }

        private Optional<Entry> entry(
                TransactionType type,
                Optional<LocalDate> date,
                Optional<Currency> currency,
                Optional<ExternalId> externalId) {
            Columns columns = Columns.of(type, !fields.symbol().isBlank());
            Optional<Symbol> symbol = cell(
                    type,
                    "symbol",
                    fields.symbol(),
                    columns.symbol(),
                    (field, text) -> reader.value(field, text, "invalid-symbol", Symbol::new));
            Optional<Quantity> quantity = cell(
                            type, "quantity", fields.quantity(), columns.quantity(), reader::positive)
                    .map(Quantity::new);
            Optional<BigDecimal> price = cell(type, "price", fields.price(), columns.price(), reader::notNegativeQuote);
            Optional<BigDecimal> fee = cell(type, "fee", fields.fee(), columns.fee(), reader::notNegative);
            Optional<BigDecimal> amount = cell(type, "amount", fields.amount(), columns.amount(), reader::notNegative);
            if (date.isEmpty() || currency.isEmpty() || !columns.complete(symbol, quantity, price, amount)) {
                return Optional.empty();
            }
            Money charged = new Money(fee.orElse(BigDecimal.ZERO), currency.get());
            return gross(type, quantity, price, charged, amount)
                    .map(money -> new Entry(
                            date.get(),
                            type,
                            symbol.orElse(null),
                            quantity.orElse(null),
                            price.map(each -> new Money(each, currency.get())).orElse(null),
                            charged,
                            money,
                            externalId.orElse(null)));
        }

        private <T> Optional<T> cell(
                TransactionType type,
                String field,
                String text,
                Need need,
                BiFunction<String, String, Optional<T>> read) {
            switch (need) {
                case REQUIRED -> reader.require(field, text);
                case OPTIONAL -> {}
                case NONE -> {
                    if (!saysNothing(text)) {
                        reader.refuse(
                                field,
                                "not-applicable",
                                "A row of type " + type.code() + " has no " + field + " here; leave it empty.");
                    }
                    return Optional.empty();
                }
            }
            return read.apply(field, text);
        }

        /** Brokers fill cells that do not apply with zeros; those do no harm. */
        private static boolean saysNothing(String text) {
            return text.isBlank() || ZERO.matcher(text.strip()).matches();
        }

        /** The money before the fee. For a trade it follows from quantity and price, and a stated amount must agree. */
        private Optional<Money> gross(
                TransactionType type,
                Optional<Quantity> quantity,
                Optional<BigDecimal> price,
                Money fee,
                Optional<BigDecimal> amount) {
            if (type != TransactionType.BUY && type != TransactionType.SELL) {
                return Optional.of(new Money(amount.orElse(BigDecimal.ZERO), fee.currency()));
            }
            Money computed = new Money(quantity.orElseThrow().value().multiply(price.orElseThrow()), fee.currency());
            if (amount.isEmpty()) {
                return Optional.of(computed.rounded());
            }
            Money stated = new Money(amount.get(), fee.currency());
            Money statedGross = type == TransactionType.BUY ? stated.minus(fee) : stated.plus(fee);
            if (isTheSameToTheCent(statedGross, computed)) {
                return Optional.of(statedGross);
            }
            if (isTheSameToTheCent(stated, computed)) {
                return Optional.of(stated);
            }
            Money net = type == TransactionType.BUY ? computed.plus(fee) : computed.minus(fee);
            reader.refuse(
                    "amount",
                    "amount-mismatch",
                    "The amount is neither quantity × price, " + computed.toPlainString() + ", nor that with the fee, "
                            + net.toPlainString() + ".");
            return Optional.empty();
        }

        /** Brokers round in different ways, all of them by less than one cent. */
        private static boolean isTheSameToTheCent(Money stated, Money computed) {
            BigDecimal cent = BigDecimal.ONE.movePointLeft(Currencies.digits(stated.currency()));
            return stated.signum() >= 0 && stated.minus(computed).amount().abs().compareTo(cent) < 0;
        }
    }
}
