package io.quantumleap.security.token;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The header or the claims of a token: its members in the order in which they stand, a name that stands twice included.
 *
 * @param depth how deeply values are nested, 1 for none
 */
public record TokenPart(List<Member> members, int depth) {

    /** One name and its value. */
    public record Member(String name, TokenValue value) {}

    /** Copies the members. */
    public TokenPart {
        members = List.copyOf(members);
    }

    /** Whether a name stands more than once. */
    boolean namesTwice() {
        Set<String> seen = new HashSet<>();
        return members.stream().anyMatch(member -> !seen.add(member.name()));
    }

    boolean has(String name) {
        return members.stream().anyMatch(member -> member.name().equals(name));
    }

    Optional<TokenValue> value(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .map(Member::value)
                .findFirst();
    }

    /** A text that says something. */
    Optional<String> text(String name) {
        return value(name)
                .filter(TokenValue.Text.class::isInstance)
                .map(value -> ((TokenValue.Text) value).value())
                .filter(text -> !text.isBlank() && text.equals(text.strip()));
    }

    Optional<Long> whole(String name) {
        return value(name).filter(TokenValue.Whole.class::isInstance).map(value -> ((TokenValue.Whole) value).value());
    }

    /** A list of nothing but texts. */
    Optional<List<String>> texts(String name) {
        return value(name)
                .filter(TokenValue.Many.class::isInstance)
                .map(value -> ((TokenValue.Many) value).values())
                .filter(values -> values.stream().allMatch(TokenValue.Text.class::isInstance))
                .map(values -> values.stream()
                        .map(value -> ((TokenValue.Text) value).value())
                        .toList());
    }
}
