package io.quantumleap.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.valuation.GainsView;
import io.quantumleap.core.valuation.Office;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program against an account that shares nothing with it, on histories with everything in them. */
class InventedHistoryTest {

    @ParameterizedTest
    @CsvSource({
        "fifo, USUAL, 1",
        "lifo, USUAL, 2",
        "highest_cost, USUAL, 3",
        "average_cost, USUAL, 4",
        "specific_lot, NAMED_LOTS, 5",
        "fifo, SHORT_SALES, 6",
        "lifo, SHORT_SALES, 7",
        "highest_cost, SHORT_SALES, 8",
        "average_cost, SHORT_SALES, 9"
    })
    void comesOutToTheCent(String method, InventedHistory.Kind kind, long seed) {
        InventedHistory history = InventedHistory.of(2_000, seed, "INV", kind);
        ExactBook expected = new ExactBook(method, history.quotations());
        history.lines().forEach(expected::enter);

        Office office = new Office("USD");
        if (kind == InventedHistory.Kind.SHORT_SALES) {
            office.under("short");
        }
        office.under(method).price(prices(history));
        assertThat(office.importTransactions.importRows(
                        office.user,
                        office.portfolio.id(),
                        rows(history.lines()).iterator()))
                .isEqualTo(new TransactionImport.Done(2_000, 2_000, 0));

        assertThat(office.lots(null).lots())
                .extracting(InventedHistoryTest::text)
                .isEqualTo(
                        expected.lots().stream().map(InventedHistoryTest::text).toList());
        assertThat(gains(office.gains())).isEqualTo(gains(expected));
        assertThat(office.gains().gainInBase().toPlainString())
                .isEqualTo(ExactLot.rounded(expected.total("realised_gain"), 2).toPlainString());
        assertThat(office.reconcileLedger.reconcile().drifts()).isEmpty();
    }

    @Test
    void hasEveryKindOfTransaction() {
        Map<String, Long> kinds = new HashMap<>();
        for (InventedHistory.Kind kind : InventedHistory.Kind.values()) {
            InventedHistory.of(3_000, 1, "INV", kind)
                    .lines()
                    .forEach(line -> kinds.merge(line.text("type"), 1L, Long::sum));
        }

        assertThat(kinds.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TransactionType.values())
                        .map(TransactionType::code)
                        .collect(Collectors.toSet()));
    }

    @Test
    void isTheSameForTheSameSeed() {
        InventedHistory one = InventedHistory.of(500, 42, "INV", InventedHistory.Kind.USUAL);
        InventedHistory other = InventedHistory.of(500, 42, "INV", InventedHistory.Kind.USUAL);

        assertThat(one.lines()).isEqualTo(other.lines());
        assertThat(one.quotations().file()).isEqualTo(other.quotations().file());
    }

    private static String[] prices(InventedHistory history) {
        return history.quotations()
                .file()
                .lines()
                .skip(1)
                .map(line -> line.replace(',', ' '))
                .toArray(String[]::new);
    }

    private static List<TransactionRow> rows(List<HistoryLine> lines) {
        List<TransactionRow> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new TransactionRow.Cells(rows.size() + 2, TransactionFields.of(line::text))));
        return rows;
    }

    private static String text(Lot lot) {
        return String.join(
                " ",
                lot.symbol().value(),
                lot.isShort() ? "owed" : "owned",
                lot.opened().toString(),
                lot.acquired().toString(),
                lot.quantity().toString(),
                lot.cost().toString());
    }

    private static String text(ExactLot lot) {
        return String.join(
                " ",
                lot.symbol(),
                lot.owed() ? "owed" : "owned",
                lot.opened().toString(),
                lot.acquired().toString(),
                lot.quantity().stripTrailingZeros().toPlainString(),
                ExactLot.rounded(lot.cost(), Quotations.digits(lot.currency())).toPlainString() + " " + lot.currency());
    }

    private static Map<String, List<String>> gains(GainsView gains) {
        Map<String, List<String>> texts = new TreeMap<>();
        gains.totals()
                .forEach(total -> texts.put(
                        total.gain().currency().getCurrencyCode(),
                        List.of(
                                total.proceeds().toPlainString(),
                                total.cost().toPlainString(),
                                total.shortTermGain().toPlainString(),
                                total.longTermGain().toPlainString())));
        return texts;
    }

    private static Map<String, List<String>> gains(ExactBook book) {
        Map<String, List<String>> texts = new TreeMap<>();
        book.gains()
                .forEach((currency, gains) -> texts.put(
                        currency,
                        java.util.stream.Stream.of(gains.proceeds(), gains.cost(), gains.shortTerm(), gains.longTerm())
                                .map(amount -> ExactLot.rounded(amount, Quotations.digits(currency))
                                        .toPlainString())
                                .toList()));
        return texts;
    }
}
