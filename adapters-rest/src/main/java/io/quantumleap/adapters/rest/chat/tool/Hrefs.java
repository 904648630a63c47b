package io.quantumleap.adapters.rest.chat.tool;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes parts of addresses. */
final class Hrefs {

    private Hrefs() {}

    /** A text as one part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
