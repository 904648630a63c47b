package io.quantumleap.adapters.rest.report;

import io.quantumleap.adapters.rest.problem.StatusProblems;
import io.quantumleap.security.report.ContentReport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads both forms in which browsers report: {@code application/csp-report} and the Reporting API's list. */
final class ContentReportReader {

    private static final int MOST_IN_A_LIST = 20;

    private ContentReportReader() {}

    /** The reports in a body; those of other kinds are left out. */
    static List<ContentReport> read(String body) {
        JsonValue value = parse(body);
        Stream<JsonValue> entries =
                value.getValueType() == JsonValue.ValueType.ARRAY ? value.asJsonArray().stream() : Stream.of(value);
        return entries.limit(MOST_IN_A_LIST)
                .flatMap(entry -> report(entry).stream())
                .toList();
    }

    private static JsonValue parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        } catch (RuntimeException malformed) {
            // Broken JSON has an exception of its own; JSON that is nested too deeply has a bare one.
            throw StatusProblems.of(400).asException();
        }
    }

    private static Optional<ContentReport> report(JsonValue entry) {
        if (!(entry instanceof JsonObject object)) {
            return Optional.empty();
        }
        if (object.get("csp-report") instanceof JsonObject old) {
            return Optional.of(ContentReport.of(
                    text(old, "effective-directive", "violated-directive"),
                    text(old, "blocked-uri"),
                    text(old, "document-uri")));
        }
        if (object.get("body") instanceof JsonObject inner
                && text(object, "type").equals("csp-violation")) {
            return Optional.of(ContentReport.of(
                    text(inner, "effectiveDirective"), text(inner, "blockedURL"), text(inner, "documentURL")));
        }
        return Optional.empty();
    }

    private static String text(JsonObject object, String... names) {
        for (String name : names) {
            if (object.get(name) instanceof JsonString string) {
                return string.getString();
            }
        }
        return "";
    }
}
