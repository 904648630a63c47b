package io.quantumleap.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quantumleap.app.it.ServerProcess.SignIn;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportPageIT {

    private static final String HEADER = "date,type,symbol,quantity,price,fee,amount,currency,external_id\n";

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    /** Prices are one set for the whole server, so each test trades its own instrument. */
    private final String symbol =
            "B" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    private SignIn adviser;
    private String portfolio;

    @BeforeEach
    void prepare() {
        adviser = Api.newUser("adviser");
        portfolio = Api.as(adviser).createPortfolio("Imported");
    }

    @Test
    void leadsFromTwoFilesToThePerformance() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        assertThat(desk.at("empty")).isVisible();

        choose(desk, "prices", prices());
        assertThat(desk.at("prices-success")).containsText("3 prices imported for 1 instrument");
        choose(desk, "transactions", transactions());
        assertThat(desk.at("transactions-success")).containsText("2 transactions imported from 2 rows");
        desk.at("measure").click();

        desk.waitForPerformance();
        assertThat(desk.at("headline-value").locator("data")).hasText("$1,050.00");
        assertThat(desk.at("holding-table")).containsText(symbol);
    }

    @Test
    void namesEveryBadLineAndSaysThatNothingWasImported() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        BROWSER.log().expectStatus(400);

        choose(
                desk,
                "transactions",
                HEADER
                        + "2024-01-02,deposit,,,,,1000.00,USD,\n"
                        + "2024-01-03,buy," + symbol + ",-10,50.00,,,USD,\n"
                        + "2999-01-03,deposit,,,,,10.00,USD,\n");

        assertThat(desk.at("transactions-refused")).containsText("Nothing was imported");
        assertThat(desk.at("transactions-errors").locator("tbody tr").first()).containsText("3");
        assertThat(desk.at("transactions-errors").locator("tbody tr").first()).containsText("quantity");
        assertThat(desk.at("transactions-errors").locator("tbody")).containsText("date");
        assertThat(transactionCount()).isZero();
    }

    @Test
    void showsWhatABrokersFileWouldChangeBeforeItChangesAnything() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        desk.at("import-preset").selectOption("schwab");
        desk.at("import-dry-run").check();

        choose(
                desk,
                "transactions",
                "Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount\n"
                        + "01/16/2024,Buy," + symbol + ",A fund,10,$50.00,$1.00,-$501.00\n"
                        + "01/15/2024,MoneyLink Transfer,,,,,,\"$1,000.00\"\n");

        assertThat(desk.at("import-preview"))
                .containsText("2 transactions from Jan 15, 2024 to Jan 16, 2024 would be imported.");
        assertThat(desk.at("import-changes").locator("tbody tr").first()).containsText("Cash in USD");
        assertThat(desk.at("import-changes").locator("tbody tr").first()).containsText("499");
        assertThat(desk.at("import-changes").locator("tbody")).containsText(symbol);
        assertThat(transactionCount()).isZero();

        desk.at("import-now").click();
        assertThat(desk.at("transactions-success")).containsText("2 transactions imported from 2 rows");
        assertThat(transactionCount()).isEqualTo(2);
    }

    @Test
    void importsALongFileAndGivesItOutAgain() throws IOException {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        choose(
                desk,
                "transactions",
                IntStream.range(0, 12_000)
                        .mapToObj(row -> "2024-01-02,deposit,,,,,1.00,USD,id-" + row + "-of-a-long-file\n")
                        .collect(Collectors.joining("", HEADER, "")));

        assertThat(desk.at("transactions-success")).containsText("12,000 transactions imported from 12,000 rows");
        desk.view("data");
        assertThat(desk.at("transaction-table")).isVisible();
        Download file = BROWSER.page()
                .waitForDownload(() -> desk.at("export-transactions").click());
        assertThat(file.suggestedFilename()).isEqualTo("Imported-transactions.csv");
        assertThat(Files.readString(file.path())).startsWith(HEADER).hasLineCount(12_001);
    }

    @Test
    void scrollsALongListOfFaultsInItsOwnFrame() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        BROWSER.log().expectStatus(400);

        choose(desk, "transactions", HEADER + ("2024-01-03,buy," + symbol + ",-10,50.00,,,USD,\n").repeat(150));

        assertThat(desk.at("transactions-refused")).containsText("The first 100 are listed");
        assertThat(desk.at("transactions-errors").locator("tbody tr")).hasCount(100);
        assertThat(desk.sidewaysOverflow()).isZero();
    }

    @Test
    void refusesWhatIsNotACsv() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        BROWSER.log().expectStatus(400);
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);

        desk.at("transactions-file").setInputFiles(new FilePayload("photo.csv", "text/csv", noise));

        assertThat(desk.at("transactions-refused")).containsText("photo.csv was not imported");
        assertThat(transactionCount()).isZero();
    }

    @Test
    void refusesAFileOverTheLimitWithoutSendingIt(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.csv");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024 + 1);
        }
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        List<String> sent = new ArrayList<>();
        desk.page().onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });

        desk.at("transactions-file").setInputFiles(huge);

        assertThat(desk.at("transactions-state")).containsText("The file is too large");
        assertThat(sent).filteredOn(url -> url.contains("/import")).isEmpty();
    }

    @Test
    void saysThatTheSameFileTwiceChangedNothing() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        choose(desk, "transactions", transactions());
        assertThat(desk.at("transactions-success")).containsText("2 transactions imported");

        choose(desk, "transactions", transactions());

        assertThat(desk.at("transactions-success"))
                .containsText("0 transactions imported from 2 rows. 2 rows were already there.");
    }

    @Test
    void takesADroppedFile() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);

        Object dropped = desk.page().evaluateHandle("""
                text => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
                  return transfer;
                }""", transactions());
        desk.at("transactions-drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));

        assertThat(desk.at("transactions-success")).containsText("dropped.csv is imported");
    }

    @Test
    void canBeCancelledWhileTheFileIsOnItsWay() {
        Page page = BROWSER.page();
        BROWSER.log().expectBrokenConnection();
        Desk desk = Desk.signIn(page, adviser);
        // The request is held back before it leaves, as on a slow line.
        page.route("**/import", route -> {});

        choose(desk, "transactions", transactions());
        desk.at("cancel-upload").click();

        assertThat(desk.at("transactions-state")).containsText("The upload was cancelled");
        assertThat(transactionCount()).isZero();
    }

    @Test
    void tellsAClientThatPricesAreNotHersToImport() {
        SignIn client = Api.newUser("client");
        Api.as(client).createPortfolio("Mine");

        Desk desk = Desk.signIn(BROWSER.page(), client);

        assertThat(desk.page().getByText("Your role may not import prices")).isVisible();
        assertThat(desk.at("transactions-drop")).isVisible();
        assertThat(desk.at("prices-drop")).hasCount(0);
    }

    @Test
    void listsTheTransactionsNewestFirst() {
        Desk desk = Desk.signIn(BROWSER.page(), adviser);
        choose(desk, "transactions", transactions());
        assertThat(desk.at("transactions-success")).isVisible();

        desk.view("data");

        assertThat(desk.at("transaction-table").locator("tbody tr").first()).containsText("Buy");
        assertThat(desk.at("transaction-table").locator("tbody tr").last()).containsText("Deposit");
    }

    private String transactions() {
        return HEADER + "2024-01-02,deposit,,,,,1000.00,USD,\n2024-01-03,buy," + symbol + ",10,50.00,,,USD,\n";
    }

    private String prices() {
        return "date,symbol,close\n2024-01-03,%1$s,50.00\n2024-01-04,%1$s,52.00\n2024-01-05,%1$s,55.00\n"
                .formatted(symbol);
    }

    private static void choose(Desk desk, String kind, String csv) {
        desk.at(kind + "-file")
                .setInputFiles(new FilePayload(kind + ".csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private int transactionCount() {
        JsonObject answer = Api.as(adviser).get("/api/portfolio/" + portfolio);
        return answer.get("transaction_count").getAsInt();
    }
}
