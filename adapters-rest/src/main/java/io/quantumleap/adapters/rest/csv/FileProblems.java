package io.quantumleap.adapters.rest.csv;

import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The problems that a refused file ends in. */
public final class FileProblems {

    private FileProblems() {}

    /** Names the bad lines. */
    public static ProblemException refused(RowErrors errors) {
        String many = errors.count() == 1 ? "one error" : errors.count() + " errors";
        return Problem.of(ProblemType.INVALID_REQUEST, "The file has " + many + "; nothing was imported.")
                .withErrors(errors.listed().stream().map(FileProblems::named).toList(), errors.count())
                .asException();
    }

    private static FieldError named(RowError error) {
        return error.line() == 0
                ? FieldError.of(error.column(), error.code(), error.message())
                : FieldError.inLine(error.line(), error.column(), error.code(), error.message());
    }

    /** Refuses a file that says it is in another encoding than UTF-8. */
    public static void requireUtf8(@Nullable MediaType type) {
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A CSV file is taken in UTF-8 only.")
                    .asException();
        }
    }
}
