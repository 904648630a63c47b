package io.quantumleap.adapters.rest.portfolio.preset;

import io.quantumleap.adapters.rest.csv.CsvCells;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.Meaning;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.RowCell;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.Treatment;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.RowError;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns the rows of a broker's file into ours, or says which cell cannot be understood. Not safe for use by many threads. */
final class PresetRows {

    private static final int LONGEST_SHOWN = 64;
    private static final Meaning NOTHING = new Meaning("", false, "", "", Treatment.SKIPPED);
    private static final Set<String> TRADES = Set.of("buy", "sell", "short", "cover");
    private static final Set<String> CASH = Set.of("deposit", "withdrawal");
    private static final Set<String> GROSS = Set.of("dividend", "interest");
    private static final Set<String> COMING_IN = Set.of("sell", "short", "dividend", "interest", "deposit");
    private static final Set<String> GOING_OUT = Set.of("buy", "cover", "fee", "tax", "withdrawal");

    private final BrokerPreset preset;
    private int skipped;

    PresetRows(BrokerPreset preset) {
        this.preset = preset;
    }

    /** How many rows were passed over, because the preset knows that they move nothing. */
    int skipped() {
        return skipped;
    }

    /** The row in our terms; empty when it is one of those that are passed over. */
    Optional<TransactionRow> row(CsvCells cells) {
        try {
            Meaning meaning = saysAgain(cells) ? NOTHING : meaning(cells);
            if (meaning.treatment() == Treatment.SKIPPED) {
                skipped++;
                return Optional.empty();
            }
            return Optional.of(new TransactionRow.Cells(cells.line(), fields(cells, meaning)));
        } catch (UnreadableCell unreadable) {
            return Optional.of(new TransactionRow.Unreadable(unreadable.error));
        }
    }

    /** Whether other rows of the file say the same. */
    private boolean saysAgain(CsvCells cells) {
        boolean skipped = false;
        for (RowCell row : preset.rows()) {
            String text = cells.get(row.column()).strip();
            Treatment treatment = row.treatment(text);
            if (treatment == Treatment.REFUSED) {
                throw new UnreadableCell(new RowError(
                        cells.line(),
                        row.column(),
                        "unknown-type",
                        "The preset " + preset.name() + " does not know rows of \u201c" + shown(text) + "\u201d."));
            }
            skipped |= treatment == Treatment.SKIPPED;
        }
        return skipped;
    }

    private Meaning meaning(CsvCells cells) {
        String word = cell(cells, preset.type().columns());
        return preset.type().meanings().stream()
                .filter(each -> each.fits(word))
                .findFirst()
                .filter(found -> found.treatment() != Treatment.REFUSED)
                .orElseThrow(() -> refuse(cells, "type", "unknown-type", unknownType(word)));
    }

    private TransactionFields fields(CsvCells cells, Meaning meaning) {
        Optional<BigDecimal> amount = number(cells, "amount", preset.amount().columns());
        Optional<BigDecimal> quantity = number(cells, "quantity", preset.quantity());
        BigDecimal direction = amount.or(() -> quantity).orElse(BigDecimal.ZERO);
        String type = direction.signum() < 0 ? meaning.outgoing() : meaning.incoming();
        amount.ifPresent(money -> checkSign(cells, type, money));
        BigDecimal fee = fee(cells);
        Optional<BigDecimal> money = amount.map(BigDecimal::abs);
        if (CASH.contains(type) && quantity.orElse(BigDecimal.ZERO).signum() != 0) {
            throw refuse(
                    cells,
                    "quantity",
                    "not-applicable",
                    "Securities that come or go are no cash: record them as transfer_in or transfer_out, with their old cost.");
        }
        boolean trade = TRADES.contains(type);
        boolean securities = trade || amount.isEmpty();
        return new TransactionFields(
                date(cells),
                type,
                CASH.contains(type) ? "" : symbol(cells),
                securities ? text(quantity.map(BigDecimal::abs)) : "",
                securities ? price(cells, type, quantity, money, fee) : "",
                trade || GROSS.contains(type) ? text(Optional.of(fee)) : "",
                text(GROSS.contains(type) ? money.map(fee::add) : money),
                currency(cells),
                externalId(cells));
    }

