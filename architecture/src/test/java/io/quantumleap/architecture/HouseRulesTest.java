package io.quantumleap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled house keeps its rules, and every rule has something to look at. */
class HouseRulesTest {

    private static final House HOUSE = House.at(Checkout.root());

    static List<HouseRule> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isKept(HouseRule rule) {
        Verdict verdict = rule.judge(HOUSE);
        assertThat(verdict.violations()).as(rule.sentence()).isEmpty();
        assertThat(verdict.subjects()).as("what the rule looks at").isPositive();
    }

    @Test
    void rulesHaveDifferentNames() {
        assertThat(rules()).extracting(HouseRule::name).doesNotHaveDuplicates();
    }

    @Test
    void everyModuleHasClasses() {
        assertThat(HOUSE.classFolders().keySet()).containsExactlyInAnyOrderElementsOf(House.MODULES);
        assertThat(Diagram.read(HOUSE.diagram()).components().keySet())
                .containsExactlyInAnyOrderElementsOf(House.MODULES);
    }

    @Test
    void theReportCountsBrokenAndEmptyRules() {
        HouseRule broken = new HouseRule("a", "A.", house -> new Verdict(3, List.of("X knows Y")));
        HouseRule empty = new HouseRule("b", "B.", house -> new Verdict(0, List.of()));
        HouseRule kept = new HouseRule("c", "C.", house -> new Verdict(2, List.of()));
        var text = new ByteArrayOutputStream();
        int count = ArchitectureReport.print(
                HOUSE, List.of(broken, empty, kept), new PrintStream(text, true, StandardCharsets.UTF_8));
        assertThat(count).isEqualTo(2);
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("BROKEN  a (3 looked at)", "- X knows Y", "BROKEN  b", "kept    c", "1 of 3 rules are kept.");
    }
}
