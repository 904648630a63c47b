package io.quantumleap.app.it;

import java.time.LocalDate;

/** A transactions CSV of deposits of 5, twenty a day from 2020 on, that takes the server a while. */
final class DepositsFile {

    private DepositsFile() {}

    /** So many rows, each with an external id that begins with the name. */
    static String of(String name, int count) {
        StringBuilder rows = new StringBuilder("date,type,symbol,quantity,price,amount,external_id\n");
        LocalDate first = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < count; i++) {
            rows.append(first.plusDays(i / 20))
                    .append(",deposit,,,,5,")
                    .append(name)
                    .append(i)
                    .append('\n');
        }
        return rows.toString();
    }
}