    private String externalId(CsvCells cells) {
        String id = cell(cells, preset.externalId().columns());
        if (id.isEmpty() && preset.externalId().required()) {
            throw refuse(cells, "external_id", "required", "A row of this file has an id, and this one has none.");
        }
        return id;
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private void checkSign(CsvCells cells, String type, BigDecimal amount) {
        if (!preset.amount().signed()) {
            return;
        }
        if ((amount.signum() < 0 && COMING_IN.contains(type)) || (amount.signum() > 0 && GOING_OUT.contains(type))) {
            throw refuse(
                    cells,
                    "amount",
                    "unexpected-sign",
                    "A row of this type moves money the other way. If it takes another row back, leave both out.");
        }
    }

    /** The printed price, or where the broker quotes in another currency than it books, the one that the booked money comes to. */
    private String price(
            CsvCells cells, String type, Optional<BigDecimal> quantity, Optional<BigDecimal> money, BigDecimal fee) {
        Optional<BigDecimal> printed = number(cells, "price", preset.price()).map(BigDecimal::abs);
        if (quantity.isEmpty() || quantity.get().signum() == 0 || money.isEmpty()) {
            return text(printed);
        }
        boolean isPaid = type.equals("buy") || type.equals("cover");
        BigDecimal gross = isPaid ? money.get().subtract(fee) : money.get().add(fee);
        QuotedPrice quoted = new QuotedPrice(quantity.get().abs(), gross);
        if (preset.price().isEmpty()) {
            return quoted.ofTheMoney().stripTrailingZeros().toPlainString();
        }
        return text(printed.map(quoted::printed));
    }

    private String date(CsvCells cells) {
        String text = cell(cells, preset.date().columns());
        if (text.isEmpty()) {
            return "";
        }
        ParsePosition position = new ParsePosition(0);
        try {
            LocalDate date = preset.date().form().parse(text, position).query(TemporalQueries.localDate());
            if (date != null && !continues(text, position.getIndex())) {
                return date.toString();
            }
        } catch (DateTimeException notADate) {
            // Said below, as for any other text that is no date.
        }
        throw refuse(cells, "date", "not-a-date", "The date is not written as this broker writes dates.");
    }

    private static boolean continues(String text, int end) {
        return end < text.length() && Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != 'T';
    }

    private String symbol(CsvCells cells) {
        String symbol = cell(cells, preset.symbol().columns());
        for (Map.Entry<String, String> replacement :
                preset.symbol().replacements().entrySet()) {
            symbol = symbol.replace(replacement.getKey(), replacement.getValue());
        }
        return symbol;
    }

    private BigDecimal fee(CsvCells cells) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String column : preset.fees().columns()) {
            Optional<BigDecimal> charged = number(cells, "fee", List.of(column));
            if (charged.isPresent()) {
                BigDecimal fee = preset.fees().negative() ? charged.get().negate() : charged.get();
                if (fee.signum() < 0) {
                    throw refuse(
                            cells, "fee", "unexpected-sign", "A fee that was paid back is booked as a row of its own.");
                }
                sum = sum.add(fee);
            }
        }
        return sum;
    }

    private String currency(CsvCells cells) {
        String currency = preset.currency().always().isEmpty()
                ? cell(cells, preset.currency().columns())
                : preset.currency().always();
        for (String column : preset.currency().same()) {
            String other = cells.get(column).strip();
            if (!other.isEmpty() && !other.equalsIgnoreCase(currency)) {
                throw new UnreadableCell(new RowError(
                        cells.line(),
                        column,
                        "currency-mismatch",
                        "A fee in another currency than the money of its row cannot be added up."));
            }
        }
        return currency.toUpperCase(Locale.ROOT);
    }

    private Optional<BigDecimal> number(CsvCells cells, String ours, List<String> columns) {
        String text = cell(cells, columns);
        if (text.isEmpty() || text.equals("-") || text.equals("--")) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = preset.number().read(text);
        if (number.isEmpty()) {
            throw refuse(cells, ours, "not-a-number", "This is not a number as this broker writes numbers.");
        }
        return number;
    }

    private static String cell(CsvCells cells, List<String> columns) {
        return columns.stream()
                .map(cells::get)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String unknownType(String word) {
        return word.isEmpty()
                ? "The type is missing."
                : "The preset " + preset.name() + " does not know the type \u201c" + shown(word) + "\u201d.";
    }

    private static String shown(String word) {
        return word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN) + "\u2026";
    }

    private UnreadableCell refuse(CsvCells cells, String ours, String code, String message) {
        return new UnreadableCell(new RowError(
                cells.line(), preset.brokersName(ours, cells.places().keySet()), code, message));
    }

    /** Ends the reading of one row; never leaves this class. */
    private static final class UnreadableCell extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RowError error;

        UnreadableCell(RowError error) {
            super(error.message(), null, false, false);
            this.error = Objects.requireNonNull(error, "error");
        }
    }
}
