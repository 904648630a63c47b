package io.quantumleap.security.report;

import java.net.URI;
import java.util.Locale;

/**
 * One kind of violation of the content policy. Anybody can send one, so it keeps little and only harmless characters: no
 * query, no fragment, nothing that could be personal or dangerous where it is shown.
 *
 * @param directive the part of the policy, such as {@code script-src-elem}
 * @param blocked the scheme and host of what was not loaded, or a word such as {@code inline}
 * @param page the path of the page
 */
public record ContentReport(String directive, String blocked, String page) {

    private static final int LONGEST = 100;

    /** Reads the parts as a browser sends them. */
    public static ContentReport of(String directive, String blockedUri, String documentUri) {
        return new ContentReport(plain(directive.strip().split(" ", 2)[0]), place(blockedUri), path(documentUri));
    }

    private static String place(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() == null
                    ? plain(text.split("[:?#]", 2)[0])
                    : plain(uri.getScheme() + "://" + uri.getHost());
        } catch (IllegalArgumentException noUri) {
            return "unreadable";
        }
    }

    private static String path(String text) {
        try {
            String path = URI.create(text).getPath();
            return path == null ? "unknown" : plain(path);
        } catch (IllegalArgumentException noUri) {
            return "unreadable";
        }
    }

    private static String plain(String text) {
        String harmless = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:/._-]", "");
        String shortened = harmless.substring(0, Math.min(LONGEST, harmless.length()));
        return shortened.isEmpty() ? "unknown" : shortened;
    }
}
