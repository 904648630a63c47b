package io.quantumleap.adapters.rest.problem;

/** The problem for a bare HTTP status, where the framework or the container refused and said no more than that. */
public final class StatusProblems {

    private StatusProblems() {}

    /** A problem with the given status, or the nearest one that the contract knows. */
    public static Problem of(int status) {
        ProblemType type = type(status);
        return Problem.of(type, detail(type));
    }

    private static ProblemType type(int status) {
        return switch (status) {
            case 400 -> ProblemType.MALFORMED_REQUEST;
            case 401 -> ProblemType.UNAUTHORIZED;
            default ->
                ProblemType.ofStatus(status)
                        .orElse(status >= 500 ? ProblemType.INTERNAL : ProblemType.MALFORMED_REQUEST);
        };
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case UNAUTHORIZED -> "This needs a token that is valid now.";
            case FORBIDDEN -> "Your roles do not allow this.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method.";
            case NOT_ACCEPTABLE -> "This address makes none of the types that the request accepts.";
            case PAYLOAD_TOO_LARGE -> "The body is longer than this address takes.";
            case UNSUPPORTED_MEDIA_TYPE -> "This address does not take a body of this type.";
            case INTERNAL -> "The server could not answer. The request id finds the log line.";
            case UNAVAILABLE -> "The server cannot answer for the moment.";
            default -> "The request cannot be read.";
        };
    }
}
