package io.quantumleap.adapters.rest.market.provider;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.provider.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The provider with patience and a limit to it: what may pass is asked again with a jittered pause, a provider that keeps
 * failing is left alone for a while, and only so many ask at once. The numbers can be set as MicroProfile Fault Tolerance
 * describes.
 */
@ApplicationScoped
public class ResilientAlphaVantage {

    private final AlphaVantage provider;

    /** For the proxy of the container, which passes every call on and keeps no provider. */
    @SuppressWarnings("NullAway") // the fields of a proxy are never read
    protected ResilientAlphaVantage() {
        this.provider = null;
    }

    /** Asks this provider. */
    @Inject
    public ResilientAlphaVantage(AlphaVantage provider) {
        this.provider = provider;
    }

    /**
     * The bars of an instrument or exchange rate.
     *
     * @throws RetryableProviderException if asking again has not helped
     */
    @Retry(maxRetries = 2, delay = 500, jitter = 250, retryOn = RetryableProviderException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 8,
            failureRatio = 0.5,
            delay = 30,
            delayUnit = ChronoUnit.SECONDS,
            failOn = RetryableProviderException.class)
    @Timeout(value = 20, unit = ChronoUnit.SECONDS)
    @Bulkhead(4)
    public ProviderAnswer daily(Symbol symbol, LocalDate from) {
        return provider.daily(symbol, from);
    }
}
