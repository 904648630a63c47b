package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The adviser sees what each lot gained, undoes a wrong trade, and sees everything go back. */
class GainsPageIT {

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    /** Prices are one set for the whole server, so each test trades its own instrument. */
    private final String symbol =
            "G" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    private Desk desk;

    @BeforeEach
    void prepare() {
        SignIn adviser = Api.newUser("adviser");
        Api.as(adviser).createPortfolio("Gaining");
        desk = Desk.signIn(BROWSER.page(), adviser);
        choose("prices", "date,symbol,close\n2024-01-03,%1$s,50\n2024-06-05,%1$s,55\n".formatted(symbol));
        assertThat(desk.at("prices-success")).isVisible();
        choose("transactions", """
                date,type,symbol,quantity,price,fee,amount,currency,external_id
                2024-01-02,deposit,,,,,1000.00,USD,
                2024-01-03,buy,%1$s,10,50.00,,,USD,
                2024-06-03,sell,%1$s,4,40.00,,,USD,
                2024-06-04,buy,%1$s,1,41.00,,,USD,
                """.formatted(symbol));
        assertThat(desk.at("transactions-success")).isVisible();
        desk.view("data");
    }

    private void choose(String kind, String csv) {
        choose(desk.at(kind + "-file"), csv);
    }

    private static void choose(Locator input, String csv) {
        input.setInputFiles(new FilePayload("rows.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsEachLotsGainTermAndWashSale() {
        Locator sold = desk.at("realised-gains").locator("tbody tr");
        Locator open = desk.at("open-lots").locator("tbody tr");

        assertThat(sold).hasCount(1);
        assertThat(sold.first()).containsText("152 days, short-term");
        assertThat(sold.first()).containsText("40.00");
        assertThat(sold.first()).containsText("wash sale?");
        assertThat(desk.at("gains")).containsText("1 loss may be a wash sale");
        assertThat(open).hasCount(2);
        assertThat(open.first()).containsText("154 days, short-term");
        assertThat(open.first()).containsText("+$30.00");
        org.assertj.core.api.Assertions.assertThat(desk.sidewaysOverflow()).isZero();
    }

    @Test
    void totalsEveryLotAndShowsThemPageByPage() {
        choose(
                desk.at("data").getByTestId("transactions-file"),
                IntStream.range(0, 55)
                        .mapToObj(i -> "2024-07-01,buy,%s,1,60.00,,,USD,b%d\n2024-07-02,sell,%s,1,61.00,,,USD,s%d\n"
                                .formatted(symbol, i, symbol, i))
                        .collect(Collectors.joining(
                                "", "date,type,symbol,quantity,price,fee,amount,currency,external_id\n", "")));
        Locator sold = desk.at("realised-gains").locator("tbody tr");
        assertThat(desk.at("gains-total")).containsText("50 of 56 lots shown");
        assertThat(sold).hasCount(50);
        assertThat(desk.at("gains-by-year")).containsText("2024");
        String total = desk.at("gains-by-year").textContent();

        desk.at("more-gains").click();

        assertThat(desk.at("gains-total")).containsText("56 lots");
        assertThat(sold).hasCount(56);
        assertThat(desk.at("more-gains")).hasCount(0);
        assertThat(desk.at("gains-by-year")).hasText(total);
    }

    @Test
    void undoesATradeForAReasonAndShowsEverythingGoneBack() {
        Locator rows = desk.at("transaction-table").locator("tbody tr");
        rows.filter(new Locator.FilterOptions().setHasText("Sell"))
                .getByTestId("reverse-transaction")
                .click();
        desk.at("reversal-yes").click();
        assertThat(desk.at("reversal-dialog")).containsText("Say why");
        desk.at("reversal-reason").fill("Booked twice");
        desk.at("reversal-yes").click();

        assertThat(desk.at("reversal-dialog")).isHidden();
        assertThat(desk.at("gains")).containsText("Nothing has been sold yet");
        assertThat(desk.at("open-lots").locator("tbody tr").first()).containsText("+$50.00");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("reversed")))
                .hasCount(1);
        assertThat(desk.at("reverse-transaction")).hasCount(3);
    }

    @Test
    void saysWhyATransactionStays() {
        BROWSER.log().expectStatus(409);
        desk.at("transaction-table")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("10"))
                .filter(new Locator.FilterOptions().setHasText("Buy"))
                .getByTestId("reverse-transaction")
                .click();
        desk.at("reversal-reason").fill("Wrong");
        desk.at("reversal-yes").click();

        assertThat(desk.at("reversal-dialog")).containsText("The transaction stays");
        desk.at("reversal-cancel").click();
        assertThat(desk.at("open-lots").locator("tbody tr")).hasCount(2);
    }
}
