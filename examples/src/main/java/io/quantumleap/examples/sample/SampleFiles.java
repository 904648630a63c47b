package io.quantumleap.examples.sample;

import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.sample.SampleData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes the synthetic sample portfolio as the two CSV files that the import takes. */
public final class SampleFiles {

    private SampleFiles() {}

    /**
     * Runs the program.
     *
     * @param arguments the folder to write to, which is made when it is missing
     * @throws IllegalArgumentException if not exactly one folder is named
     */
    public static void run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("Exactly one folder must be named.");
        }
        Path folder = Files.createDirectories(Path.of(arguments.get(0)));
        SampleData sample = SampleData.simulated();
        out.println(Files.write(folder.resolve("sample-transactions.csv"), transactions(sample)));
        out.println(Files.write(folder.resolve("sample-prices.csv"), prices(sample)));
    }

    static List<String> transactions(SampleData sample) {
        return Stream.concat(
                        Stream.of("date,type,symbol,quantity,price,fee,amount,currency,external_id"),
                        sample.transactions().stream().map(SampleFiles::line))
                .toList();
    }

    static List<String> prices(SampleData sample) {
        return Stream.concat(
                        Stream.of("date,symbol,close,currency"),
                        sample.prices().stream().map(SampleFiles::line))
                .toList();
    }

    /** No cell of the sample holds a comma or a quote, so none needs quoting. */
    private static String line(TransactionFields row) {
        return String.join(
                ",",
                row.date(),
                row.type(),
                row.symbol(),
                row.quantity(),
                row.price(),
                row.fee(),
                row.amount(),
                row.currency(),
                row.externalId());
    }

    private static String line(PriceFields row) {
        return String.join(",", row.date(), row.symbol(), row.close(), row.currency());
    }
}
