package io.quantumleap.core.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an invented history as files to import: {@code transactions.csv}, {@code prices.csv}, and {@code statement-METHOD.csv} with the lots, the
 * cash and the gains that must come out. docs/import.md has the command.
 */
public final class WriteHistory {

    private static final List<String> METHODS = List.of("fifo", "lifo", "highest_cost", "average_cost");

    private WriteHistory() {}

    /** Takes the number of transactions, the seed and the folder. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: WriteHistory TRANSACTIONS SEED FOLDER");
            return;
        }
        int count = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        InventedHistory history = InventedHistory.of(count, seed, "INV", InventedHistory.Kind.USUAL);
        write(folder.resolve("transactions.csv"), HistoryLine.file(history.lines()));
        write(folder.resolve("prices.csv"), history.quotations().file());
        for (String method : METHODS) {
            ExactBook book = new ExactBook(method, history.quotations());
            history.lines().forEach(book::enter);
            write(folder.resolve("statement-" + method + ".csv"), statement(book));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        System.out.println(file);
    }

    private static String statement(ExactBook book) {
        List<String> lines = new ArrayList<>();
        lines.add("what,symbol,acquired,quantity,amount,currency");
        for (ExactLot lot : book.lots()) {
            lines.add(String.join(
                    ",",
                    "lot",
                    lot.symbol(),
                    lot.acquired().toString(),
                    lot.quantity().stripTrailingZeros().toPlainString(),
                    ExactLot.rounded(lot.cost(), Quotations.digits(lot.currency()))
                            .toPlainString(),
                    lot.currency()));
        }
        book.cash()
                .forEach((currency, amount) ->
                        lines.add("cash,,,," + amount.stripTrailingZeros().toPlainString() + "," + currency));
        book.gains()
                .forEach((currency, gains) -> lines.add("realised gain,,,,"
                        + ExactLot.rounded(gains.shortTerm().add(gains.longTerm()), Quotations.digits(currency))
                                .toPlainString()
                        + ","
                        + currency));
        return String.join("\n", lines) + "\n";
    }
}
