package io.quantumleap.adapters.rest.json;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads the bytes of a body as one JSON object, strictly: UTF-8, no field twice, not too deep, no number out of bounds. */
final class JsonText {

    private static final int MOST_DEPTH = 32;
    private static final int MOST_DIGITS = 100;
    private static final int MOST_SCALE = 400;

    private static final JsonReaderFactory STRICT =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonText() {}

    static JsonObject parseObject(byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw malformed("The body is empty.");
        }
        checkShape(text);
        JsonValue value = parse(text);
        refuseUnstorable(value);
        if (!(value instanceof JsonObject object)) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The body is not a JSON object.")
                    .asException();
        }
        return object;
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The body is not UTF-8 text.");
        }
    }

    private static JsonValue parse(String text) {
        try (JsonReader reader = STRICT.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException | IllegalStateException | NoSuchElementException refused) {
            throw malformed("The body is not JSON, or names a field twice.");
        }
    }

    /** Follows the brackets outside strings: the parser would recurse into a deep nest and stop at the first end. */
    private static void checkShape(String text) {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                if (++depth > MOST_DEPTH) {
                    throw malformed("The JSON is nested too deeply.");
                }
            } else if ((c == '}' || c == ']')
                    && --depth == 0
                    && !text.substring(i + 1).isBlank()) {
                throw malformed("The body goes on after its end.");
            }
        }
    }

    /** PostgreSQL stores no NUL and no half of a surrogate pair; a huge exponent would unfold into gigabytes. */
    private static void refuseUnstorable(JsonValue value) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                refuseText(name);
                refuseUnstorable(member);
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(JsonText::refuseUnstorable);
        } else if (value instanceof JsonString string) {
            refuseText(string.getString());
        } else if (value instanceof JsonNumber number) {
            refuseNumber(number.bigDecimalValue());
        }
    }

    private static void refuseText(String text) {
        boolean nul = text.indexOf('\0') >= 0;
        boolean half = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (nul || half) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "A text has a character that cannot be stored.")
                    .asException();
        }
    }

    private static void refuseNumber(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_SCALE) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "A number is out of bounds.")
                    .asException();
        }
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, detail).asException();
    }
}
