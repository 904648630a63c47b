package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged server answers the numbers that plain definitions give for the same prices. */
class PerformanceIT {

    private static final int DAYS = 600;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

    private final ApiClient client = SharedServer.administrator();
    private final String fund =
            "F" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String index = "I" + fund.substring(1);
    private final double[] closes = closes(1);
    private final double[] levels = closes(2);
    private String portfolio = "";

    private static double[] closes(long seed) {
        Random random = new Random(seed);
        double[] closes = new double[DAYS];
        double close = 100;
        for (int i = 0; i < DAYS; i++) {
            closes[i] = Math.rint(close * 100) / 100;
            close *= 1 + 0.01 * random.nextGaussian() + 0.0002;
        }
        return closes;
    }

    @BeforeEach
    void holdOneFund() {
        StringBuilder prices = new StringBuilder("date,symbol,close\n");
        for (int i = 0; i < DAYS; i++) {
            prices.append(FIRST.plusDays(i))
                    .append(',')
                    .append(fund)
                    .append(',')
                    .append(closes[i])
                    .append('\n');
            prices.append(FIRST.plusDays(i))
                    .append(',')
                    .append(index)
                    .append(',')
                    .append(levels[i])
                    .append('\n');
        }
        assertThat(client.post("/api/market/prices/import", "text/csv", prices.toString())
                        .status())
                .isEqualTo(200);
        Answer opened = client.post(
                "/api/portfolio", "application/json", "{\"name\": \"Measured\", \"base_currency\": \"USD\"}");
        portfolio = opened.json().getString("id");
        String transactions = "date,type,symbol,quantity,price,amount\n"
                + FIRST + ",deposit,,,,10000\n"
                + FIRST + ",buy," + fund + ",100," + closes[0] + ",\n";
        assertThat(client.post(path("/transactions/import"), "text/csv", transactions)
                        .status())
                .isEqualTo(200);
    }

    private String path(String rest) {
        return "/api/portfolio/" + portfolio + rest;
    }

    private Answer ask(String more) {
        return client.get("/api/ai/performance-analytics?portfolio_id=" + portfolio + more);
    }

    @Test
    void answersTheNumbersOfPlainDefinitions() {
        Answer answer = ask("&benchmark=" + index + "&periods_per_year=365&points=50");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonObject json = answer.json();
        JsonObject metrics = json.getJsonObject("metrics");
        double[] r = returns(closes);
        double[] b = returns(levels);
        double total = closes[DAYS - 1] / closes[0] - 1;
        double mean = mean(r);
        double deviation = Math.sqrt(products(r, r) / (r.length - 1));
        assertThat(json.getInt("observations")).isEqualTo(DAYS - 1);
        same(metrics, "time_weighted_return", total);
        same(metrics, "cumulative_return", total);
        same(metrics, "cagr", Math.pow(1 + total, 365.0 / r.length) - 1);
        long days = ChronoUnit.DAYS.between(FIRST, FIRST.plusDays(DAYS - 1));
        same(metrics, "money_weighted_return", Math.pow(1 + total, 365.0 / days) - 1);
        same(metrics, "volatility", deviation * Math.sqrt(365));
        same(metrics, "sharpe", mean / deviation * Math.sqrt(365));
        double downside = Math.sqrt(
                Arrays.stream(r).map(x -> Math.min(x, 0)).map(x -> x * x).sum() / r.length);
        same(metrics, "sortino", mean / downside * Math.sqrt(365));
        double deepest = IntStream.range(0, DAYS)
                .mapToDouble(
                        i -> closes[i] / Arrays.stream(closes, 0, i + 1).max().orElseThrow() - 1)
                .min()
                .orElseThrow();
        same(metrics, "max_drawdown", deepest);
        double[] sorted = r.clone();
        Arrays.sort(sorted);
        double position = 0.05 * (r.length - 1);
        int below = (int) position;
        double quantile = sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
        same(metrics, "var_95", quantile);
        same(
                metrics,
                "expected_shortfall_95",
                Arrays.stream(r).filter(x -> x <= quantile).average().orElseThrow());
        double beta = products(r, b) / products(b, b);
        same(metrics, "beta", beta);
        same(metrics, "alpha", Math.pow(1 + mean - beta * mean(b), 365) - 1);
        same(metrics, "correlation", products(r, b) / Math.sqrt(products(r, r) * products(b, b)));
        same(metrics, "benchmark_return", levels[DAYS - 1] / levels[0] - 1);
        assertThat(json.getJsonArray("series").size()).isBetween(48, 50);
        assertThat(json.getJsonObject("conventions").getInt("periods_per_year")).isEqualTo(365);
    }

    @Test
    void isNotSentAgainWhileNothingChanged() {
        Answer first = ask("");
        String tag = first.header("ETag");
        Answer again = client.with("If-None-Match", tag).get("/api/ai/performance-analytics?portfolio_id=" + portfolio);
        assertThat(again.status()).isEqualTo(304);
        assertThat(List.of(first.header("Cache-Control"), again.header("Cache-Control")))
                .as("a browser keeps no client's figures on its disk")
                .containsOnly("no-store");
        String fee = "date,type,amount\n" + FIRST.plusDays(3) + ",fee,25\n";
        assertThat(client.post(path("/transactions/import"), "text/csv", fee).status())
                .isEqualTo(200);
        Answer changed =
                client.with("If-None-Match", tag).get("/api/ai/performance-analytics?portfolio_id=" + portfolio);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).isNotEqualTo(first.body());
    }

    @Test
    void refusesWithAProblem() {
        Answer unknown = client.get("/api/ai/performance-analytics?portfolio_id=" + UUID.randomUUID());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(ask("&points=1").status()).isEqualTo(400);
        assertThat(ask("&benchmark=NOPE" + fund).status()).isEqualTo(422);
        Answer body = client.post("/api/ai/performance-analytics", "application/json", "{}");
        assertThat(body.status()).isEqualTo(400);
        assertThat(body.json().getString("type")).endsWith(":invalid-request");
    }

    private static double[] returns(double[] prices) {
        return IntStream.range(1, prices.length)
                .mapToDouble(i -> prices[i] / prices[i - 1] - 1)
                .toArray();
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).sum() / numbers.length;
    }

    private static double products(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        return IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
    }

    private static void same(JsonObject metrics, String name, double expected) {
        assertThat(metrics.getJsonNumber(name).doubleValue())
                .as(name)
                .isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
    }
}
