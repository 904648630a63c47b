package io.quantumleap.adapters.rest.performance;

import io.quantumleap.adapters.rest.json.JsonbProvider;
import io.quantumleap.analytics.performance.PerformanceReport;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A report as the bytes that go out, with the tag by which a client asks whether they changed. */
final class RenderedReport {

    private static final int TAG_LENGTH = 32;

    private final byte[] body;
    private final EntityTag tag;

    private RenderedReport(byte[] body) {
        this.body = body;
        this.tag = new EntityTag(fingerprint(body), true);
    }

    static RenderedReport of(PerformanceReport report) {
        return new RenderedReport(
                JsonbProvider.jsonb().toJson(PerformanceJsonForm.of(report)).getBytes(StandardCharsets.UTF_8));
    }

    /** The JSON; not a copy, and never changed. */
    byte[] body() {
        return body;
    }

    /** Weak, because the same report may travel compressed or not. */
    EntityTag tag() {
        return tag;
    }

    private static String fingerprint(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
