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

/** Turns the text of one transaction into an {@link Entry}, or says what is wrong with each field of it. */
final class EntryReader {

    private static final int LONGEST_SETTLEMENT_YEARS = 1;

    /** An amount has at most 15 digits before the point, one that follows from quantity and price as well. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);

    private final Currency baseCurrency;
    private final boolean shortingAllowed;
    private final LocalDate today;

    /**
     * @param baseCurrency stands in where the text names no currency
     * @param today the last day a transaction may have
     */
    EntryReader(Currency baseCurrency, LocalDate today) {
        this(baseCurrency, false, today);
    }

    private EntryReader(Currency baseCurrency, boolean shortingAllowed, LocalDate today) {
        this.baseCurrency = baseCurrency;
        this.shortingAllowed = shortingAllowed;
        this.today = today;
    }

    /** A reader for a portfolio: its base currency and its policy hold. */
    static EntryReader of(Portfolio portfolio, LocalDate today) {
        return new EntryReader(portfolio.baseCurrency(), portfolio.policy().shortingAllowed(), today);
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

    private final class OneEntry {

        private final TransactionFields fields;
        private final TransactionFields.Extras extras;
        private final FieldReader reader;

        OneEntry(TransactionFields fields, FieldReader reader) {
            this.fields = fields;
            this.extras = fields.extras();
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
                            text -> TransactionType.parse(text.toLowerCase(Locale.ROOT)))
                    .filter(this::isAllowed);
        }

        private boolean isAllowed(TransactionType type) {
            boolean isShorting = type == TransactionType.SHORT || type == TransactionType.COVER;
            if (isShorting && !shortingAllowed) {
                reader.refuse("type", "shorting-not-allowed", "This portfolio does not allow short sales.");
                return false;
            }
            return true;
        }

        private Optional<Entry> entry(
                TransactionType type,
                Optional<LocalDate> date,
                Optional<Currency> currency,
                Optional<ExternalId> externalId) {
            EntryCells cells =
                    new EntryCells(type, Columns.of(type, !fields.symbol().isBlank()), reader);
            Optional<Symbol> symbol = cells.read("symbol", fields.symbol(), this::symbol);
            Optional<Quantity> quantity =
                    cells.read("quantity", fields.quantity(), reader::positive).map(Quantity::new);
            Optional<BigDecimal> price = cells.read("price", fields.price(), reader::notNegativeQuote);
            Optional<BigDecimal> fee = cells.read("fee", fields.fee(), reader::notNegative);
            Optional<BigDecimal> amount = cells.read("amount", fields.amount(), reader::notNegative);
            Optional<LocalDate> settlement = date.flatMap(day -> reader.date(
                    "settlement_date", extras.settlementDate(), day, day.plusYears(LONGEST_SETTLEMENT_YEARS)));
            Optional<Symbol> toSymbol = cells.read("to_symbol", extras.toSymbol(), this::symbol);
            Optional<BigDecimal> toAmount = cells.read("to_amount", extras.toAmount(), reader::positive);
            Optional<Currency> toCurrency = cells.read("to_currency", extras.toCurrency(), reader::currency);
            Optional<BigDecimal> costFraction = cells.read("cost_fraction", extras.costFraction(), this::fraction);
            Optional<List<LotName>> lots = cells.read(
                    "lot", extras.lot(), (field, text) -> reader.value(field, text, "invalid", LotName::parse));
            Optional<BigDecimal> tax = cells.read("tax", extras.tax(), reader::notNegative);
            Optional<LocalDate> acquired = cells.read(
                    "acquired",
                    extras.acquired(),
                    (field, text) -> reader.date(field, text, FieldReader.EARLIEST, date.orElse(today)));
            Optional<BigDecimal> cashInLieu = cells.read("cash_in_lieu", extras.cashInLieu(), reader::notNegative);
            if (date.isEmpty() || currency.isEmpty() || !cells.complete()) {
                return Optional.empty();
            }
            Money charged = money(fee, currency.get());
            Money withheld = money(tax, currency.get());
            boolean fits = new EntryFit(type, reader)
                    .holds(
                            symbol,
                            toSymbol,
                            quantity,
                            amount,
                            costFraction,
                            cashInLieu,
                            withheld,
                            currency.get(),
                            toCurrency);
            return gross(type, quantity, price, charged, withheld, amount)
                    .filter(money -> fits)
                    .map(money -> new Entry(
                            date.get(),
                            type,
                            symbol.orElse(null),
                            quantity.orElse(null),
                            price.map(each -> new Money(each, currency.get())).orElse(null),
                            charged,
                            money,
                            externalId.orElse(null),
                            new EntryDetails(
                                    settlement.orElse(null),
                                    toSymbol.orElse(null),
                                    toAmount.flatMap(sum -> toCurrency.map(into -> new Money(sum, into)))
                                            .orElse(null),
                                    costFraction.orElse(null),
                                    lots.orElse(List.of()),
                                    withheld,
                                    acquired.orElse(null),
                                    money(cashInLieu, currency.get()))));
        }

        private static Money money(Optional<BigDecimal> amount, Currency currency) {
            return new Money(amount.orElse(BigDecimal.ZERO), currency);
        }

        private Optional<Symbol> symbol(String field, String text) {
            return reader.value(field, text, "invalid-symbol", Symbol::new);
        }

        private Optional<BigDecimal> fraction(String field, String text) {
            return reader.notNegative(field, text).filter(fraction -> {
                boolean isFraction = fraction.compareTo(BigDecimal.ONE) <= 0;
                if (!isFraction) {
                    reader.refuse(field, "too-large", "The cost fraction is between 0 and 1.");
                }
                return isFraction;
            });
        }

        /** The money before the fee. For a trade it follows from quantity and price, and a stated amount must agree. */
        private Optional<Money> gross(
                TransactionType type,
                Optional<Quantity> quantity,
                Optional<BigDecimal> price,
                Money fee,
                Money tax,
                Optional<BigDecimal> amount) {
            if (isTooLarge(quantity, price)) {
                reader.refuse("amount", "too-large", "Quantity × price has more than 15 digits before the point.");
                return Optional.empty();
            }
            boolean isPaid = type == TransactionType.BUY || type == TransactionType.COVER;
            boolean isReceived = type == TransactionType.SELL || type == TransactionType.SHORT;
            boolean isReinvested = type == TransactionType.REINVESTED_DIVIDEND;
            if (!isPaid && !isReceived && !isReinvested) {
                return Optional.of(money(amount, fee.currency()));
            }
            Money traded = new Money(quantity.orElseThrow().value().multiply(price.orElseThrow()), fee.currency());
            if (isReinvested) {
                return dividend(traded, fee.plus(tax), amount);
            }
            if (amount.isEmpty()) {
                return Optional.of(traded.rounded());
            }
            Money stated = new Money(amount.get(), fee.currency());
            Money statedGross = isPaid ? stated.minus(fee) : stated.plus(fee);
            if (isTheSameToTheCent(statedGross, traded)) {
                return Optional.of(statedGross);
            }
            if (isTheSameToTheCent(stated, traded)) {
                return Optional.of(stated);
            }
            Money net = isPaid ? traded.plus(fee) : traded.minus(fee);
            reader.refuse(
                    "amount",
                    "amount-mismatch",
                    "The amount is neither quantity × price, " + traded.toPlainString() + ", nor that with the fee, "
                            + net.toPlainString() + ".");
            return Optional.empty();
        }

        private static boolean isTooLarge(Optional<Quantity> quantity, Optional<BigDecimal> price) {
            return quantity.isPresent()
                    && price.isPresent()
                    && quantity.get().value().multiply(price.get()).compareTo(TOO_LARGE) >= 0;
        }

        /** The whole dividend: what was invested, with what was charged and withheld before. */
        private Optional<Money> dividend(Money invested, Money taken, Optional<BigDecimal> amount) {
            Money whole = invested.plus(taken);
            if (amount.isEmpty()) {
                return Optional.of(invested.rounded().plus(taken));
            }
            Money stated = new Money(amount.get(), invested.currency());
            if (isTheSameToTheCent(stated, whole)) {
                return Optional.of(stated);
            }
            reader.refuse(
                    "amount",
                    "amount-mismatch",
                    "The amount is not the dividend before fee and tax, quantity × price + fee + tax, "
                            + whole.toPlainString() + ".");
            return Optional.empty();
        }

        /** Brokers round in different ways, all of them by less than one cent. */
        private static boolean isTheSameToTheCent(Money stated, Money computed) {
            BigDecimal cent = BigDecimal.ONE.movePointLeft(Currencies.digits(stated.currency()));
            return stated.signum() >= 0 && stated.minus(computed).amount().abs().compareTo(cent) < 0;
        }
    }
}
