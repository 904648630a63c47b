package io.quantumleap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What keeps the code predictable: time, chance and state come from outside, and nothing is printed. */
final class PurityRules {

    /** Calls that read the clock, roll dice or make an id, unless they are handed a clock or a seed. */
    private static final Map<String, Set<String>> UNREPEATABLE = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.lang.StrictMath", Set.of("random")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Date", Set.of("<init>")),
            Map.entry("java.util.Random", Set.of("<init>")),
            Map.entry("java.util.SplittableRandom", Set.of("<init>")),
            Map.entry("java.security.SecureRandom", Set.of("<init>", "getInstanceStrong")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.util.Collections", Set.of("shuffle")),
            Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalTime", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.Year", Set.of("now")),
            Map.entry("java.time.YearMonth", Set.of("now")));

    private static final Set<String> MAKES_IT_REPEATABLE =
            Set.of(Clock.class.getName(), "long", "java.util.Random", "java.util.random.RandomGenerator");

    private static final DescribedPredicate<JavaClass> ADAPTERS =
            resideInAPackage(Rooms.ADAPTERS).as("the adapters");

    private PurityRules() {}

    static List<HouseRule> all() {
        DescribedPredicate<JavaClass> domainAndAdapters =
                Rooms.domain().or(ADAPTERS).as("the domain and the adapters");
        return List.of(
                HouseRule.of(
                        "clock, chance and ids are injected",
                        "The domain never reads the clock, rolls dice or makes an id by itself.",
                        Rooms.domain(),
                        house -> noClasses().that(Rooms.domain()).should().accessTargetWhere(unrepeatable())),
                HouseRule.of(
                        "adapters tell the time by the injected clock",
                        "No adapter reads the system's time by itself.",
                        ADAPTERS,
                        house -> noClasses().that(ADAPTERS).should().accessTargetWhere(tellingTheTime())),
                HouseRule.of(
                        "no static mutable state",
                        "Static fields are final and not of a type that is made to be changed.",
                        Rooms.house(),
                        house -> fields().that()
                                .areStatic()
                                .and()
                                .areDeclaredInClassesThat(Rooms.house())
                                .should()
                                .beFinal()
                                .andShould()
                                .notHaveRawType(madeToBeChanged())),
                HouseRule.of(
                        "nobody prints",
                        "The domain and the adapters write to no console and print no stack trace.",
                        domainAndAdapters,
                        house -> noClasses().that(domainAndAdapters).should().accessTargetWhere(printing())));
    }

    private static DescribedPredicate<JavaAccess<?>> unrepeatable() {
        return DescribedPredicate.describe("reads the clock, rolls dice or makes an id", access -> {
            String owner = access.getTargetOwner().getName();
            boolean suspect = UNREPEATABLE
                    .getOrDefault(owner, Set.of())
                    .contains(access.getTarget().getName());
            return suspect && !isHandedItsSource(access);
        });
    }

    private static boolean isHandedItsSource(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().map(JavaClass::getName).anyMatch(MAKES_IT_REPEATABLE::contains);
    }

    private static DescribedPredicate<JavaAccess<?>> tellingTheTime() {
        return unrepeatable().and(DescribedPredicate.describe("by the system's clock", access -> {
            String owner = access.getTargetOwner().getName();
            return owner.startsWith("java.time.") || owner.equals("java.lang.System");
        }));
    }

    private static DescribedPredicate<JavaClass> madeToBeChanged() {
        return resideInAPackage("java.util.concurrent.atomic..")
                .or(assignableTo(ThreadLocal.class))
                .or(assignableTo(StringBuilder.class))
                .or(assignableTo(java.util.AbstractCollection.class))
                .or(assignableTo(java.util.AbstractMap.class))
                .or(assignableTo(java.util.Random.class).and(not(assignableTo(SecureRandom.class))))
                .as("a type made to be changed");
    }

    private static DescribedPredicate<JavaAccess<?>> printing() {
        return DescribedPredicate.describe("prints", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean toConsole =
                    owner.equals("java.lang.System") && Set.of("out", "err").contains(name);
            return toConsole || name.equals("printStackTrace");
        });
    }
}
