package io.quantumleap.app.proof;

import java.util.HashMap;
import java.util.Map;

/**
 * The base score of CVSS 3.1 from its vector.
 *
 * @see <a href="https://www.first.org/cvss/v3-1/specification-document">CVSS 3.1, section 7.1 and table 16</a>
 */
final class Cvss3 {

    private static final Map<String, Double> WEIGHTS = Map.ofEntries(
            Map.entry("AV:N", 0.85),
            Map.entry("AV:A", 0.62),
            Map.entry("AV:L", 0.55),
            Map.entry("AV:P", 0.2),
            Map.entry("AC:L", 0.77),
            Map.entry("AC:H", 0.44),
            Map.entry("UI:N", 0.85),
            Map.entry("UI:R", 0.62));

    private static final Map<String, Double> IMPACT = Map.of("H", 0.56, "L", 0.22, "N", 0.0);
    private static final Map<String, Double> PRIVILEGES = Map.of("N", 0.85, "L", 0.62, "H", 0.27);
    private static final Map<String, Double> PRIVILEGES_CHANGED = Map.of("N", 0.85, "L", 0.68, "H", 0.5);

    private Cvss3() {}

    /** @throws IllegalArgumentException if the vector is not one of CVSS 3 */
    static double baseScore(String vector) {
        Map<String, String> metrics = new HashMap<>();
        for (String part : vector.split("/", -1)) {
            String[] pair = part.split(":", 2);
            metrics.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        boolean changed = "C".equals(metrics.get("S"));
        double subscore = 1 - (1 - impact(metrics, "C")) * (1 - impact(metrics, "I")) * (1 - impact(metrics, "A"));
        double impact = changed ? 7.52 * (subscore - 0.029) - 3.25 * Math.pow(subscore - 0.02, 15) : 6.42 * subscore;
        double exploitability = 8.22
                * weight(metrics, "AV")
                * weight(metrics, "AC")
                * known((changed ? PRIVILEGES_CHANGED : PRIVILEGES).get(metrics.get("PR")), "PR")
                * weight(metrics, "UI");
        if (impact <= 0) {
            return 0;
        }
        return roundUp(Math.min(10, changed ? 1.08 * (impact + exploitability) : impact + exploitability));
    }

    private static double impact(Map<String, String> metrics, String name) {
        return known(IMPACT.get(metrics.getOrDefault(name, "")), name);
    }

    private static double weight(Map<String, String> metrics, String name) {
        return known(WEIGHTS.get(name + ":" + metrics.get(name)), name);
    }

    private static double known(Double weight, String name) {
        if (weight == null) {
            throw new IllegalArgumentException("not a vector of CVSS 3: " + name);
        }
        return weight;
    }

    /** To one decimal, upwards, without the errors of binary fractions (appendix A of the specification). */
    private static double roundUp(double score) {
        long fine = Math.round(score * 100_000);
        return fine % 10_000 == 0 ? fine / 100_000.0 : (Math.floorDiv(fine, 10_000) + 1) / 10.0;
    }
}
