package io.quantumleap.adapters.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMappingTest {

    /** Fails in the way that its address names. */
    @Path("/fail")
    public static class Failing {

        @GET
        @Path("{how}")
        @Produces("application/json")
        public String fail(@PathParam("how") String how) {
            throw switch (how) {
                case "invalid" -> new InvalidValueException("The name is empty.");
                case "missing" -> new MissingObjectException("There is no such portfolio.");
                case "conflict" -> new ConflictException("The name is taken.");
                case "database" -> new IllegalStateException(new SQLException("host db.internal refused", "08001"));
                case "sql" -> new IllegalStateException(new SQLException("column secret_column", "42703"));
                case "wrapped" ->
                    new IllegalStateException(
                            Problem.of(ProblemType.CONFLICT, "Wrapped.").asException());
                case "later" ->
                    Problem.of(ProblemType.TOO_MANY_REQUESTS, "Slow down.")
                            .withRetryAfter(Duration.ofMillis(1500))
                            .asException();
                default -> new IllegalStateException("password=hunter2 at /home/someone");
            };
        }

        @POST
        @Consumes("text/csv")
        public void take(String csv) {}
    }

    private final DeskServer server = new DeskServer(new Failing());

    @ParameterizedTest
    @CsvSource({
        "invalid, 400, invalid-request, The name is empty.",
        "missing, 404, not-found, There is no such portfolio.",
        "conflict, 409, conflict, The name is taken.",
        "wrapped, 409, conflict, Wrapped.",
        "database, 503, unavailable, The database cannot be reached.",
    })
    void givesEachRefusalItsStatusAndItsSentence(String how, int status, String type, String detail) {
        DeskServer.Answer answer = server.get("/fail/" + how);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("type")).isEqualTo("urn:quantumleap:problem:" + type);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("detail")).isEqualTo(detail);
        assertThat(answer.json().getString("instance")).isEqualTo("urn:quantumleap:request:" + DeskServer.REQUEST_ID);
    }

    @ParameterizedTest
    @CsvSource({"surprise, hunter2", "sql, secret_column", "database, db.internal"})
    void tellsNothingAboutTheInside(String how, String secret) {
        DeskServer.Answer answer = server.get("/fail/" + how);

        assertThat(answer.status()).isGreaterThanOrEqualTo(500);
        assertThat(answer.text()).doesNotContain(secret, "Exception", "java.");
    }

    @Test
    void carriesTheHeadersOfAProblem() {
        assertThat(server.get("/fail/later").header("Retry-After")).isEqualTo("2");
        assertThat(server.get("/fail/database").header("Retry-After")).isEqualTo("5");
    }

    @Test
    void answersAnUnknownAddressWithAProblem() {
        assertThat(server.get("/nowhere").json().getString("type")).isEqualTo("urn:quantumleap:problem:not-found");
    }

    @Test
    void answersAWrongMethodWithAProblemAndTheAllowedOnes() {
        DeskServer.Answer answer = server.send("DELETE", "/fail", Map.of(), null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("POST");
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @Test
    void answersAnUnacceptableTypeWithAProblem() {
        DeskServer.Answer answer = server.send("GET", "/fail/invalid", Map.of("Accept", "image/png"), null);

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @Test
    void answersAWrongBodyTypeWithAProblem() {
        DeskServer.Answer answer = server.post("/fail", "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @Test
    void leavesTheFrameworksAnswerToOptionsAlone() {
        DeskServer.Answer answer = server.send("OPTIONS", "/fail", Map.of(), null);

        assertThat(answer.status()).isLessThan(300);
    }

    @Test
    void listsAHundredErrorsAndCountsTheRest() {
        Problem problem = Problem.of(ProblemType.INVALID_REQUEST, "Many.")
                .withErrors(Collections.nCopies(250, FieldError.inLine(2, "price", "not-positive", "Not positive.")));

        assertThat(problem.errors()).hasSize(100);
        assertThat(ProblemJson.write(problem, "x")).contains("\"error_count\":250", "\"line\":2");
    }
}
