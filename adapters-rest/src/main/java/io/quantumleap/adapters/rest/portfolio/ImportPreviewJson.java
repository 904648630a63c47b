package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.ImportPreview;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a transactions file; nothing was recorded.
 *
 * @param dryRun always true
 * @param toImport how many rows would be recorded
 * @param holdings the first {@value #MOST_HOLDINGS} instruments whose number of units would change
 * @param holdingChanges how many there are in all
 */
public record ImportPreviewJson(
        boolean dryRun,
        int rows,
        int toImport,
        int duplicates,
        int skipped,
        @Nullable String firstDate,
        @Nullable String lastDate,
        List<CashChangeJson> cash,
        List<HoldingChangeJson> holdings,
        int holdingChanges) {

    static final int MOST_HOLDINGS = 500;

    /** The cash in one currency, before and after. */
    public record CashChangeJson(String currency, String before, String after) {}

    /** The units of one instrument, before and after. */
    public record HoldingChangeJson(String symbol, String before, String after) {}

    static ImportPreviewJson of(ImportPreview.Possible possible, int skipped) {
        return new ImportPreviewJson(
                true,
                possible.rows(),
                possible.fresh(),
                possible.duplicates(),
                skipped,
                possible.first().map(LocalDate::toString).orElse(null),
                possible.last().map(LocalDate::toString).orElse(null),
                possible.cash().stream()
                        .map(change -> new CashChangeJson(
                                change.after().currency().getCurrencyCode(),
                                change.before().toPlainString(),
                                change.after().toPlainString()))
                        .toList(),
                possible.holdings().stream()
                        .limit(MOST_HOLDINGS)
                        .map(change -> new HoldingChangeJson(
                                change.symbol().value(), Decimals.text(change.before()), Decimals.text(change.after())))
                        .toList(),
                possible.holdings().size());
    }
}
