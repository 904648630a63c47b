package io.quantumleap.adapters.rest.chat.model;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** What a stand-in writes in one wire format. */
public interface StandInWire {

    /** Why a reply ends. */
    enum Reason {
        STOP,
        TOOLS,
        REFUSAL,
        UNCOUNTED
    }

    /** The header field with the key. */
    String keyHeader();

    void piece(OutputStream out, String text) throws IOException;

    void call(OutputStream out, String tool, String arguments) throws IOException;

    void end(OutputStream out, Reason reason) throws IOException;

    void overloaded(OutputStream out) throws IOException;

    /** Something that is no event of the format. */
    default void babble(OutputStream out) throws IOException {
        out.write("data: {\"choices\": [{\"delta\": \n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static StandInWire of(WireFormat format) {
        return switch (format) {
            case OPENAI -> new OpenAi();
            case ANTHROPIC -> new Anthropic();
            case GEMINI -> new Gemini();
        };
    }

    private static void event(OutputStream out, String name, Object json) throws IOException {
        String head = name.isEmpty() ? "" : "event: " + name + "\n";
        out.write((head + "data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** OpenAI's chat completions. */
    final class OpenAi implements StandInWire {

        @Override
        public String keyHeader() {
            return "Authorization";
        }

        @Override
        public void piece(OutputStream out, String text) throws IOException {
            event(out, "", chunk(Json.createObjectBuilder().add("content", text), null));
        }

        /** The arguments cut into pieces, as providers do. */
        @Override
        public void call(OutputStream out, String tool, String arguments) throws IOException {
            int middle = arguments.length() / 2;
            event(out, "", chunk(toolCall("call_1", tool, arguments.substring(0, middle)), null));
            event(out, "", chunk(toolCall(null, null, arguments.substring(middle)), null));
        }

        @Override
        public void end(OutputStream out, Reason reason) throws IOException {
            String word =
                    switch (reason) {
                        case STOP, UNCOUNTED -> "stop";
                        case TOOLS -> "tool_calls";
                        case REFUSAL -> "content_filter";
                    };
            event(out, "", chunk(Json.createObjectBuilder(), word));
            if (reason != Reason.UNCOUNTED) {
                event(
                        out,
                        "",
                        Json.createObjectBuilder()
                                .add("id", "x")
                                .add("object", "chat.completion.chunk")
                                .add("choices", Json.createArrayBuilder())
                                .add(
                                        "usage",
                                        Json.createObjectBuilder()
                                                .add("prompt_tokens", 120)
                                                .add("completion_tokens", 7)
                                                .add("total_tokens", 127))
                                .build());
            }
            event(out, "", "[DONE]");
        }

        @Override
        public void overloaded(OutputStream out) throws IOException {
            event(out, "", "{\"error\":{\"message\":\"overloaded sk-secret-key\",\"type\":\"server_error\"}}");
        }

        private static Object chunk(JsonObjectBuilder delta, String reason) {
            JsonObjectBuilder choice =
                    Json.createObjectBuilder().add("index", 0).add("delta", delta);
            if (reason != null) {
                choice.add("finish_reason", reason);
            } else {
                choice.addNull("finish_reason");
            }
            return Json.createObjectBuilder()
                    .add("id", "x")
                    .add("object", "chat.completion.chunk")
                    .add("created", 1)
                    .add("model", "stand-in")
                    .add("choices", Json.createArrayBuilder().add(choice))
                    .build();
        }

        private static JsonObjectBuilder toolCall(String id, String tool, String arguments) {
            JsonObjectBuilder function = Json.createObjectBuilder();
            if (tool != null) {
                function.add("name", tool);
            }
            JsonObjectBuilder call = Json.createObjectBuilder().add("index", 0);
            if (id != null) {
                call.add("id", id).add("type", "function");
            }
            JsonArrayBuilder calls =
                    Json.createArrayBuilder().add(call.add("function", function.add("arguments", arguments)));
            return Json.createObjectBuilder().add("tool_calls", calls);
        }
    }

    /** Anthropic's messages: a reply is a list of blocks, each with a start, deltas and a stop. */
    final class Anthropic implements StandInWire {

        private boolean begun;
        private int block = -1;
        private boolean inText;

        @Override
        public String keyHeader() {
            return "x-api-key";
        }

        private void begin(OutputStream out) throws IOException {
            if (!begun) {
                begun = true;
                event(
                        out,
                        "message_start",
                        "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\","
                                + "\"model\":\"stand-in\",\"content\":[],\"stop_reason\":null,"
                                + "\"usage\":{\"input_tokens\":120,\"output_tokens\":0}}}");
                event(out, "ping", "{\"type\":\"ping\"}");
            }
        }

        private void open(OutputStream out, String content) throws IOException {
            begin(out);
            closeBlock(out);
            block++;
            event(
                    out,
                    "content_block_start",
                    "{\"type\":\"content_block_start\",\"index\":" + block + ",\"content_block\":" + content + "}");
        }

        private void delta(OutputStream out, JsonObjectBuilder delta) throws IOException {
            event(
                    out,
                    "content_block_delta",
                    Json.createObjectBuilder()
                            .add("type", "content_block_delta")
                            .add("index", block)
                            .add("delta", delta)
                            .build());
        }

        @Override
        public void babble(OutputStream out) throws IOException {
            event(out, "content_block_delta", "{\"type\": \"content_block_delta\", \"delta\": ");
        }

        private void closeBlock(OutputStream out) throws IOException {
            if (inText) {
                inText = false;
                event(out, "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":" + block + "}");
            }
        }

        @Override
        public synchronized void piece(OutputStream out, String text) throws IOException {
            if (!inText) {
                open(out, "{\"type\":\"text\",\"text\":\"\"}");
                inText = true;
            }
            delta(out, Json.createObjectBuilder().add("type", "text_delta").add("text", text));
        }

        @Override
        public synchronized void call(OutputStream out, String tool, String arguments) throws IOException {
            open(out, "{\"type\":\"tool_use\",\"id\":\"call_1\",\"name\":\"" + tool + "\",\"input\":{}}");
            inText = true;
            int middle = arguments.length() / 2;
            for (String part : new String[] {arguments.substring(0, middle), arguments.substring(middle)}) {
                delta(
                        out,
                        Json.createObjectBuilder()
                                .add("type", "input_json_delta")
                                .add("partial_json", part));
            }
        }

        @Override
        public synchronized void end(OutputStream out, Reason reason) throws IOException {
            begin(out);
            closeBlock(out);
            String word =
                    switch (reason) {
                        case STOP, UNCOUNTED -> "end_turn";
                        case TOOLS -> "tool_use";
                        case REFUSAL -> "refusal";
                    };
            event(
                    out,
                    "message_delta",
                    "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + word + "\",\"stop_sequence\":null},"
                            + "\"usage\":{\"output_tokens\":7}}");
            event(out, "message_stop", "{\"type\":\"message_stop\"}");
            begun = false;
            block = -1;
        }

        @Override
        public synchronized void overloaded(OutputStream out) throws IOException {
            event(
                    out,
                    "error",
                    "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"sk-secret-key\"}}");
            begun = false;
            inText = false;
            block = -1;
        }
    }

    /** Google's generateContent: each event is a whole response with a part of the text. */
    final class Gemini implements StandInWire {

        @Override
        public String keyHeader() {
            return "x-goog-api-key";
        }

        @Override
        public void piece(OutputStream out, String text) throws IOException {
            event(out, "", response(Json.createObjectBuilder().add("text", text), null, true));
        }

        @Override
        public void call(OutputStream out, String tool, String arguments) throws IOException {
            JsonObjectBuilder function = Json.createObjectBuilder().add("name", tool);
            try (var reader = Json.createReader(new StringReader(arguments))) {
                function.add("args", reader.readObject());
            }
            event(out, "", response(Json.createObjectBuilder().add("functionCall", function), null, true));
        }

        @Override
        public void end(OutputStream out, Reason reason) throws IOException {
            String word =
                    switch (reason) {
                        case STOP, UNCOUNTED, TOOLS -> "STOP";
                        case REFUSAL -> "SAFETY";
                    };
            JsonObjectBuilder part =
                    reason == Reason.REFUSAL ? null : Json.createObjectBuilder().add("text", "");
            event(out, "", response(part, word, reason != Reason.UNCOUNTED));
        }

        @Override
        public void overloaded(OutputStream out) throws IOException {
            event(out, "", "{\"error\":{\"code\":503,\"message\":\"sk-secret-key\",\"status\":\"UNAVAILABLE\"}}");
        }

        private static Object response(JsonObjectBuilder part, String reason, boolean counted) {
            JsonObjectBuilder candidate = Json.createObjectBuilder().add("index", 0);
            if (part != null) {
                candidate.add(
                        "content",
                        Json.createObjectBuilder()
                                .add("role", "model")
                                .add("parts", Json.createArrayBuilder().add(part)));
            }
            if (reason != null) {
                candidate.add("finishReason", reason);
            }
            JsonObjectBuilder response = Json.createObjectBuilder()
                    .add("candidates", Json.createArrayBuilder().add(candidate))
                    .add("modelVersion", "stand-in")
                    .add("responseId", "x");
            if (counted) {
                response.add(
                        "usageMetadata",
                        Json.createObjectBuilder()
                                .add("promptTokenCount", 120)
                                .add("candidatesTokenCount", 7)
                                .add("totalTokenCount", 127));
            }
            return response.build();
        }
    }
}
