package io.quantumleap.analytics.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A CSV beside the tests, without its header. */
record CommittedTable(List<String[]> rows) {

    static CommittedTable read(String name) {
        try (InputStream in = CommittedTable.class.getResourceAsStream(name)) {
            return new CommittedTable(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double[] column(int index) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
    }
}
