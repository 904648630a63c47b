package io.quantumleap.adapters.rest.validation;

import io.quantumleap.adapters.rest.json.FieldNames;
import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.ProblemType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names every field that Bean Validation refused. A broken rule on an answer of ours is our fault, not the caller's. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    private static final System.Logger LOG = System.getLogger(ConstraintViolationMapper.class.getName());

    @Override
    public Response toResponse(ConstraintViolationException thrown) {
        if (thrown.getConstraintViolations().stream().anyMatch(ConstraintViolationMapper::isOurs)) {
            LOG.log(System.Logger.Level.ERROR, "An answer of the server breaks its own constraints", thrown);
            return ProblemResponses.of(Problem.of(
                    ProblemType.INTERNAL, "The server could not answer. The request id finds the log line."));
        }
        List<FieldError> errors = thrown.getConstraintViolations().stream()
                .map(ConstraintViolationMapper::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
        return ProblemResponses.of(Problem.of(ProblemType.INVALID_REQUEST, "A field breaks a rule.")
                .withErrors(errors));
    }

    private static boolean isOurs(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return FieldError.of(field(violation.getPropertyPath()), code(violation), sentence(violation.getMessage()));
    }

    /** The names below the method and its parameter; the parameter itself when it is a plain value. */
    private static String field(Path path) {
        StringBuilder below = new StringBuilder();
        String parameter = "body";
        for (Path.Node node : path) {
            ElementKind kind = node.getKind();
            String name = node.getName();
            if (name == null) {
                continue;
            }
            if (kind == ElementKind.PARAMETER) {
                parameter = FieldNames.toJson(name);
            } else if (kind == ElementKind.PROPERTY) {
                appendIndex(below, node.getIndex());
                if (below.length() > 0) {
                    below.append('.');
                }
                below.append(FieldNames.toJson(name));
            }
        }
        return below.length() > 0 ? below.toString() : parameter;
    }

    /** A path tells the index of a list's element with the node that follows the list. */
    private static void appendIndex(StringBuilder field, @Nullable Integer index) {
        if (index != null) {
            field.append('[').append(index).append(']');
        }
    }

    /** The constraint's name in kebab case: {@code NotBlank} is {@code not-blank}. */
    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String sentence(String message) {
        if (message.isEmpty()) {
            return "The value is not allowed.";
        }
        String start = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }
}
