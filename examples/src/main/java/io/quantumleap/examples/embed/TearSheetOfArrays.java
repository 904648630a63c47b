package io.quantumleap.examples.embed;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.tearsheet.FurtherMeasures;
import io.quantumleap.analytics.tearsheet.TearSheet;
import io.quantumleap.analytics.tearsheet.TearSheetConventions;
import io.quantumleap.analytics.tearsheet.TearSheetData;
import io.quantumleap.analytics.tearsheet.TearSheetPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** From arrays of dates, values, flows and an index to a full tear sheet as records and as a page to send to a client. */
public final class TearSheetOfArrays {

    private TearSheetOfArrays() {}

    /**
     * Measures six months with one deposit, prints three figures and writes the page.
     *
     * @param page where the page goes
     */
    public static void run(Path page) throws IOException {
        LocalDate[] dates = IntStream.rangeClosed(1, 7)
                .mapToObj(month -> LocalDate.of(2026, month, 1))
                .toArray(LocalDate[]::new);
        double[] values = {100_000, 101_200, 97_800, 119_900, 121_000, 119_700, 122_900};
        double[] flows = {0, 0, 0, 20_000, 0, 0, 0};
        double[] index = {4_800, 4_848, 4_727, 4_812, 4_831, 4_759, 4_863};

        TearSheetData data = TearSheetData.ofValues(dates, values, flows, index);
        TearSheet sheet = TearSheet.of(data, TearSheetConventions.usual(PeriodsPerYear.MONTHLY));
        FurtherMeasures further = FurtherMeasures.of(data, sheet);
        Files.writeString(page, TearSheetPage.render("My fund", data, sheet));

        System.out.println(
                "Time-weighted return: " + sheet.risk().cumulativeReturn().orElseThrow());
        System.out.println("Beta:                 " + sheet.comparison().beta().orElseThrow());
        System.out.println("Up capture:           " + further.capture().up().orElseThrow());
    }
}
