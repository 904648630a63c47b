package io.quantumleap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps cents from getting lost: where money is booked, numbers are decimal. */
final class MoneyRules {

    private static final Set<String> BINARY =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float", "[D", "[F");

    private static final DescribedPredicate<JavaClass> BOOKS = resideInAnyPackage(
                    "io.quantumleap.core.portfolio..",
                    "io.quantumleap.core.shared..",
                    "io.quantumleap.adapters.persistence.portfolio..")
            .as("the ledger");

    private MoneyRules() {}

    static List<HouseRule> all() {
        return List.of(HouseRule.of(
                "the ledger counts in decimals",
                "No field, parameter, result or call of the ledger has a binary floating-point number.",
                BOOKS,
                house -> classes().that(BOOKS).should(haveNoBinaryNumber())));
    }

    private static ArchCondition<JavaClass> haveNoBinaryNumber() {
        return new ArchCondition<>("have no binary floating-point number") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    complain(isBinary(field.getRawType()), type, field.getDescription(), events);
                }
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    boolean isBinary = isBinary(unit.getRawReturnType())
                            || unit.getRawParameterTypes().stream().anyMatch(MoneyRules::isBinary);
                    complain(isBinary, type, unit.getDescription(), events);
                }
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    complain(touchesBinary(access), type, access.getDescription(), events);
                }
            }
        };
    }

    private static boolean touchesBinary(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                && Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .anyMatch(MoneyRules::isBinary);
    }

    private static boolean isBinary(JavaClass type) {
        return BINARY.contains(type.getName());
    }

    private static void complain(boolean broken, JavaClass type, String description, ConditionEvents events) {
        if (broken) {
            events.add(SimpleConditionEvent.violated(type, description + " is of a binary floating-point number"));
        }
    }
}
