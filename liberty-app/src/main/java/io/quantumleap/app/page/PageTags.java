package io.quantumleap.app.page;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An entity tag for each file of the page, made from its content: the same bytes have the same tag, whenever they were built. */
final class PageTags {

    private static final int LENGTH = 24;

    private final Map<String, String> tags = new TreeMap<>();

    /** Adds a file under its path. */
    void add(String path, InputStream content) throws IOException {
        String digest = HexFormat.of().formatHex(sha256().digest(content.readAllBytes()));
        // Weak, because the same file may be sent compressed or not.
        tags.put(path, "W/\"" + digest.substring(0, LENGTH) + "\"");
    }

    /** The tag of the file under a path, if there is such a file. */
    Optional<String> of(String path) {
        return Optional.ofNullable(tags.get(path));
    }

    /** Whether an {@code If-None-Match} field names the tag. */
    static boolean matches(String ifNoneMatch, String tag) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String stripped = candidate.strip();
            if (stripped.equals("*") || opaque(stripped).equals(opaque(tag))) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
