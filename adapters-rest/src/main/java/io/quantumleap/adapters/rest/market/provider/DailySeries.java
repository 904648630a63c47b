package io.quantumleap.adapters.rest.market.provider;

import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.provider.ProviderAnswer;
import io.quantumleap.core.shared.InvalidValueException;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to TIME_SERIES_DAILY and FX_DAILY: an object with one member for each day, in which numbers are texts
 * and names are numbered ({@code "4. close"}). What the provider has to say instead comes with status 200 as {@code "Error
 * Message"}, {@code "Note"} or {@code "Information"}; those texts are not passed on, since they may quote the key.
 *
 * @see <a href="https://www.alphavantage.co/documentation/">Alpha Vantage, API documentation</a>
 */
final class DailySeries {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,20})?");
    private static final int DECIMALS = 10;

    private DailySeries() {}

    /**
     * Reads an answer.
     *
     * @throws RetryableProviderException if it is cut off or no JSON
     */
    static ProviderAnswer read(byte[] body) {
        JsonObject answer = object(body);
        if (answer.containsKey("Error Message")) {
            return new ProviderAnswer.UnknownSymbol();
        }
        for (String name : List.of("Time Series (Daily)", "Time Series FX (Daily)")) {
            JsonValue series = answer.get(name);
            if (series instanceof JsonObject days) {
                return bars(days);
            }
        }
        if (answer.containsKey("Note") || answer.containsKey("Information")) {
            return unavailable("The provider says that its allowance is used up, or that the key may not ask this.");
        }
        return unavailable("The provider's answer has no daily series.");
    }

    private static JsonObject object(byte[] body) {
        try (JsonParser parser = JSON.createParser(new ByteArrayInputStream(body))) {
            if (parser.hasNext() && parser.next() == JsonParser.Event.START_OBJECT) {
                JsonObject object = parser.getObject();
                if (!parser.hasNext()) {
                    return object;
                }
            }
        } catch (JsonParsingException | IllegalStateException broken) {
            throw new RetryableProviderException("The provider's answer is cut off or no JSON.");
        } catch (JsonException broken) {
            throw new RetryableProviderException("The provider's answer cannot be read.");
        }
        throw new RetryableProviderException("The provider's answer is no JSON object.");
    }

    private static ProviderAnswer bars(JsonObject days) {
        TreeMap<LocalDate, PriceBar> bars = new TreeMap<>();
        for (String day : days.keySet()) {
            try {
                PriceBar bar = bar(LocalDate.parse(day), days.getJsonObject(day));
                bars.put(bar.date(), bar);
            } catch (DateTimeException | ClassCastException | InvalidValueException | ArithmeticException broken) {
                return unavailable("The provider's answer has a day that cannot be read; none of it was taken.");
            }
        }
        return new ProviderAnswer.Bars(List.copyOf(bars.values()));
    }

    private static PriceBar bar(LocalDate date, JsonObject values) {
        BigDecimal close =
                number(values, "4. close").orElseThrow(() -> new InvalidValueException("A close is missing."));
        return new PriceBar(
                date,
                close,
                orNull(number(values, "1. open")),
                orNull(number(values, "2. high")),
                orNull(number(values, "3. low")),
                orNull(number(values, "5. volume")));
    }

    private static @Nullable BigDecimal orNull(Optional<BigDecimal> number) {
        return number.orElse(null);
    }

    private static Optional<BigDecimal> number(JsonObject values, String name) {
        if (!values.containsKey(name)) {
            return Optional.empty();
        }
        String text = values.getString(name);
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidValueException("A number is none.");
        }
        BigDecimal number = new BigDecimal(text);
        return Optional.of(number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_EVEN) : number);
    }

    private static ProviderAnswer unavailable(String reason) {
        return new ProviderAnswer.Unavailable(reason, null);
    }
}
