package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.valuation.MissingPrice;
import io.quantumleap.core.valuation.Valued;
import java.util.List;

/** The problem (422) that a question ends in when prices are missing that its answer would need. */
public final class UnmeasurableProblem {

    private UnmeasurableProblem() {}

    /**
     * The value.
     *
     * @throws ProblemException if it could not be had, naming the symbols to import
     */
    public static <T> T valueOf(Valued<T> valued) {
        return valued.fold(value -> value, missing -> {
            throw of(missing);
        });
    }

    /** The problem that names the missing prices. */
    public static ProblemException of(List<MissingPrice> missing) {
        String first = missing.get(0).message();
        String more = missing.size() == 1 ? "" : " " + (missing.size() - 1) + " more symbols are missing.";
        return Problem.of(ProblemType.UNMEASURABLE, first + more)
                .withErrors(missing.stream().map(UnmeasurableProblem::error).toList(), missing.size())
                .asException();
    }

    private static FieldError error(MissingPrice missing) {
        return FieldError.of(
                missing.symbol().value(),
                missing.exchangeRate() ? "missing-exchange-rate" : "missing-price",
                missing.message());
    }
}
