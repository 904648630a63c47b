package io.quantumleap.adapters.rest.problem;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** The one place that writes a problem as JSON. */
public final class ProblemJson {

    private ProblemJson() {}

    /** The document for a problem of the request with this id. */
    public static String write(Problem problem, String requestId) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", problem.type().uri())
                .add("title", problem.type().title())
                .add("status", problem.type().status())
                .add("detail", problem.detail())
                .add("instance", "urn:quantumleap:request:" + requestId);
        if (!problem.errors().isEmpty()) {
            JsonArrayBuilder errors = Json.createArrayBuilder();
            problem.errors().forEach(error -> errors.add(write(error)));
            json.add("errors", errors).add("error_count", problem.errorCount());
        }
        return json.build().toString();
    }

    private static JsonObjectBuilder write(FieldError error) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("field", error.field());
        error.line().ifPresent(line -> json.add("line", line));
        return json.add("code", error.code()).add("message", error.message());
    }
}
