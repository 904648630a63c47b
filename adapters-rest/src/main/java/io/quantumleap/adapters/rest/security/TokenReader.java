package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.token.PresentedToken;
import io.quantumleap.security.token.TokenPart;
import io.quantumleap.security.token.TokenPolicy;
import io.quantumleap.security.token.TokenValue;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Takes a token apart without losing what a lenient reader would swallow: names that stand twice, and how deep it goes. */
final class TokenReader {

    private TokenReader() {}

    /** The parts of a token; empty if it is not two JSON objects and a signature. */
    static Optional<PresentedToken> read(BearerToken token) {
        String[] parts = token.compact().split("\\.", -1);
        try {
            return Optional.of(new PresentedToken(token.compact().length(), part(parts[0]), part(parts[1])));
        } catch (IllegalArgumentException
                | IllegalStateException
                | NoSuchElementException
                | JsonException
                | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static TokenPart part(String base64) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(base64));
        String json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        try (JsonParser parser = Json.createParser(new StringReader(json))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw new IllegalArgumentException("not an object");
            }
            return new Walk(parser).object();
        }
    }

    /** Reads one object to its end and stops as soon as it is deeper than any token may be. */
    private static final class Walk {

        private final JsonParser parser;
        private int deepest = 1;

        Walk(JsonParser parser) {
            this.parser = parser;
        }

        TokenPart object() {
            List<TokenPart.Member> members = new ArrayList<>();
            while (parser.next() == JsonParser.Event.KEY_NAME) {
                String name = parser.getString();
                members.add(new TokenPart.Member(name, value(parser.next(), 1)));
            }
            if (parser.hasNext()) {
                throw new IllegalArgumentException("goes on after its end");
            }
            return new TokenPart(members, deepest);
        }

        private TokenValue value(JsonParser.Event event, int depth) {
            return switch (event) {
                case VALUE_STRING -> new TokenValue.Text(parser.getString());
                case VALUE_NUMBER -> number();
                case START_ARRAY -> list(enter(depth));
                case START_OBJECT -> {
                    skipObject(enter(depth));
                    yield new TokenValue.Other();
                }
                default -> new TokenValue.Other();
            };
        }

        private TokenValue number() {
            try {
                return parser.isIntegralNumber()
                        ? new TokenValue.Whole(parser.getBigDecimal().longValueExact())
                        : new TokenValue.Other();
            } catch (ArithmeticException beyond64Bits) {
                return new TokenValue.Other();
            }
        }

        private TokenValue list(int depth) {
            List<TokenValue> values = new ArrayList<>();
            for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
                values.add(value(event, depth));
            }
            return new TokenValue.Many(values);
        }

        private void skipObject(int depth) {
            while (parser.next() == JsonParser.Event.KEY_NAME) {
                value(parser.next(), depth);
            }
        }

        private int enter(int depth) {
            deepest = Math.max(deepest, depth + 1);
            if (deepest > TokenPolicy.DEEPEST + 1) {
                throw new IllegalArgumentException("nested too deeply");
            }
            return depth + 1;
        }
    }
}
