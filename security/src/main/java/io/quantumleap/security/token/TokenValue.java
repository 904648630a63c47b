package io.quantumleap.security.token;

import java.util.List;

/** A value inside a token, as plain data, so that the policy needs no JSON library and still sees every detail. */
public sealed interface TokenValue {

    /** A text. */
    record Text(String value) implements TokenValue {}

    /** A whole number. */
    record Whole(long value) implements TokenValue {}

    /** A list. */
    record Many(List<TokenValue> values) implements TokenValue {

        /** Copies the list. */
        public Many {
            values = List.copyOf(values);
        }
    }

    /** Anything else: true, false, null, a fraction, a number beyond 64 bits, an object. No claim that we read is one. */
    record Other() implements TokenValue {}
}
