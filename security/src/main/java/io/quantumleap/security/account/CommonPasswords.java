package io.quantumleap.security.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows what guessers try first: the words in a bundled list, alone or two of them, with digits, signs and the usual
 * replacements of letters.
 */
final class CommonPasswords {

    private static final Set<String> WORDS = words();

    private static final Map<Integer, Integer> DISGUISES = Map.of(
            (int) '@', (int) 'a',
            (int) '4', (int) 'a',
            (int) '3', (int) 'e',
            (int) '1', (int) 'i',
            (int) '!', (int) 'i',
            (int) '0', (int) 'o',
            (int) '5', (int) 's',
            (int) '$', (int) 's',
            (int) '7', (int) 't',
            (int) '+', (int) 't');

    private CommonPasswords() {}

    /** Whether nothing but such words is in a password. */
    static boolean contain(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String trimmed = lower.replaceAll("^[^\\p{L}@$]+|[^\\p{L}]+$", "");
        return List.of(lower, trimmed, undisguised(lower), undisguised(trimmed)).stream()
                .map(text -> text.replaceAll("[^\\p{L}]", ""))
                .anyMatch(CommonPasswords::isWordOrTwo);
    }

    private static String undisguised(String text) {
        return text.codePoints()
                .map(c -> DISGUISES.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isWordOrTwo(String letters) {
        if (WORDS.contains(letters)) {
            return true;
        }
        for (int cut = 1; cut < letters.length(); cut++) {
            if (WORDS.contains(letters.substring(0, cut)) && WORDS.contains(letters.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("The list of common passwords is missing from the jar.");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
