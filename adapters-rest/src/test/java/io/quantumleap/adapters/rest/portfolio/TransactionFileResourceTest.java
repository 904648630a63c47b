package io.quantumleap.adapters.rest.portfolio;

import static io.quantumleap.adapters.rest.portfolio.PortfolioResourceTest.firstError;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer.Answer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TransactionFileResourceTest {

    private static final String SCHWAB = """
            "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
            "01/17/2024","Sell","AAPL","APPLE INC","4","$182.68","$0.03","$730.69"
            "01/16/2024","Buy","AAPL","APPLE INC","10","$181.25","","-$1,812.50"
            "01/15/2024","MoneyLink Transfer","","Tfr BANK","","","","$5,000.00"
            """;
    private static final String BOOK = """
            date,type,symbol,quantity,price,fee,amount,currency,external_id
            2024-01-02,deposit,,,,,10000.00,EUR,'=1+1
            2024-01-03,buy,DAX,10.5,101.503,1.25,1067.03,EUR,
            2024-01-03,buy,DAX,10.5,101.503,1.25,1067.03,EUR,
            2024-01-04,dividend,DAX,,,,12.30,EUR,"a ""b"", c"
            2024-01-05,split,DAX,2,,,,EUR,
            2024-01-08,transfer_in,^ODD,3,7.123456789,,,EUR,
            2024-01-09,sell,DAX,40,55.1,1.00,2203.00,EUR,
            """;

    private final LedgerDesk desk = new LedgerDesk();
    private final String portfolio = desk.portfolio("EUR");

    @Test
    void importsABrokersFileAsItIs() {
        String imports = portfolio + "/transactions/import?preset=schwab";

        Answer answer = desk.csv(imports, SCHWAB);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getInt("imported")).isEqualTo(3);
        assertThat(answer.json().getInt("skipped")).isZero();
        assertThat(desk.csv(imports, SCHWAB).json().getInt("duplicates")).isEqualTo(3);
        assertThat(exported(portfolio)).isEqualTo("""
                date,type,symbol,quantity,price,fee,amount,currency,external_id
                2024-01-15,deposit,,,,,5000.00,USD,
                2024-01-16,buy,AAPL,10,181.25,,1812.50,USD,
                2024-01-17,sell,AAPL,4,182.68,0.03,730.69,USD,
                """);
    }

    @Test
    void namesABrokersBadCellByTheBrokersColumn() {
        Answer answer = desk.csv(
                portfolio + "/transactions/import?preset=schwab",
                SCHWAB.replace("\"10\"", "\"3\"").replace("1,812.50", "543.75"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(firstError(answer).getInt("line")).isEqualTo(2);
        assertThat(firstError(answer).getString("field")).isEqualTo("quantity");
        assertThat(firstError(answer).getString("code")).isEqualTo("not-held");
        assertThat(exported(portfolio)).hasLineCount(1);
    }

    @Test
    void saysInADryRunWhatWouldChangeAndChangesNothing() {
        desk.csv(portfolio + "/transactions/import", "date,type,amount,currency\n2024-01-02,deposit,10.00,USD\n");

        Answer answer = desk.csv(portfolio + "/transactions/import?preset=schwab&dry_run=true", SCHWAB);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"cash\":[{\"after\":\"3928.19\",\"before\":\"10.00\",\"currency\":\"USD\"}],\"dry_run\":true,"
                                + "\"duplicates\":0,\"first_date\":\"2024-01-15\",\"holding_changes\":1,"
                                + "\"holdings\":[{\"after\":\"6\",\"before\":\"0\",\"symbol\":\"AAPL\"}],"
                                + "\"last_date\":\"2024-01-17\",\"rows\":3,\"skipped\":0,\"to_import\":3}");
        assertThat(exported(portfolio)).hasLineCount(2);
    }

    @Test
    void tellsByEventsHowFarItIs() {
        Answer imported = desk.events(portfolio + "/transactions/import", BOOK);
        Answer refused = desk.events(portfolio + "/transactions/import", BOOK.replace("10.5", "ten"));

        assertThat(imported.type()).startsWith("text/event-stream");
        assertThat(imported.text()).isEqualTo("""
                        event: progress
                        data: {"rows":7}

                        event: done
                        data: {"duplicates":0,"imported":7,"rows":7}

                        """);
        assertThat(refused.text())
                .startsWith("event: progress\ndata: {\"rows\":7}\n\nevent: error\ndata: {\"type\":")
                .contains("\"status\":400", "\"line\":3", "\"field\":\"quantity\"", "not-a-number");
    }

    @Test
    void namesInADryRunWhatAnImportWouldRefuse() {
        String wrong = SCHWAB.replace("\"10\"", "\"3\"").replace("1,812.50", "543.75");
        Answer dry = desk.csv(portfolio + "/transactions/import?preset=schwab&dry_run=true", wrong);
        Answer real = desk.csv(portfolio + "/transactions/import?preset=schwab", wrong);

        assertThat(dry.status()).isEqualTo(400);
        assertThat(dry.json().getJsonArray("errors")).isEqualTo(real.json().getJsonArray("errors"));
        assertThat(desk.csv(portfolio + "/transactions/import?dry_run=perhaps", BOOK)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnUnknownPreset() {
        Answer answer = desk.csv(portfolio + "/transactions/import?preset=nobody", SCHWAB);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(firstError(answer).getString("code")).isEqualTo("unknown-preset");
    }

    @Test
    void listsThePresets() {
        assertThat(desk.get("/portfolio/import-presets").json().getJsonArray("items"))
                .extracting(item -> item.asJsonObject().getString("name"))
                .containsExactly(
                        "fidelity", "interactive-brokers", "interactive-brokers-cash", "schwab", "trading-212");
    }

    @Test
    void exportsABookThatImportsBackByteForByte() {
        assertThat(desk.csv(portfolio + "/transactions/import", BOOK).status()).isEqualTo(200);
        String first = exported(portfolio);
        String copy = desk.portfolio("EUR");
        assertThat(desk.csv(copy + "/transactions/import", first).status()).isEqualTo(200);

        assertThat(first).isEqualTo(BOOK);
        assertThat(exported(copy)).isEqualTo(first);
    }

    /** What is worth nothing is sold for its fee, and brokers round half a cent away. */
    @Test
    void exportsTradesThatBringLessThanNothing() {
        String book = """
                date,type,symbol,quantity,price,fee,amount,currency,external_id
                2024-01-02,buy,GONE,10,5,1.00,51.00,EUR,
                2024-02-02,sell,GONE,4,0,4.95,,EUR,
                2024-02-03,sell,GONE,1,0.5,4.95,0.50,EUR,
                2024-02-04,sell,GONE,1,5,5.00,0.00,EUR,
                2024-03-01,buy,GONE,1,0.006,,0.00,EUR,
                """;

        assertThat(desk.csv(portfolio + "/transactions/import", book).text()).contains("\"imported\":5");
        assertThat(exported(portfolio)).isEqualTo(book);
        assertThat(desk.csv(portfolio + "/transactions/import", exported(portfolio))
                        .text())
                .contains("\"duplicates\":5");
    }

    @Test
    void exportsEveryKindOfTransactionAndEveryDigitSoThatItImportsBack() {
        String book = """
                date,type,symbol,quantity,price,fee,amount,currency,external_id,settlement_date,to_symbol,to_amount,to_currency,cost_fraction,lot,tax,acquired,cash_in_lieu
                2024-01-02,deposit,,,,,10000.005,EUR,,,,,,,,,,
                2024-01-03,fx,,,,1.00,500.00,EUR,,,,540.25,USD,,,,,
                2024-01-04,transfer_in,OLD,10,20,,,EUR,=lot,,,,,,,,2001-05-06,
                2024-01-05,buy,OLD,5,30,,150.00,EUR,,2024-01-09,,,,,,,,
                2024-01-06,dividend,OLD,,,0.50,10.00,EUR,,,,,,,,1.50,,
                2024-01-07,reinvested_dividend,OLD,0.5,20,,12.00,EUR,,,,,,,,2.00,,
                2024-01-08,spin_off,OLD,0.5,,,,EUR,,,BABY,,,0.25,,,,3.75
                2024-01-09,symbol_change,OLD,,,,,EUR,,,NEW,,,,,,,
                2024-01-10,sell,NEW,4,25,,100.00,EUR,,,,,,,'=lot,,,
                2024-01-11,merger,NEW,2,,,55.00,EUR,,,BIG,,,0.6,,,,
                2024-01-12,merger,BABY,,,,70.00,EUR,,,,,,,,,,
                """.replace("EUR,=lot", "EUR,'=lot");
        Answer answer = desk.csv(portfolio + "/transactions/import", book);
        assertThat(answer.text()).contains("\"imported\":11");

        assertThat(exported(portfolio)).isEqualTo(book);
    }

    @Test
    void leavesOutWhatWasUndone() {
        desk.csv(portfolio + "/transactions/import", BOOK);
        String sale = desk.get(portfolio + "/transactions")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        desk.post(portfolio + "/transactions/" + sale + "/reversal", "{'reason':'wrong'}");

        assertThat(exported(portfolio)).isEqualTo(BOOK.substring(0, BOOK.indexOf("2024-01-09")));
    }

    private String exported(String of) {
        return Objects.requireNonNull(desk.get(of + "/transactions/export").text());
    }
}
