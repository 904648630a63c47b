package io.quantumleap.adapters.rest.portfolio;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quantumleap.adapters.rest.csv.CsvCells;
import io.quantumleap.adapters.rest.csv.CsvColumns;
import io.quantumleap.adapters.rest.csv.FormulaText;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The transactions CSV: reading its rows and writing them. */
final class TransactionCsv {

    static final CsvColumns COLUMNS = new CsvColumns(
            List.of("date", "type"),
            List.of("symbol", "quantity", "price", "fee", "amount", "currency", "external_id"));

    private TransactionCsv() {}

    static TransactionRow row(CsvCells cells) {
        return new TransactionRow.Cells(
                cells.line(),
                new TransactionFields(
                        cells.get("date"),
                        cells.get("type"),
                        cells.get("symbol"),
                        cells.get("quantity"),
                        cells.get("price"),
                        cells.get("fee"),
                        cells.get("amount"),
                        cells.get("currency"),
                        FormulaText.meant(cells.get("external_id"))));
    }

    /** Writes them in the order given; two ledgers with the same entries in the same order give the same bytes. */
    static void write(List<Transaction> transactions, OutputStream out) throws IOException {
        CsvWriter file = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
        file.writeRecord("date", "type", "symbol", "quantity", "price", "fee", "amount", "currency", "external_id");
        for (Transaction transaction : transactions) {
            Entry entry = transaction.entry();
            file.writeRecord(
                    entry.date().toString(),
                    entry.type().code(),
                    entry.symbol().map(Symbol::value).orElse(""),
                    entry.quantity()
                            .map(quantity -> Decimals.text(quantity.value()))
                            .orElse(""),
                    entry.price().map(price -> Decimals.text(price.amount())).orElse(""),
                    unlessZero(entry.fee()),
                    unlessZero(entry.statedAmount()),
                    entry.currency().getCurrencyCode(),
                    entry.externalId()
                            .map(ExternalId::value)
                            .map(FormulaText::harmless)
                            .orElse(""));
        }
        file.flush();
    }

    private static String unlessZero(Money money) {
        return money.signum() == 0 ? "" : money.toPlainString();
    }
}
