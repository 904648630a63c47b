package io.quantumleap.adapters.rest.chat.model;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tool arguments and outcomes as the JSON that a language model writes and reads. */
final class ToolJson {

    /** More rows than this would cost more than they tell. */
    private static final int MOST_ROWS = 60;

    private ToolJson() {}

    /** What a model wrote as arguments; unreadable when it is no flat JSON object. */
    static ToolArguments readArguments(String json) {
        if (json.isBlank()) {
            return ToolArguments.none();
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            Map<String, String> values = new LinkedHashMap<>();
            JsonObject object = reader.readObject();
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                if (!readMember(member.getKey(), member.getValue(), values)) {
                    return ToolArguments.unreadable();
                }
            }
            return ToolArguments.of(values);
        } catch (JsonException | IllegalStateException noObject) {
            return ToolArguments.unreadable();
        }
    }

    private static boolean readMember(String name, JsonValue value, Map<String, String> values) {
        if (value instanceof JsonString text) {
            values.put(name, text.getString());
        } else if (value instanceof JsonNumber number) {
            values.put(name, number.toString());
        } else if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            values.put(name, value.toString());
        } else {
            return value == JsonValue.NULL;
        }
        return true;
    }

    static String write(ToolArguments arguments) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        arguments.values().forEach(object::add);
        return object.build().toString();
    }

    /** The figures as people read them, so that the model only needs to repeat them. */
    static String write(ToolOutcome outcome) {
        if (outcome instanceof ToolRefusal refusal) {
            return Json.createObjectBuilder()
                    .add("error", refusal.reason().name().toLowerCase(Locale.ROOT))
                    .add("message", refusal.message())
                    .build()
                    .toString();
        }
        ToolResult result = (ToolResult) outcome;
        JsonArrayBuilder rows = Json.createArrayBuilder();
        result.rows().stream()
                .limit(MOST_ROWS)
                .forEach(row -> rows.add(figures(row.figures()).add("name", row.label())));
        JsonArrayBuilder notes = Json.createArrayBuilder(result.notes());
        if (result.rows().size() > MOST_ROWS) {
            notes.add("Only the first rows are shown.");
        }
        return Json.createObjectBuilder()
                .add("title", result.title())
                .add("figures", figures(result.figures()))
                .add("rows", rows)
                .add("notes", notes)
                .build()
                .toString();
    }

    private static JsonObjectBuilder figures(List<Figure> figures) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        figures.forEach(figure -> object.add(figure.name(), figure.display()));
        return object;
    }
}
