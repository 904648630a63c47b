package io.quantumleap.adapters.rest.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.executable.ExecutableValidator;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConstraintViolationMapperTest {

    public record LineJson(@NotBlank String itemName) {}

    public record OrderJson(
            @NotNull(message = "must be given") String customerName,
            @Valid List<LineJson> lines) {}

    public static class Desk {
        public void order(@Valid OrderJson order) {}

        public void count(@Min(1) int pointCount) {}

        @NotNull
        public String answer() {
            return "";
        }
    }

    private final ValidatorFactory factory = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private final ExecutableValidator validator = factory.getValidator().forExecutables();

    @AfterEach
    void close() {
        factory.close();
    }

    private static Problem map(ConstraintViolationException thrown) {
        return (Problem) new ConstraintViolationMapper().toResponse(thrown).getEntity();
    }

    @Test
    void namesFieldsAsInTheJson() throws NoSuchMethodException {
        OrderJson order = new OrderJson(null, List.of(new LineJson("x"), new LineJson(" ")));
        Problem problem = map(new ConstraintViolationException(validator.validateParameters(
                new Desk(), Desk.class.getMethod("order", OrderJson.class), new Object[] {order})));

        assertThat(problem.type().code()).isEqualTo("invalid-request");
        assertThat(problem.errors())
                .containsExactly(
                        FieldError.of("customer_name", "not-null", "Must be given."),
                        FieldError.of("lines[1].item_name", "not-blank", "Must not be blank."));
    }

    @Test
    void namesAParameterThatIsNoBody() throws NoSuchMethodException {
        Problem problem = map(new ConstraintViolationException(
                validator.validateParameters(new Desk(), Desk.class.getMethod("count", int.class), new Object[] {0})));

        assertThat(problem.errors()).extracting(FieldError::field).containsExactly("point_count");
    }

    @Test
    void takesTheBlameForAnAnswerThatBreaksItsRules() throws NoSuchMethodException {
        Problem problem = map(new ConstraintViolationException(
                validator.validateReturnValue(new Desk(), Desk.class.getMethod("answer"), null)));

        assertThat(problem.type().status()).isEqualTo(500);
        assertThat(problem.errors()).isEmpty();
    }
}
