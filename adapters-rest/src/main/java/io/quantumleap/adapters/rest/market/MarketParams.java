package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.shared.InvalidValueException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of query parameters and path segments. */
final class MarketParams {

    private MarketParams() {}

    /**
     * The value, or nothing if the parameter is not there or empty.
     *
     * @throws ProblemException if the value's form refuses it
     */
    static <T> Optional<T> value(String name, @Nullable String text, String code, Function<String, T> form) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.apply(text.strip()));
        } catch (InvalidValueException refused) {
            throw invalid(name, code, refused.getMessage());
        }
    }

    /**
     * The value.
     *
     * @throws ProblemException if it is not there, or its form refuses it
     */
    static <T> T required(String name, @Nullable String text, String code, Function<String, T> form) {
        return value(name, text, code, form)
                .orElseThrow(() -> invalid(name, "required", "The parameter " + name + " is missing."));
    }

    /** The problem of one parameter. */
    static ProblemException invalid(String name, String code, String message) {
        return Problem.of(ProblemType.INVALID_REQUEST, message)
                .withError(name, code, message)
                .asException();
    }
}
