package io.quantumleap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names that say what a thing is and where it stands. */
final class NamingRules {

    private static final String EMPTY_NAMES = "(Abstract|Base)[A-Z].*|.*(Impl|Utils?|Helper|Manager)";

    private static final DescribedPredicate<JavaClass> REQUEST_HANDLERS =
            DescribedPredicate.describe("resources", type -> type.isAnnotatedWith("jakarta.ws.rs.Path"));
    private static final DescribedPredicate<JavaClass> ENTITIES =
            DescribedPredicate.describe("entities", type -> type.isAnnotatedWith("jakarta.persistence.Entity"));
    private static final DescribedPredicate<JavaClass> EXCEPTIONS =
            Rooms.domain().and(assignableTo(Throwable.class)).as("exceptions of the domain");

    private NamingRules() {}

    static List<HouseRule> all() {
        return List.of(
                HouseRule.of(
                        "names say something",
                        "No class is named Impl, Util, Helper, Manager, Base or Abstract.",
                        Rooms.house(),
                        house -> classes()
                                .that(Rooms.house())
                                .should()
                                .haveNameNotMatching(".*[.$](" + EMPTY_NAMES + ")")),
                HouseRule.of(
                        "resources are called Resource",
                        "A class with @Path is a REST adapter and its name ends with Resource.",
                        REQUEST_HANDLERS,
                        house -> classes()
                                .that(REQUEST_HANDLERS)
                                .should()
                                .haveSimpleNameEndingWith("Resource")
                                .andShould()
                                .resideInAPackage(Rooms.REST)),
                HouseRule.of(
                        "entities are called Entity",
                        "A class with @Entity is a persistence adapter and its name ends with Entity.",
                        ENTITIES,
                        house -> classes()
                                .that(ENTITIES)
                                .should()
                                .haveSimpleNameEndingWith("Entity")
                                .andShould()
                                .resideInAPackage(Rooms.PERSISTENCE)),
                staysIn("JSON stays at the border", "Json", simpleNameEndingWith("Json"), Rooms.REST),
                staysIn("JPA stays at the database", "Jpa", simpleNameStartingWith("Jpa"), Rooms.PERSISTENCE),
                new HouseRule(
                        "one root of exceptions in each module",
                        "The exceptions of a domain module extend one of their own, such as CoreException.",
                        NamingRules::judgeExceptions),
                HouseRule.every(
                        "Optional is only returned",
                        "No field and no parameter of a public method of the domain is an Optional.",
                        Rooms.domain(),
                        takeNoOptional()),
                HouseRule.every(
                        "requests are validated",
                        "A resource takes a JSON body only with @Valid, so that Bean Validation checks it.",
                        REQUEST_HANDLERS,
                        validateBodies()),
                HouseRule.every(
                        "packages are null-marked",
                        "Every package has a package-info with @NullMarked, so that the compiler refuses null.",
                        Rooms.house(),
                        standInNullMarkedPackages()));
    }

    private static HouseRule staysIn(String name, String word, DescribedPredicate<JavaClass> kind, String room) {
        return HouseRule.of(
                name,
                "Classes called " + word + " stand in " + room + ".",
                kind.and(Rooms.house()),
                house -> classes().that(kind).and(Rooms.house()).should().resideInAPackage(room));
    }

    private static Verdict judgeExceptions(House house) {
        Map<String, List<String>> roots = house.classes().that(EXCEPTIONS).stream()
                .filter(NamingRules::isRoot)
                .collect(groupingBy(Rooms::module, TreeMap::new, mapping(JavaClass::getName, toList())));
        List<String> violations = roots.entrySet().stream()
                .filter(module -> module.getValue().size() > 1)
                .map(module -> module.getKey() + " has several roots of exceptions: " + module.getValue())
                .toList();
        return new Verdict(house.classes().that(EXCEPTIONS).size(), violations);
    }

    /** A root extends an exception from outside its module. */
    private static boolean isRoot(JavaClass exception) {
        return exception
                .getRawSuperclass()
                .filter(parent -> Rooms.module(parent).equals(Rooms.module(exception)))
                .isEmpty();
    }

    private static ArchCondition<JavaClass> takeNoOptional() {
        return condition(
                "take no Optional",
                type -> Stream.concat(
                        type.getFields().stream()
                                .filter(field -> field.getRawType().isEquivalentTo(Optional.class))
                                .map(field -> field.getFullName() + " is an Optional"),
                        type.getCodeUnits().stream()
                                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(unit -> unit.getRawParameterTypes().stream()
                                        .anyMatch(parameter -> parameter.isEquivalentTo(Optional.class)))
                                .map(unit -> unit.getFullName() + " takes an Optional")));
    }

    private static ArchCondition<JavaClass> validateBodies() {
        return condition("validate the bodies of requests", type -> type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .flatMap(method -> method.getParameters().stream())
                .filter(parameter -> parameter.getRawType().getSimpleName().endsWith("Json"))
                .filter(parameter -> !parameter.isAnnotatedWith("jakarta.validation.Valid"))
                .map(NamingRules::describeUnvalidated));
    }

    private static String describeUnvalidated(JavaParameter parameter) {
        return parameter.getOwner().getFullName() + " takes a "
                + parameter.getRawType().getSimpleName() + " without @Valid";
    }

    private static ArchCondition<JavaClass> standInNullMarkedPackages() {
        return condition(
                "stand in null-marked packages",
                type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")
                        ? Stream.of()
                        : Stream.of(type.getName() + " stands in a package without @NullMarked"));
    }

    private static ArchCondition<JavaClass> condition(
            String description, Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.apply(type).forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
            }
        };
    }
}
