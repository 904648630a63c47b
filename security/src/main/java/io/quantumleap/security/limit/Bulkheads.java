package io.quantumleap.security.limit;

import io.quantumleap.security.access.RateClass;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The bulkhead of each class of requests that has one. Safe for use by many threads. */
public final class Bulkheads {

    private final Map<RateClass, Bulkhead> byClass = new EnumMap<>(RateClass.class);

    /** Builds them. */
    public Bulkheads(LimitPolicy policy) {
        policy.bulkheads().forEach((requests, size) -> byClass.put(requests, new Bulkhead(size)));
    }

    /** The bulkhead of a class. */
    public Optional<Bulkhead> of(RateClass requests) {
        return Optional.ofNullable(byClass.get(requests));
    }
}
