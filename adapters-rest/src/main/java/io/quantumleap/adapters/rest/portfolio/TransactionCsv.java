package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.csv.CsvCells;
import io.quantumleap.adapters.rest.csv.CsvColumns;
import io.quantumleap.adapters.rest.csv.FormulaText;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.LotName;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The transactions CSV: reading its rows and writing them. */
final class TransactionCsv {

    private static final List<String> REQUIRED = List.of("date", "type");

    /** Columns that every file that we write has. */
    private static final Map<String, Function<Entry, String>> USUAL = new LinkedHashMap<>();

    /** Columns that a file has when one of its rows needs them. */
    private static final Map<String, Function<Entry, String>> RARE = new LinkedHashMap<>();

    static {
        USUAL.put("date", entry -> entry.date().toString());
        USUAL.put("type", entry -> entry.type().code());
        USUAL.put("symbol", entry -> entry.symbol().map(Symbol::value).orElse(""));
        USUAL.put("quantity", entry -> entry.quantity()
                .map(quantity -> Decimals.text(quantity.value()))
                .orElse(""));
        USUAL.put("price", entry -> entry.price()
                .map(price -> Decimals.text(price.amount()))
                .orElse(""));
        USUAL.put("fee", entry -> unlessZero(entry.fee()));
        USUAL.put("amount", TransactionCsv::amount);
        USUAL.put("currency", entry -> entry.currency().getCurrencyCode());
        USUAL.put("external_id", entry -> entry.externalId()
                .map(ExternalId::value)
                .map(FormulaText::harmless)
                .orElse(""));
        RARE.put("settlement_date", entry -> text(entry.details().settlement()));
        RARE.put("to_symbol", entry -> text(entry.details().toSymbol()));
        RARE.put(
                "to_amount",
                entry -> entry.toAmount().map(TransactionCsv::unlessZero).orElse(""));
        RARE.put("to_currency", entry -> entry.toAmount()
                .map(money -> money.currency().getCurrencyCode())
                .orElse(""));
        RARE.put(
                "cost_fraction",
                entry -> entry.details().costFraction() == null
                        ? ""
                        : Decimals.text(Objects.requireNonNull(entry.details().costFraction())));
        RARE.put(
                "lot",
                entry -> FormulaText.harmless(LotName.text(entry.details().lots())));
        RARE.put("tax", entry -> unlessZero(entry.tax()));
        RARE.put("acquired", entry -> text(entry.details().acquired()));
        RARE.put("cash_in_lieu", entry -> unlessZero(entry.cashInLieu()));
    }

    private static final Set<String> TEXTS = Set.of("external_id", "lot");

    static final CsvColumns COLUMNS = new CsvColumns(
            REQUIRED,
            Stream.concat(USUAL.keySet().stream(), RARE.keySet().stream())
                    .filter(column -> !REQUIRED.contains(column))
                    .toList());

    private TransactionCsv() {}

    /** The columns that every file that we write has. */
    static List<String> usualColumns() {
        return List.copyOf(USUAL.keySet());
    }

    /** The columns that a file has when one of its rows needs them. */
    static List<String> rareColumns() {
        return List.copyOf(RARE.keySet());
    }

    /** The cells of the usual and then of the rare columns. */
    static List<String> cells(Entry entry) {
        return Stream.concat(USUAL.values().stream(), RARE.values().stream())
                .map(cell -> cell.apply(entry))
                .toList();
    }

    static TransactionRow row(CsvCells cells) {
        return new TransactionRow.Cells(
                cells.line(),
                TransactionFields.of(
                        column -> TEXTS.contains(column) ? FormulaText.meant(cells.get(column)) : cells.get(column)));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The gross amount instead where the fee is more than a sale brought; nothing where quantity and price say the same. */
    private static String amount(Entry entry) {
        Money stated = entry.statedAmount().signum() < 0 ? entry.amount() : entry.statedAmount();
        boolean isTold =
                entry.price().isPresent() && entry.statedCost().orElseThrow().signum() != 0;
        return stated.signum() == 0 && isTold && !entry.transfersSecurities()
                ? Decimals.recorded(stated)
                : unlessZero(stated);
    }

    private static String unlessZero(Money money) {
        return money.signum() == 0 ? "" : Decimals.recorded(money);
    }
}
