package io.quantumleap.adapters.rest.portfolio.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.RowError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerPresetsTest {

    private static final String FIDELITY =
            "\n\nRun Date,Action,Symbol,Description,Type,Quantity,Price ($),Commission ($),"
                    + "Fees ($),Accrued Interest ($),Amount ($),Settlement Date\n";
    private static final String TRADING_212 = "Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,"
            + "Currency (Price / share),Exchange rate,Total,Currency (Total),ID,Currency conversion fee,"
            + "Currency (Currency conversion fee)\n";
    private static final String INTERACTIVE_BROKERS =
            "\"ClientAccountID\",\"CurrencyPrimary\",\"Symbol\",\"TradeDate\","
                    + "\"Quantity\",\"TradePrice\",\"IBCommission\",\"IBCommissionCurrency\",\"NetCash\",\"Buy/Sell\",\"TransactionID\"\n";

    private final BrokerPresets presets = BrokerPresets.with(null);

    @Test
    void readsSchwabsSignsSeparatorsAndSecondDates() {
        List<TransactionRow> rows = rows("schwab", """
                "Transactions  for account XXXX-1234 as of 01/31/2024 10:00:00 ET"
                "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
                "01/16/2024 as of 01/12/2024","Buy","BRK/B","BERKSHIRE","1,000","$361.25","$4.95","-$361,254.95",
                "01/17/2024","Sell","AAPL","APPLE INC","10","$182.68","$0.03","$1,826.77"
                "01/18/2024","Qualified Dividend","AAPL","APPLE INC","","","","$2.40"
                "01/19/2024","MoneyLink Transfer","","Tfr BANK","","","","-$500.00"
                "01/20/2024","Margin Interest","","","","","","($1.20)"
                "Transactions Total","","","","","","","-$359,926.98"
                """);

        assertThat(rows)
                .containsExactly(
                        cells(3, "2024-01-16", "buy", "BRK.B", "1000", "361.25", "4.95", "361254.95", "USD", ""),
                        cells(4, "2024-01-17", "sell", "AAPL", "10", "182.68", "0.03", "1826.77", "USD", ""),
                        cells(5, "2024-01-18", "dividend", "AAPL", "", "", "0", "2.40", "USD", ""),
                        cells(6, "2024-01-19", "withdrawal", "", "", "", "", "500.00", "USD", ""),
                        cells(7, "2024-01-20", "fee", "", "", "", "", "1.20", "USD", ""));
    }

    @Test
    void readsFidelitysSentencesAndStopsBeforeItsDisclaimer() {
        List<TransactionRow> rows = rows("fidelity", FIDELITY + """
                 01/16/2024,"YOU BOUGHT VANGUARD INDEX FDS (VTI) (Cash)", VTI,"VANGUARD",Cash,10,238.5,0.5,0.25,,-2385.75,01/18/2024
                 01/17/2024,"DIVIDEND RECEIVED VANGUARD (VTI) (Cash)", VTI,"VANGUARD",Cash,0,,,,,7.93,
                 01/18/2024,"FOREIGN TAX PAID VANGUARD (VXUS) (Cash)", VXUS,"VANGUARD",Cash,0,,,,,-0.42,

                "The data and information in this spreadsheet is provided to you"
                "solely for your use"
                """);

        assertThat(rows)
                .containsExactly(
                        cells(4, "2024-01-16", "buy", "VTI", "10", "238.5", "0.75", "2385.75", "USD", ""),
                        cells(5, "2024-01-17", "dividend", "VTI", "", "", "0", "7.93", "USD", ""),
                        cells(6, "2024-01-18", "tax", "VXUS", "", "", "", "0.42", "USD", ""));
    }

    /** Ten thousand dollars of a fund, an average price, and a bond, whose price is for a hundred. */
    @Test
    void takesThePriceFromTheMoneyWhereTheBrokerRounds() {
        List<TransactionRow> rows = rows("fidelity", FIDELITY + """
                01/16/2024,"YOU BOUGHT SOME FUND (FXAIX) (Cash)",FXAIX,"FUND",Cash,153.846,65,,,,-10000,
                01/17/2024,"YOU SOLD APPLE INC (AAPL) (Cash)",AAPL,"APPLE",Cash,-300,182.33,,0.25,,54699.75,
                01/18/2024,"YOU BOUGHT TREASURY (912828XX) (Cash)",912828XX,"BOND",Cash,10000,99.5,,,,-9950,
                01/19/2024,"YOU BOUGHT APPLE INC (AAPL) (Cash)",AAPL,"APPLE",Cash,10,182.33,,,,-1833.30,
                """);

        assertThat(rows)
                .containsExactly(
                        cells(4, "2024-01-16", "buy", "FXAIX", "153.846", "65.0000650001", "0", "10000", "USD", ""),
                        cells(5, "2024-01-17", "sell", "AAPL", "300", "182.3333333333", "0.25", "54699.75", "USD", ""),
                        cells(6, "2024-01-18", "buy", "912828XX", "10000", "99.5", "0", "9950", "USD", ""),
                        cells(7, "2024-01-19", "buy", "AAPL", "10", "182.33", "0", "1833.30", "USD", ""));
    }

    @Test
    void takesThePriceFromTheMoneyWhereTheBrokerQuotesInAnotherCurrency() {
        List<TransactionRow> rows = rows("trading-212", TRADING_212 + """
                Market buy,2024-01-16 14:30:05.123,US0378331005,AAPL,Apple,2.5,183.10,USD,1.27,361.11,GBP,EOF1,0.54,GBP
                Dividend (Ordinary),2024-02-15 10:00:00,US0378331005,AAPL,Apple,2.5,0.24,USD,,0.39,GBP,,,
                Deposit,2024-01-02 09:00:00,,,,,,,,1000.00,GBP,d-1,,
                """);

        assertThat(rows)
                .containsExactly(
                        cells(2, "2024-01-16", "buy", "AAPL", "2.5", "144.228", "0.54", "361.11", "GBP", "EOF1"),
                        cells(3, "2024-02-15", "dividend", "AAPL", "", "", "0", "0.39", "GBP", ""),
                        cells(4, "2024-01-02", "deposit", "", "", "", "", "1000.00", "GBP", "d-1"));
    }

    @Test
    void readsTheNegativeCommissionsOfInteractiveBrokers() {
        List<TransactionRow> rows = rows("interactive-brokers", INTERACTIVE_BROKERS + """
                "U1","USD","BRK B","20240116","-10","361.25","-1.05","USD","3611.45","SELL","77"
                """);

        assertThat(rows)
                .containsExactly(
                        cells(2, "2024-01-16", "sell", "BRK.B", "10", "361.25", "1.05", "3611.45", "USD", "77"));
    }

    @Test
    void countsWhatInteractiveBrokersSaysOnceAndRefusesWhatIsNoSecurity() {
        List<TransactionRow> rows =
                rows("interactive-brokers", INTERACTIVE_BROKERS.strip() + ",\"AssetClass\",\"LevelOfDetail\"\n" + """
                "U1","USD","AAPL","20240116","10","100","-1","USD","-1001","BUY","","STK","ORDER"
                "U1","USD","AAPL","20240116","10","100","-1","USD","-1001","BUY","77","STK","EXECUTION"
                "U1","USD","AAPL","20240116","10","100","","","","BUY","","STK","CLOSED_LOT"
                "U1","USD","EUR.USD","20240116","1000","1.1","-2","USD","-1102","BUY","78","CASH","EXECUTION"
                "U1","USD","AAPL","20240116","-10","100","1","USD","1001","BUY (Ca.)","79","STK","EXECUTION"
                "U1","USD","AAPL","20240116","10","100","-1","USD","-1001","BUY","","STK",""
                """);

        assertThat(rows.get(0)).isEqualTo(cells(3, "2024-01-16", "buy", "AAPL", "10", "100", "1", "1001", "USD", "77"));
        assertThat(rows.stream().skip(1).map(row -> ((TransactionRow.Unreadable) row).error()))
                .extracting(RowError::line, RowError::column, RowError::code)
                .containsExactly(
                        tuple(5, "assetclass", "unknown-type"),
                        tuple(6, "buy/sell", "unknown-type"),
                        tuple(7, "transactionid", "required"));
    }

    @Test
    void readsTheCashTransactionsOfInteractiveBrokers() {
        List<TransactionRow> rows = rows("interactive-brokers-cash", """
                "ClientAccountID","CurrencyPrimary","Symbol","Date/Time","SettleDate","Amount","Type","TransactionID","LevelOfDetail"
                "U1","USD","BRK B","20240215;202000","20240215","12.50","Dividends","91","DETAIL"
                "U1","USD","BRK B","20240215;202000","20240215","-1.88","Withholding Tax","92","DETAIL"
                "U1","EUR","","20240216","20240216","-500","Deposits/Withdrawals","93","DETAIL"
                "U1","EUR","","20240216","20240216","-500","Deposits/Withdrawals","","SUMMARY"
                "U1","USD","BRK B","20240301","20240301","1.88","Withholding Tax","94","DETAIL"
                """);

        assertThat(rows.subList(0, 3))
                .containsExactly(
                        cells(2, "2024-02-15", "dividend", "BRK.B", "", "", "0", "12.50", "USD", "91"),
                        cells(3, "2024-02-15", "tax", "BRK.B", "", "", "", "1.88", "USD", "92"),
                        cells(4, "2024-02-16", "withdrawal", "", "", "", "", "500", "EUR", "93"));
        assertThat(((TransactionRow.Unreadable) rows.get(3)).error().code()).isEqualTo("unexpected-sign");
    }

    /** Capital that comes back is no income, shares that come in are no cash, and a tax paid back is no interest. */
    @Test
    void refusesWhatItCouldOnlyBookAsSomethingElse() {
        List<TransactionRow> fidelity = rows("fidelity", FIDELITY + """
                03/01/2024,"TRANSFERRED FROM VS Z12-345678-1 APPLE INC (AAPL) (Cash)",AAPL,"APPLE INC",Cash,10,,,,,1726.20,
                03/01/2024,"RETURN OF CAPITAL ENERGY TRANSFER LP (ET) (Cash)",ET,"ENERGY TRANSFER",Cash,0.000,,,,,31.50,
                """);
        List<TransactionRow> trading212 = rows(
                "trading-212",
                TRADING_212
                        + "Dividend (Return of capital non us),2024-02-15 10:00:00,US0378331005,AAPL,Apple,2.5,0.24,USD,,0.39,GBP,,,\n");
        List<TransactionRow> schwab = rows("schwab", """
                Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
                01/13/2024,NRA Tax Adj,VTI,,,,,$9.00
                01/13/2024,Misc Cash Entry,,,,,,$9.00
                """);

        assertThat(Stream.of(fidelity, trading212, schwab)
                        .flatMap(List::stream)
                        .map(row -> ((TransactionRow.Unreadable) row).error().code()))
                .containsExactly("not-applicable", "unknown-type", "unknown-type", "unexpected-sign", "unknown-type");
    }

    @Test
    void tellsShortSalesFromSalesAndPassesOverTheSweepsOfTheCoreAccount() {
        List<TransactionRow> rows = rows("fidelity", FIDELITY + """
                03/01/2024,"YOU SOLD SHORT SALE APPLE INC (AAPL) (Short)",AAPL,"APPLE INC",Short,-10,175.1,,,,1751,
                03/04/2024,"REDEMPTION FROM CORE ACCOUNT FIDELITY GOVERNMENT (SPAXX) (Cash)",SPAXX,"F",Cash,-100,1,,,,100,
                """);

        assertThat(rows)
                .containsExactly(cells(4, "2024-03-01", "short", "AAPL", "10", "175.1", "0", "1751", "USD", ""));
    }

    @Test
    void namesEveryCellThatItCannotReadByTheBrokersName() {
        List<TransactionRow> rows = rows("schwab", """
                Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
                13/01/2024,Buy,AAPL,,1,$1.00,,-$1.00
                01/13/2024,Exchange or Exercise,AAPL,,1,$1.00,,-$1.00
                01/13/2024,Buy,AAPL,,1,$1.00,,$1.00
                01/13/2024,Buy,AAPL,,1,$1.00,"$1,00.00",-$1.00
                01/13/2024,Sell,AAPL,,1,$1.00,-$2.00,$1.00
                01/13/2024,Buy
                """);

        assertThat(rows.stream().map(row -> ((TransactionRow.Unreadable) row).error()))
                .extracting(RowError::line, RowError::column, RowError::code)
                .containsExactly(
                        tuple(2, "date", "not-a-date"),
                        tuple(3, "action", "unknown-type"),
                        tuple(4, "amount", "unexpected-sign"),
                        tuple(5, "fees & comm", "not-a-number"),
                        tuple(6, "fees & comm", "unexpected-sign"),
                        tuple(7, "", "wrong-cell-count"));
    }

    @Test
    void refusesFeesInAnotherCurrencyThanTheirRow() {
        List<TransactionRow> rows = rows(
                "trading-212",
                TRADING_212
                        + "Market buy,2024-01-16 14:30:05,US0378331005,AAPL,Apple,1,183.10,USD,1.27,145.11,GBP,EOF1,0.54,EUR\n");

        assertThat(((TransactionRow.Unreadable) rows.get(0)).error().code()).isEqualTo("currency-mismatch");
    }

    @Test
    void namesTheColumnsThatAFileLacks() {
        assertThatThrownBy(() -> rows("schwab", "Date,Action,Symbol\n"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.problem().errors())
                        .extracting("field")
                        .containsExactly("quantity", "price", "amount"));
        assertThatThrownBy(() -> rows("schwab", "a,b\n1,2\n")).isInstanceOf(ProblemException.class);
    }

    @Test
    void takesAPresetOfTheOperatorsFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("house-bank.json"), """
                {"name": "house-bank", "title": "House bank", "delimiter": ";",
                 "date": {"column": "Buchungstag", "pattern": "dd.MM.uuuu"},
                 "type": {"column": "Art", "meanings": {"Kauf": "buy", "Info": null}},
                 "symbol": {"column": "Kürzel"}, "quantity": {"column": "Stück"}, "price": {"column": "Kurs"},
                 "amount": {"column": "Betrag"}, "currency": {"column": "Währung"},
                 "numbers": {"decimal": ",", "grouping": "."}}
                """);
        BrokerPreset preset = BrokerPresets.with(folder).find("house-bank").orElseThrow();
        PresetReading reading = PresetReading.open(preset, bytes("""
                Buchungstag;Art;Kürzel;Stück;Kurs;Betrag;Währung
                31.01.2024;Info;;;;;EUR
                31.01.2024;Kauf;SAP;1.000;160,5;-160.500,00;eur
                """));
        List<TransactionRow> rows = new ArrayList<>();
        reading.rows().forEachRemaining(rows::add);

        assertThat(rows)
                .containsExactly(cells(3, "2024-01-31", "buy", "SAP", "1000", "160.5", "0", "160500.00", "EUR", ""));
        assertThat(reading.skipped()).isEqualTo(1);
        assertThat(reading.inBrokersTerms(new RowError(3, "quantity", "not-held", "No."))
                        .column())
                .isEqualTo("stück");
    }

    @Test
    void readsThePresetThatTheDocumentationShows(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "import.md"));
        int begin = page.indexOf("```json") + "```json".length();
        Files.writeString(folder.resolve("house-bank.json"), page.substring(begin, page.indexOf("```", begin)));
        List<TransactionRow> rows = new ArrayList<>();
        PresetReading.open(BrokerPresets.with(folder).find("house-bank").orElseThrow(), bytes("""
                        Konto 4711
                        Buchungstag;Art;Kürzel;Stück;Kurs;Betrag;Provision;Spesen;Währung;Referenz;Stufe
                        31.01.2024;Kauf;SAP DE;1.000;160,5;-160.504,50;3,00;1,50;eur;r-1;Ausführung
                        31.01.2024;Kauf;SAP DE;1.000;160,5;-160.504,50;3,00;1,50;eur;r-1;Auftrag
                        31.01.2024;Umbuchung vom Girokonto;;;;200.000,00;;;EUR;r-2;
                        31.01.2024;Hinweis;;;;;;;EUR;;
                        Summe;;;;;39.495,50
                        """))
                .rows()
                .forEachRemaining(rows::add);

        assertThat(rows)
                .containsExactly(
                        cells(3, "2024-01-31", "buy", "SAP.DE", "1000", "160.5", "4.50", "160504.50", "EUR", "r-1"),
                        cells(5, "2024-01-31", "deposit", "", "", "", "", "200000.00", "EUR", "r-2"));
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithAPreset(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("odd.json");
        for (String text : List.of(
                "",
                "[]",
                "{\"name\": \"Odd\"}",
                "{\"name\": \"odd\", \"colour\": \"red\"}",
                "{\"name\": \"odd\", \"date\": {\"column\": \"d\", \"pattern\": \"{\"}}",
                "{\"name\": \"odd\", \"date\": {\"column\": \"d\"}, \"type\": {\"column\": \"t\", \"meanings\": {\"a\": \"gift\"}},"
                        + "\"amount\": {\"column\": \"a\"}, \"symbol\": {\"column\": \"s\"}, \"currency\": {\"always\": \"EUR\"}}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> BrokerPresets.with(folder))
                    .as(text)
                    .isInstanceOf(InvalidPresetException.class)
                    .hasMessageStartingWith("The import preset odd.json ");
        }
        assertThatThrownBy(() -> BrokerPresets.with(folder.resolve("nowhere")))
                .isInstanceOf(InvalidPresetException.class);
    }

    private List<TransactionRow> rows(String preset, String text) {
        List<TransactionRow> rows = new ArrayList<>();
        PresetReading.open(presets.find(preset).orElseThrow(), bytes(text))
                .rows()
                .forEachRemaining(rows::add);
        return rows;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TransactionRow cells(
            int line,
            String date,
            String type,
            String symbol,
            String quantity,
            String price,
            String fee,
            String amount,
            String currency,
            String externalId) {
        return new TransactionRow.Cells(
                line, new TransactionFields(date, type, symbol, quantity, price, fee, amount, currency, externalId));
    }
}
