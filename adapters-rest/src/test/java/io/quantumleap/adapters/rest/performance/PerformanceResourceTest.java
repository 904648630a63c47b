package io.quantumleap.adapters.rest.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.adapters.rest.DeskServer;
import io.quantumleap.adapters.rest.DeskServer.Answer;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PerformanceResourceTest {

    private static final UserId ANNA = new UserId(new UUID(0, 1));
    private static final UserId BEN = new UserId(new UUID(0, 2));
    private static final String ROUTE = "/ai/performance-analytics";

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T09:00:00Z"), ZoneOffset.UTC);
    private final OneAtATime work = new OneAtATime();
    private final InMemoryPortfolios portfolios = new InMemoryPortfolios();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryPriceHistory prices = new InMemoryPriceHistory();
    private UserId caller = ANNA;
    private final DeskServer server = new DeskServer(new PerformanceResource(
            new MeasurePerformance(new ValuePortfolio(portfolios, transactions, prices, clock), prices, clock),
            new RenderedReports(),
            new CurrentCaller() {
                @Override
                public Optional<Caller> find() {
                    return Optional.of(
                            new Caller(caller, "someone", Set.of(Role.CLIENT), new SessionId(new UUID(0, 9))));
                }
            },
            clock));
    private final PortfolioId portfolio = new OpenPortfolio(portfolios, work, UUID::randomUUID, clock)
            .open(ANNA, new PortfolioName("Test"), Currency.getInstance("USD"))
            .id();

    private void closes(String symbol, double... closes) {
        List<PriceRow> rows = new ArrayList<>();
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (double close : closes) {
            rows.add(new PriceRow.Cells(
                    rows.size() + 2, PriceFields.close(day.toString(), symbol, Double.toString(close), "USD")));
            day = day.plusDays(1);
        }
        new ImportPrices(prices, work, event -> {}, clock).importRows(rows.iterator());
    }

    private void record(String date, String type, String symbol, String quantity, String price, String amount) {
        Recording recording = new RecordTransaction(
                        portfolios, transactions, work, event -> {}, UUID::randomUUID, clock)
                .record(
                        ANNA,
                        portfolio,
                        new TransactionFields(date, type, symbol, quantity, price, "", amount, "", ""));
        assertThat(recording).isInstanceOf(Recording.Done.class);
    }

    private void holdTenShares() {
        closes("ACME", 100, 120, 90, 99);
        closes("IDX", 50, 55, 44, 44);
        record("2024-01-01", "deposit", "", "", "", "1000");
        record("2024-01-01", "buy", "ACME", "10", "100", "");
    }

    private String ask(String more) {
        return ROUTE + "?portfolio_id=" + portfolio + more;
    }

    @Test
    void answersEverythingTheContractNames() {
        holdTenShares();
        Answer answer = server.get(ask("&benchmark=idx"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith("application/json");
        JsonObject json = answer.json();
        assertThat(json.keySet())
                .containsExactlyInAnyOrder(
                        "status",
                        "portfolio_id",
                        "currency",
                        "benchmark",
                        "from",
                        "to",
                        "observations",
                        "value",
                        "gain",
                        "inflow",
                        "outflow",
                        "metrics",
                        "drawdowns",
                        "calendar_years",
                        "pricing",
                        "series",
                        "unavailable",
                        "conventions",
                        "warnings");
        assertThat(json.getString("status")).isEqualTo("ok");
        assertThat(json.getString("portfolio_id")).isEqualTo(portfolio.toString());
        assertThat(json.getString("benchmark")).isEqualTo("IDX");
        assertThat(json.getString("from")).isEqualTo("2024-01-01");
        assertThat(json.getString("to")).isEqualTo("2024-01-04");
        assertThat(json.getInt("observations")).isEqualTo(3);
        assertThat(json.getJsonObject("value").getString("amount")).isEqualTo("990.00");
        assertThat(json.getJsonObject("value").getString("currency")).isEqualTo("USD");
        assertThat(json.getJsonObject("gain").getString("amount")).isEqualTo("-10.00");
        assertThat(json.getJsonObject("inflow").getString("amount")).isEqualTo("1000.00");
        assertThat(json.getJsonObject("outflow").getString("amount")).isEqualTo("0.00");
        JsonObject metrics = json.getJsonObject("metrics");
        assertThat(metrics.keySet())
                .contains(
                        "time_weighted_return",
                        "money_weighted_return",
                        "cumulative_return",
                        "cagr",
                        "volatility",
                        "downside_deviation",
                        "sharpe",
                        "sortino",
                        "calmar",
                        "max_drawdown",
                        "max_drawdown_peak_date",
                        "max_drawdown_trough_date",
                        "max_drawdown_recovery_date",
                        "current_drawdown",
                        "var_95",
                        "expected_shortfall_95",
                        "skewness",
                        "excess_kurtosis",
                        "best_day",
                        "worst_day",
                        "positive_days",
                        "ulcer_index",
                        "beta",
                        "alpha",
                        "correlation",
                        "r_squared",
                        "tracking_error",
                        "information_ratio",
                        "benchmark_return",
                        "benchmark_cagr",
                        "benchmark_volatility",
                        "benchmark_max_drawdown");
        assertThat(number(metrics, "time_weighted_return")).isCloseTo(-0.01, within(1e-15));
        assertThat(number(metrics, "max_drawdown")).isCloseTo(-0.25, within(1e-15));
        assertThat(number(metrics, "benchmark_return")).isCloseTo(-0.12, within(1e-15));
        assertThat(metrics.getString("max_drawdown_peak_date")).isEqualTo("2024-01-02");
        assertThat(metrics.getString("max_drawdown_trough_date")).isEqualTo("2024-01-03");
        assertThat(metrics.get("max_drawdown_recovery_date")).isEqualTo(JsonValue.NULL);
        JsonObject drawdown = json.getJsonArray("drawdowns").getJsonObject(0);
        assertThat(drawdown.keySet())
                .containsExactlyInAnyOrder("peak_date", "trough_date", "recovery_date", "depth", "length_days");
        assertThat(drawdown.getInt("length_days")).isEqualTo(2);
        JsonObject year = json.getJsonArray("calendar_years").getJsonObject(0);
        assertThat(year.getInt("year")).isEqualTo(2024);
        assertThat(number(year, "benchmark")).isCloseTo(-0.12, within(1e-15));
        JsonObject first = json.getJsonArray("series").getJsonObject(0);
        assertThat(first.keySet()).containsExactlyInAnyOrder("date", "value", "growth", "benchmark_growth", "drawdown");
        assertThat(number(first, "value")).isEqualTo(1000);
        assertThat(json.getJsonObject("conventions").getInt("periods_per_year")).isEqualTo(252);
        assertThat(json.getJsonObject("conventions").keySet()).contains("risk_free_rate", "daily_return");
    }

    @Test
    void saysWhyANumberIsMissing() {
        holdTenShares();
        JsonObject json = server.get(ask("&to=2024-01-02")).json();
        assertThat(json.getJsonObject("metrics").get("beta")).isEqualTo(JsonValue.NULL);
        assertThat(json.getJsonObject("metrics").get("sharpe")).isEqualTo(JsonValue.NULL);
        assertThat(json.get("benchmark")).isEqualTo(JsonValue.NULL);
        assertThat(json.getJsonArray("unavailable").getValuesAs(JsonObject.class))
                .anySatisfy(none -> {
                    assertThat(none.getString("metric")).isEqualTo("beta");
                    assertThat(none.getString("reason")).isEqualTo("No benchmark was given.");
                })
                .anySatisfy(none -> {
                    assertThat(none.getString("metric")).isEqualTo("sharpe");
                    assertThat(none.getString("reason")).contains("too few observations");
                });
    }

    @Test
    void anEmptyPortfolioIsEmptyAndNotAnError() {
        JsonObject json = server.get(ask("")).json();
        assertThat(json.getString("status")).isEqualTo("empty");
        assertThat(json.getInt("observations")).isZero();
        assertThat(json.get("from")).isEqualTo(JsonValue.NULL);
        assertThat(json.getJsonObject("metrics").values()).containsOnly(JsonValue.NULL);
    }

    @Test
    void aBodyAsksTheSame() {
        holdTenShares();
        Answer byBody = server.post(
                ROUTE,
                "{\"portfolio_id\": \"" + portfolio
                        + "\", \"benchmark\": \"IDX\", \"points\": 3, \"timeframe\": \"MAX\","
                        + " \"risk_free_rate\": 0.02, \"periods_per_year\": 365}");
        assertThat(byBody.status()).isEqualTo(200);
        assertThat(byBody.json().getJsonArray("series")).hasSize(3);
        Answer byQuery =
                server.get(ask("&benchmark=IDX&points=3&risk_free_rate=0.02&periods_per_year=365&timeframe=MAX"));
        assertThat(byBody.text()).isEqualTo(byQuery.text());
        assertThat(number(byBody.json().getJsonObject("conventions"), "risk_free_rate"))
                .isEqualTo(0.02);
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        holdTenShares();
        Answer first = server.get(ask(""));
        String tag = first.header("ETag");
        assertThat(tag).startsWith("W/\"");
        Answer again = server.send("GET", ask(""), Map.of("If-None-Match", tag), null);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        record("2024-01-04", "fee", "", "", "", "1");
        Answer changed = server.send("GET", ask(""), Map.of("If-None-Match", tag), null);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Answer answer = server.get(ROUTE
                + "?portfolio_id=1-2-3&from=2024-02-30&to=yesterday&timeframe=2Y&benchmark=%20%20x%20y&points=1&risk_free_rate=NaN"
                + "&periods_per_year=0x10");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "portfolio_id",
                        "from",
                        "to",
                        "timeframe",
                        "benchmark",
                        "points",
                        "risk_free_rate",
                        "periods_per_year");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThat(fields(server.get(ROUTE))).containsExactly("portfolio_id");
        assertThat(fields(server.get(ask("&from=2024-01-02&to=2024-01-01")))).containsExactly("from");
        assertThat(fields(server.get(ask("&from=2024-01-02&timeframe=1M")))).containsExactly("timeframe");
        assertThat(fields(server.get(ask("&to=2026-02-02")))).containsExactly("to");
        assertThat(fields(server.get(ask("&from=1899-12-31")))).containsExactly("from");
        assertThat(fields(server.get(ask("&points=5001")))).containsExactly("points");
        assertThat(fields(server.get(ask("&points=1e3")))).containsExactly("points");
        assertThat(fields(server.get(ask("&risk_free_rate=1.5")))).containsExactly("risk_free_rate");
        assertThat(fields(server.get(ask("&risk_free_rate=1e99")))).containsExactly("risk_free_rate");
        assertThat(fields(server.get(ask("&periods_per_year=367")))).containsExactly("periods_per_year");
        assertThat(fields(server.post(ROUTE, "{\"portfolio_id\": \"" + portfolio + "\", \"points\": 0}")))
                .containsExactly("points");
        assertThat(fields(server.post(ROUTE, "{\"portfolio_id\": \"" + portfolio + "\", \"points\": 10.5}")))
                .containsExactly("points");
        assertThat(fields(server.post(ROUTE, "{\"portfolio_id\": \"" + portfolio + "\", \"window\": 0}")))
                .containsExactly("window");
        assertThat(server.post(ROUTE, "{}").status()).isEqualTo(400);
    }

    @Test
    void blankParametersCountAsLeftOut() {
        holdTenShares();
        assertThat(server.get(ask("&from=&to=&benchmark=&points=")).status()).isEqualTo(200);
        // Tomorrow is today already where the day begins first.
        assertThat(server.get(ask("&to=2026-02-01")).status()).isEqualTo(200);
    }

    @Test
    void anotherUsersPortfolioDoesNotExist() {
        holdTenShares();
        assertThat(server.get(ask("")).status()).isEqualTo(200);
        caller = BEN;
        Answer foreign = server.get(ask(""));
        assertThat(foreign.status()).isEqualTo(404);
        Answer unknown = server.get(ROUTE + "?portfolio_id=" + new UUID(5, 5));
        assertThat(foreign.json().getString("detail")).isEqualTo(unknown.json().getString("detail"));
    }

    @Test
    void aBenchmarkWithoutPricesCannotBeMeasured() {
        holdTenShares();
        Answer answer = server.get(ask("&benchmark=NOPE"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getString("type")).isEqualTo("urn:quantumleap:problem:unmeasurable");
        assertThat(answer.json().getString("detail")).contains("NOPE");
    }

    private static double number(JsonObject json, String name) {
        return json.getJsonNumber(name).doubleValue();
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getJsonString("field"))
                .map(JsonString::getString)
                .toList();
    }
}
