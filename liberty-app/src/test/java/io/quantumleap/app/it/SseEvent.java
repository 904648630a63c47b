package io.quantumleap.app.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** One server-sent event. */
record SseEvent(String name, String data) {

    /** The events of a whole stream; comments are left out. */
    static List<SseEvent> parse(String stream) {
        List<SseEvent> events = new ArrayList<>();
        for (String block : stream.split("\\R\\R", -1)) {
            String name = "message";
            StringBuilder data = new StringBuilder();
            for (String line : block.split("\\R", -1)) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
            if (data.length() > 0) {
                events.add(new SseEvent(name, data.toString()));
            }
        }
        return events;
    }

    JsonObject json() {
        try (var reader = Json.createReader(new StringReader(data))) {
            return reader.readObject();
        }
    }
}
