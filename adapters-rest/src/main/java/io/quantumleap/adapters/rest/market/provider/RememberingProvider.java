package io.quantumleap.adapters.rest.market.provider;

import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.provider.ProviderAnswer;
import io.quantumleap.core.market.provider.port.MarketDataProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Gives a recent answer again instead of asking, so that a button pressed twice does not use up the allowance, and turns
 * whatever goes wrong into an answer. Only bars and unknown symbols are remembered, and only of so many instruments. Safe for
 * use by many threads.
 */
public final class RememberingProvider implements MarketDataProvider {

    private static final int MOST_REMEMBERED = 500;

    private final PriceOrigin origin;
    private final BiFunction<Symbol, LocalDate, ProviderAnswer> provider;
    private final Duration remembered;
    private final Clock clock;
    private final Map<Symbol, Remembered> answers = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Symbol, Remembered> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * Stands before a provider.
     *
     * @param provider may throw what the fault tolerance of the container throws
     */
    public RememberingProvider(
            PriceOrigin origin,
            BiFunction<Symbol, LocalDate, ProviderAnswer> provider,
            Duration remembered,
            Clock clock) {
        this.origin = origin;
        this.provider = provider;
        this.remembered = remembered;
        this.clock = clock;
    }

    private record Remembered(Instant until, LocalDate from, ProviderAnswer answer) {}

    @Override
    public PriceOrigin origin() {
        return origin;
    }

    @Override
    public ProviderAnswer daily(Symbol symbol, LocalDate from) {
        Optional<ProviderAnswer> known = recall(symbol, from);
        if (known.isPresent()) {
            return known.get();
        }
        ProviderAnswer answer = ask(symbol, from);
        if (!(answer instanceof ProviderAnswer.Unavailable)) {
            remember(symbol, from, answer);
        }
        return answer;
    }

    private Optional<ProviderAnswer> recall(Symbol symbol, LocalDate from) {
        synchronized (answers) {
            return Optional.ofNullable(answers.get(symbol))
                    .filter(one ->
                            one.until().isAfter(clock.instant()) && !one.from().isAfter(from))
                    .map(Remembered::answer);
        }
    }

    private void remember(Symbol symbol, LocalDate from, ProviderAnswer answer) {
        synchronized (answers) {
            answers.put(symbol, new Remembered(clock.instant().plus(remembered), from, answer));
        }
    }

    private ProviderAnswer ask(Symbol symbol, LocalDate from) {
        try {
            return provider.apply(symbol, from);
        } catch (RetryableProviderException failure) {
            return unavailable(String.valueOf(failure.getMessage()));
        } catch (CircuitBreakerOpenException leftAlone) {
            return unavailable("The provider has failed too often; it is left alone for half a minute.");
        } catch (BulkheadException crowded) {
            return unavailable("Too many ask the provider at once.");
        } catch (TimeoutException slow) {
            return unavailable("The provider did not answer in time.");
        } catch (AlphaVantage.TooLongAnswerException tooLong) {
            return unavailable("The provider's answer is longer than 16 MB.");
        }
    }

    private static ProviderAnswer unavailable(String reason) {
        return new ProviderAnswer.Unavailable(reason, null);
    }
}
