package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RetriableException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Tells apart the ways in which a provider fails, without repeating what it wrote. */
final class ProviderFailure {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;

    private ProviderFailure() {}

    /** Whether the same request may succeed later. */
    static boolean mayPass(Throwable failure) {
        Optional<HttpException> http = find(failure, HttpException.class);
        if (http.isPresent()) {
            int status = http.get().statusCode();
            return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
        }
        return find(failure, RetriableException.class).isPresent()
                || find(failure, IOException.class).isPresent()
                || find(failure, TimeoutException.class).isPresent();
    }

    /** How long the provider asks to be left alone, when it says. */
    static Optional<Duration> retryAfter(Throwable failure) {
        return find(failure, RefusedException.class).flatMap(RefusedException::retryAfter);
    }

    /** One sentence for the operator. */
    static String describe(Throwable failure) {
        return find(failure, HttpException.class)
                .map(http -> "The model provider answered with the status " + http.statusCode() + ".")
                .or(() -> find(failure, LangChain4jException.class)
                        .map(known ->
                                "The model provider failed: " + known.getClass().getSimpleName() + "."))
                .orElseGet(() -> "The model provider cannot be understood or reached: "
                        + failure.getClass().getSimpleName() + ".");
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return causes(failure, type::isInstance).map(type::cast);
    }

    private static Optional<Throwable> causes(Throwable failure, Predicate<Throwable> wanted) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
