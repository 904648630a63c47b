package io.quantumleap.adapters.rest.market.provider;

import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.provider.ProviderAnswer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a server that speaks Alpha Vantage's protocol for daily prices: one request, one answer. A request ends within its
 * time limit, an answer has a greatest size, redirects are not followed (the address holds the key), and after a 429 nothing
 * is asked until the provider may be asked again. Safe for use by many threads.
 *
 * @see <a href="https://www.alphavantage.co/documentation/">Alpha Vantage, API documentation</a>
 */
public final class AlphaVantage {

    /** The name that its prices are kept under. */
    public static final PriceOrigin ORIGIN = new PriceOrigin("alpha-vantage");

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int LONGEST_BODY = 16 * 1024 * 1024;

    /** The short answer has the latest hundred days; so many calendar days are surely among them. */
    private static final int DAYS_OF_SHORT_ANSWER = 120;

    private final AlphaVantageSettings settings;
    private final Clock clock;
    private final HttpClient client;
    private volatile Instant quietUntil = Instant.MIN;

    /** Asks there. */
    public AlphaVantage(AlphaVantageSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** How long an answer may be given again without asking. */
    Duration remembered() {
        return settings.remembered();
    }

    /**
     * The bars of an instrument or exchange rate.
     *
     * @throws RetryableProviderException if asking again may help
     */
    ProviderAnswer daily(Symbol symbol, LocalDate from) {
        Instant now = clock.instant();
        Instant end = quietUntil;
        if (end.isAfter(now)) {
            return quiet(Duration.between(now, end));
        }
        return answer(exchange(HttpRequest.newBuilder(address(symbol, from))
                .timeout(settings.patience())
                .header("Accept", "application/json")
                .GET()
                .build()));
    }

    private static ProviderAnswer quiet(Duration pause) {
        return new ProviderAnswer.Unavailable("The provider wants to be asked less often.", pause.plusMillis(999));
    }

    private URI address(Symbol symbol, LocalDate from) {
        boolean shortAnswer = from.isAfter(LocalDate.now(clock).minusDays(DAYS_OF_SHORT_ANSWER));
        String size = "&outputsize=" + (shortAnswer ? "compact" : "full") + "&datatype=json";
        String key = "&apikey=" + encoded(settings.apiKey());
        String mapped = settings.symbols().getOrDefault(symbol, symbol.value());
        boolean isRate = symbol.quotedIn().isPresent() && !settings.symbols().containsKey(symbol);
        String[] sides = symbol.value().split("/", -1);
        String what = isRate
                ? "function=FX_DAILY&from_symbol=" + encoded(sides[0]) + "&to_symbol=" + encoded(sides[1])
                : "function=TIME_SERIES_DAILY&symbol=" + encoded(mapped);
        String base = settings.baseUrl().toString().replaceAll("/+$", "");
        return URI.create(base + "/query?" + what + size + key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The time limit covers the body as well, which the client's own does not. */
    private HttpResponse<byte[]> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, head -> new BoundedBody(LONGEST_BODY));
        try {
            return exchange.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            exchange.cancel(true);
            throw new RetryableProviderException("The provider did not answer in time.");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof BoundedBody.TooLongException) {
                throw new TooLongAnswerException();
            }
            throw new RetryableProviderException("The provider cannot be reached, or broke off.");
        } catch (InterruptedException stop) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new RetryableProviderException("The provider did not answer in time.");
        }
    }

    /** An answer over the limit will be so the next time, too. */
    static final class TooLongAnswerException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private ProviderAnswer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 429) {
            Duration pause = pause(response);
            quietUntil = clock.instant().plus(pause);
            return quiet(pause);
        }
        if (status >= 500 || status == 408) {
            throw new RetryableProviderException("The provider answers with status " + status + ".");
        }
        if (status == 401 || status == 403) {
            return unavailable("The provider refuses the key.");
        }
        if (status != 200) {
            return unavailable("The provider answers with status " + status + "; is its address right?");
        }
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.contains("json")) {
            return unavailable("The provider's answer is not JSON; is its address right?");
        }
        if (response.body().length == 0) {
            throw new RetryableProviderException("The provider's answer is empty.");
        }
        return DailySeries.read(response.body());
    }

    private static ProviderAnswer unavailable(String reason) {
        return new ProviderAnswer.Unavailable(reason, null);
    }

    /** What Retry-After asks for, in seconds or as a date (RFC 9110, 10.2.3), within reason. */
    private Duration pause(HttpResponse<byte[]> response) {
        Duration asked = response.headers()
                .firstValue("Retry-After")
                .flatMap(this::pause)
                .orElse(USUAL_PAUSE);
        return asked.isNegative() || asked.isZero()
                ? USUAL_PAUSE
                : asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private Optional<Duration> pause(String text) {
        try {
            return Optional.of(
                    text.strip().matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text.strip()))
                            : Duration.between(
                                    clock.instant(),
                                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant()));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
