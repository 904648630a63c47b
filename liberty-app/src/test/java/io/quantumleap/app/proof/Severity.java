package io.quantumleap.app.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** How bad a weakness is, in the words of the GitHub Advisory Database; the worst last. */
enum Severity {
    LOW,
    MODERATE,
    HIGH,
    CRITICAL,
    /** Nobody says; counts as the worst. */
    UNKNOWN;

    /** What an OSV record says about itself: a word, or else a vector of CVSS 3. */
    static Severity of(JsonObject advisory) {
        return word(advisory).or(() -> vector(advisory)).orElse(UNKNOWN);
    }

    boolean isCritical() {
        return this == CRITICAL || this == UNKNOWN;
    }

    private static Optional<Severity> word(JsonObject advisory) {
        JsonObject specific = advisory.getJsonObject("database_specific");
        if (specific == null || !(specific.get("severity") instanceof jakarta.json.JsonString text)) {
            return Optional.empty();
        }
        return switch (text.getString().toUpperCase(Locale.ROOT)) {
            case "LOW" -> Optional.of(LOW);
            case "MODERATE", "MEDIUM" -> Optional.of(MODERATE);
            case "HIGH" -> Optional.of(HIGH);
            case "CRITICAL" -> Optional.of(CRITICAL);
            default -> Optional.empty();
        };
    }

    private static Optional<Severity> vector(JsonObject advisory) {
        if (!advisory.containsKey("severity")) {
            return Optional.empty();
        }
        return advisory.getJsonArray("severity").stream()
                .map(JsonValue::asJsonObject)
                .filter(entry -> "CVSS_V3".equals(entry.getString("type", "")))
                .map(entry -> rated(Cvss3.baseScore(entry.getString("score"))))
                .findFirst();
    }

    private static Severity rated(double score) {
        if (score >= 9.0) {
            return CRITICAL;
        }
        if (score >= 7.0) {
            return HIGH;
        }
        return score >= 4.0 ? MODERATE : LOW;
    }
}
