package io.quantumleap.adapters.rest.market.provider;

import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.body;
import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.cutOff;
import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.endless;
import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.json;
import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.series;
import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.silent;
import static io.quantumleap.adapters.rest.market.provider.MisbehavingProvider.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.provider.ProviderAnswer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaVantageTest {

    private static final String KEY = "SECRET-KEY-4711";
    private static final Symbol ACME = new Symbol("ACME");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate RECENT = TODAY.minusDays(9);

    private final MisbehavingProvider server = new MisbehavingProvider();
    private final Hands clock = new Hands();
    private final CountDownLatch release = new CountDownLatch(1);

    /** A clock that a test moves. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-06-30T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.close();
    }

    private AlphaVantage provider(Duration patience) {
        return new AlphaVantage(
                new AlphaVantageSettings(
                        server.url(), KEY, Map.of(new Symbol("DAX"), "DAX.DEX"), patience, Duration.ofMinutes(15)),
                clock);
    }

    private AlphaVantage provider() {
        return provider(Duration.ofSeconds(20));
    }

    private static String reason(ProviderAnswer answer) {
        assertThat(answer).isInstanceOf(ProviderAnswer.Unavailable.class);
        String reason = ((ProviderAnswer.Unavailable) answer).reason();
        assertThat(reason).doesNotContain(KEY);
        return reason;
    }

    @Test
    void readsWholeBarsInDateOrder() {
        server.does(json("{'Meta Data': {'1. Information': 'Daily Prices'}, 'Time Series (Daily)': {"
                + "'2026-06-29': {'1. open': '10.0', '2. high': '11.5', '3. low': '9.25', '4. close': '10.75', '5. volume': '12345'},"
                + "'2026-06-26': {'4. close': '10.123456789012'}}}"));

        ProviderAnswer answer = provider().daily(ACME, RECENT);

        assertThat(((ProviderAnswer.Bars) answer).bars())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        PriceBar.close(LocalDate.of(2026, 6, 26), new BigDecimal("10.1234567890")),
                        new PriceBar(
                                LocalDate.of(2026, 6, 29),
                                new BigDecimal("10.75"),
                                new BigDecimal("10.0"),
                                new BigDecimal("11.5"),
                                new BigDecimal("9.25"),
                                new BigDecimal("12345")));
    }

    @Test
    void asksForWhatItNeedsUnderTheNameThatTheProviderHas() {
        server.does(series("2026-06-29", "10"));
        AlphaVantage provider = provider();

        provider.daily(new Symbol("DAX"), RECENT);
        provider.daily(ACME, TODAY.minusYears(3));
        provider.daily(new Symbol("GBP/EUR"), RECENT);

        assertThat(server.asked())
                .extracting(URI::toString)
                .containsExactly(
                        "/query?function=TIME_SERIES_DAILY&symbol=DAX.DEX&outputsize=compact&datatype=json&apikey="
                                + KEY,
                        "/query?function=TIME_SERIES_DAILY&symbol=ACME&outputsize=full&datatype=json&apikey=" + KEY,
                        "/query?function=FX_DAILY&from_symbol=GBP&to_symbol=EUR&outputsize=compact&datatype=json&apikey="
                                + KEY);
    }

    @Test
    void readsExchangeRates() {
        server.does(json("{'Time Series FX (Daily)': {'2026-06-29': {'4. close': '1.1712'}}}"));

        assertThat(((ProviderAnswer.Bars) provider().daily(new Symbol("GBP/EUR"), RECENT)).bars())
                .extracting(PriceBar::close)
                .containsExactly(new BigDecimal("1.1712"));
    }

    @Test
    void tellsAnUnknownSymbolFromATrouble() {
        server.does(json("{'Error Message': 'Invalid API call.'}"));

        assertThat(provider().daily(ACME, RECENT)).isInstanceOf(ProviderAnswer.UnknownSymbol.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Note", "Information"})
    void doesNotRepeatWhatTheProviderSaysAboutTheKey(String name) {
        server.does(json("{'" + name + "': 'We have detected your API key as " + KEY + " and your limit is reached'}"));

        assertThat(reason(provider().daily(ACME, RECENT))).contains("allowance");
    }

    @Test
    void keepsQuietAfterA429UntilTheProviderMayBeAskedAgain() {
        server.does(status(429, "Retry-After", "120"), series("2026-06-29", "10"));
        AlphaVantage provider = provider();

        ProviderAnswer refused = provider.daily(ACME, RECENT);
        ProviderAnswer notAsked = provider.daily(ACME, RECENT);
        clock.now = clock.now.plusSeconds(121);
        ProviderAnswer asked = provider.daily(ACME, RECENT);

        assertThat(((ProviderAnswer.Unavailable) refused).retryAfter().orElseThrow())
                .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(121));
        reason(notAsked);
        assertThat(asked).isInstanceOf(ProviderAnswer.Bars.class);
        assertThat(server.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tue, 30 Jun 2026 12:05:00 GMT", "soon", "", "-5", "999999999999"})
    void understandsEveryFormOfRetryAfterOrTakesAMinute(String value) {
        server.does(status(429, "Retry-After", value));

        Duration pause = ((ProviderAnswer.Unavailable) provider().daily(ACME, RECENT))
                .retryAfter()
                .orElseThrow();

        assertThat(pause.toMinutes()).isEqualTo(value.startsWith("Tue") ? 5 : 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void wantsToBeAskedAgainAfterAFailureOfTheProvider(int code) {
        server.does(status(code));

        assertThatThrownBy(() -> provider().daily(ACME, RECENT))
                .isInstanceOf(RetryableProviderException.class)
                .hasMessageContaining(Integer.toString(code))
                .hasMessageNotContaining(KEY)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 400, 401, 403, 404})
    void doesNotAskAgainWhereThatWouldNotHelp(int code) {
        server.does(status(code, "Location", "http://127.0.0.1:1/elsewhere"));

        reason(provider().daily(ACME, RECENT));
        assertThat(server.asked()).as("redirects are not followed").hasSize(1);
    }

    @Test
    void wantsToBeAskedAgainAfterAnAnswerThatBreaksOff() {
        server.does(cutOff());
        assertThatThrownBy(() -> provider().daily(ACME, RECENT)).isInstanceOf(RetryableProviderException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'Time Series (Daily)': {'2026-06-29': {'4. cl", "[]", "'text'", "{} {}", "null"})
    void wantsToBeAskedAgainAfterAnAnswerThatIsNoJsonObject(String text) {
        server.does(json(text));

        assertThatThrownBy(() -> provider().daily(ACME, RECENT)).isInstanceOf(RetryableProviderException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'2026-06-29': {'4. close': '0'}}",
                "{'2026-06-29': {'4. close': '-1'}}",
                "{'2026-06-29': {'4. close': 'NaN'}}",
                "{'2026-06-29': {'4. close': '1e999999999'}}",
                "{'2026-06-29': {'4. close': 10}}",
                "{'2026-06-29': {}}",
                "{'2026-06-29': 'x'}",
                "{'yesterday': {'4. close': '1'}}",
                "{'2026-06-29': {'4. close': '1', '2. high': '1', '3. low': '2'}}",
                "{'2026-06-28': {'4. close': '1'}, '2026-06-29': {'4. close': ''}}"
            })
    void takesNothingOfASeriesThatHasABadDay(String days) {
        server.does(json("{'Time Series (Daily)': " + days + "}"));

        reason(provider().daily(ACME, RECENT));
    }

    @Test
    void refusesAnotherTypeThanJson() {
        server.does(body("text/html", "<html>Sign in</html>"));

        assertThat(reason(provider().daily(ACME, RECENT))).contains("not JSON");
    }

    @Test
    void refusesJsonWithoutASeries() {
        server.does(json("{}"));

        assertThat(reason(provider().daily(ACME, RECENT))).contains("no daily series");
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotEnd() {
        server.does(endless("{\"x\": \"" + "y".repeat(64 * 1024) + "\"},"));

        assertThatThrownBy(() -> provider().daily(ACME, RECENT))
                .isInstanceOf(AlphaVantage.TooLongAnswerException.class);
    }

    @Test
    void givesUpOnAnAnswerThatIsSilentAfterItsHead() {
        server.does(silent(release));

        assertThatThrownBy(() -> provider(Duration.ofMillis(300)).daily(ACME, RECENT))
                .isInstanceOf(RetryableProviderException.class)
                .hasMessageContaining("in time");
    }

    @Test
    void saysThatNobodyListens() {
        server.close();

        assertThatThrownBy(() -> provider().daily(ACME, RECENT))
                .isInstanceOf(RetryableProviderException.class)
                .hasMessageNotContaining(KEY)
                .hasNoCause();
    }

    @Test
    void settingsDoNotShowTheKey() {
        assertThat(new AlphaVantageSettings(server.url(), KEY, Map.of(), Duration.ZERO, Duration.ZERO).toString())
                .doesNotContain(KEY);
    }

    @Test
    void remembersAnAnswerForAWhileAndNoTrouble() {
        AtomicInteger asked = new AtomicInteger();
        List<RuntimeException> troubles =
                List.of(new RetryableProviderException("Out of order."), new CircuitBreakerOpenException("open"));
        RememberingProvider provider = new RememberingProvider(
                AlphaVantage.ORIGIN,
                (symbol, from) -> {
                    int time = asked.getAndIncrement();
                    if (time < troubles.size()) {
                        throw troubles.get(time);
                    }
                    return new ProviderAnswer.Bars(List.of());
                },
                Duration.ofMinutes(15),
                clock);

        assertThat(reason(provider.daily(ACME, RECENT))).isEqualTo("Out of order.");
        assertThat(reason(provider.daily(ACME, RECENT))).contains("too often");
        assertThat(provider.daily(ACME, RECENT)).isInstanceOf(ProviderAnswer.Bars.class);
        assertThat(provider.daily(ACME, RECENT.plusDays(1))).isInstanceOf(ProviderAnswer.Bars.class);
        assertThat(asked).hasValue(3);
        provider.daily(ACME, RECENT.minusDays(1));
        assertThat(asked).as("earlier days were not in that answer").hasValue(4);
        clock.now = clock.now.plus(Duration.ofMinutes(16));
        provider.daily(ACME, RECENT);
        assertThat(asked).hasValue(5);
    }
}
