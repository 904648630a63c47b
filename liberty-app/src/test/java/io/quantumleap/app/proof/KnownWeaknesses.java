package io.quantumleap.app.proof;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What advisories say about what is shipped. */
record KnownWeaknesses(int components, int advisories, List<Finding> findings) {

    /** One component with one weakness. */
    record Finding(Component component, Advisory advisory) {

        @Override
        public String toString() {
            return "%s: %s %s %s, %s"
                    .formatted(component, advisory.severity(), advisory.id(), advisory.aliases(), advisory.summary());
        }
    }

    /** Compares every component with every advisory; the worst first. */
    static KnownWeaknesses of(List<Component> components, List<Advisory> advisories) {
        return new KnownWeaknesses(
                components.size(),
                advisories.size(),
                components.stream()
                        .flatMap(component -> advisories.stream()
                                .filter(advisory -> advisory.concerns(component))
                                .map(advisory -> new Finding(component, advisory)))
                        .sorted(Comparator.comparing(
                                        (Finding finding) -> finding.advisory().severity())
                                .reversed())
                        .toList());
    }

    /** Those that must not be shipped. */
    List<Finding> critical() {
        return findings.stream()
                .filter(finding -> finding.advisory().severity().isCritical())
                .toList();
    }

    /** For people. */
    String page() {
        return """
                # Known weaknesses of what is shipped

                %d components compared with %d advisories: %d findings, %d of them critical.

                %s""".formatted(
                        components,
                        advisories,
                        findings.size(),
                        critical().size(),
                        findings.stream().map(finding -> "- " + finding + "\n").collect(Collectors.joining()));
    }
}
