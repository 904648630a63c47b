package io.quantumleap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.function.Function;

/**
 * One rule of the house.
 *
 * @param name short and unique
 * @param sentence what it demands, for people
 * @param check how it is judged
 */
public record HouseRule(String name, String sentence, Function<House, Verdict> check) {

    /** Judges a house by this rule. */
    public Verdict judge(House house) {
        return check.apply(house);
    }

    /** A rule that every class of a kind meets a condition. */
    static HouseRule every(
            String name, String sentence, DescribedPredicate<JavaClass> kind, ArchCondition<JavaClass> condition) {
        return of(name, sentence, kind, house -> ArchRuleDefinition.classes()
                .that(kind)
                .should(condition));
    }

    /** A rule of ArchUnit, and the kind of class that it is about. */
    static HouseRule of(
            String name, String sentence, DescribedPredicate<JavaClass> kind, Function<House, ArchRule> rule) {
        return new HouseRule(name, sentence, house -> {
            int subjects = house.classes().that(kind).size();
            var result = rule.apply(house).allowEmptyShould(true).evaluate(house.classes());
            return new Verdict(subjects, result.getFailureReport().getDetails());
        });
    }
}
