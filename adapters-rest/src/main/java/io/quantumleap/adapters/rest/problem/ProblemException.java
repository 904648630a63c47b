package io.quantumleap.adapters.rest.problem;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /** @param problem what the caller will see */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** What the caller will see. */
    public Problem problem() {
        return problem;
    }
}
