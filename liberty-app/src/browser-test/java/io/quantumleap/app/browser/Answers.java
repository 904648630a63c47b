package io.quantumleap.app.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.function.Consumer;

/** Answers that a test gives in the server's place, to bring about what the server itself does not on demand. */
final class Answers {

    private Answers() {}

    static Consumer<Route> problem(int status, String kind, String detail) {
        JsonObject problem = new JsonObject();
        problem.addProperty("type", "urn:quantumleap:problem:" + kind);
        problem.addProperty("title", "Refused by the test");
        problem.addProperty("status", status);
        problem.addProperty("detail", detail);
        problem.addProperty("instance", "urn:quantumleap:request:test-request");
        return fulfil(status, "application/problem+json", problem.toString());
    }

    /** Leaves the first request unanswered, as a slow server would, and lets the others through. */
    static Consumer<Route> holdTheFirst(List<Route> held) {
        return route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        };
    }

    static Consumer<Route> json(String body) {
        return fulfil(200, "application/json", body);
    }

    static Consumer<Route> events(String body) {
        return fulfil(200, "text/event-stream", body);
    }

    private static Consumer<Route> fulfil(int status, String type, String body) {
        return route -> route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType(type)
                .setBody(body));
    }
}
