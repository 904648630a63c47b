package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.chat.model.BudgetReachedException;
import io.quantumleap.chat.model.ModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.MissingObjectException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Says how an answer failed. */
public final class AnswerProblem {

    private static final System.Logger LOG = System.getLogger(AnswerProblem.class.getName());
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(60);

    private AnswerProblem() {}

    /** The problem, when the failure is one that is foreseen. */
    public static Optional<Problem> of(Throwable failure) {
        return find(failure, BudgetReachedException.class::isInstance)
                .map(reached -> budget((BudgetReachedException) reached))
                .or(() -> model(failure))
                .or(() -> find(failure, MissingObjectException.class::isInstance)
                        .map(missing -> Problem.of(ProblemType.NOT_FOUND, String.valueOf(missing.getMessage()))))
                .or(() -> find(failure, ConflictException.class::isInstance)
                        .map(conflict -> Problem.of(ProblemType.CONFLICT, String.valueOf(conflict.getMessage()))));
    }

    private static Problem budget(BudgetReachedException reached) {
        return Problem.of(ProblemType.BUDGET_REACHED, reached.getMessage() + " Nothing was asked and nothing stored.")
                .withRetryAfter(reached.left());
    }

    private static Optional<Problem> model(Throwable failure) {
        Optional<Throwable> known = find(
                failure,
                cause -> cause instanceof ModelException
                        || cause instanceof FaultToleranceException
                        || cause instanceof RejectedExecutionException);
        known.ifPresent(cause -> LOG.log(
                System.Logger.Level.WARNING,
                "The assistant could not answer: {0}",
                cause instanceof ModelException
                        ? cause.getMessage()
                        : cause.getClass().getSimpleName()));
        boolean refused = known.filter(
                        cause -> cause instanceof ModelException && !(cause instanceof RetryableModelException))
                .isPresent();
        return known.map(cause -> Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The assistant cannot answer at the moment. Nothing was stored; ask again later.")
                .withRetryAfter(refused ? LATER : SOON));
    }

    private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
