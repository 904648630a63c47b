package io.quantumleap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyHaveDependentClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** Who may know whom. */
final class LayerRules {

    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify..";

    private LayerRules() {}

    static List<HouseRule> all() {
        return List.of(
                HouseRule.of(
                        "the picture is the rule",
                        "Modules know each other only along the arrows of docs/architecture.puml.",
                        Rooms.house(),
                        house -> classes()
                                .that(Rooms.house())
                                .should(adhereToPlantUmlDiagram(
                                        house.diagram(), consideringOnlyDependenciesInAnyPackage(Rooms.ALL)))),
                HouseRule.of(
                        "every class has its place",
                        "Every class belongs to a component of the picture.",
                        DescribedPredicate.alwaysTrue(),
                        house -> classes()
                                .should()
                                .resideInAnyPackage(
                                        Diagram.read(house.diagram()).packages())),
                onlyKnows("core knows the JDK alone", Rooms.CORE, Rooms.CORE),
                onlyKnows("security knows the JDK and core", Rooms.SECURITY, Rooms.SECURITY, Rooms.CORE),
                onlyKnows("analytics knows the JDK and core", Rooms.ANALYTICS, Rooms.ANALYTICS, Rooms.CORE),
                onlyKnows("chat knows the JDK and core", Rooms.CHAT, Rooms.CHAT, Rooms.CORE),
                HouseRule.of(
                        "the kernel computes on arrays",
                        "Analytics outside its use cases knows the JDK alone: arrays in, records out.",
                        Rooms.kernel(),
                        house -> classes()
                                .that(Rooms.kernel())
                                .should(onlyDependOnClassesThat(
                                        resideInAnyPackage(JDK, NULLNESS).or(Rooms.kernel())))),
                HouseRule.of(
                        "the domain knows no technology",
                        "No Jakarta, MicroProfile, JSON, SQL, HTTP or logging framework in a domain module.",
                        Rooms.domain(),
                        house -> noClasses().that(Rooms.domain()).should().dependOnClassesThat(technology())),
                HouseRule.of(
                        "adapters do not know each other",
                        "The REST adapters and the persistence adapters meet only through the domain.",
                        resideInAPackage(Rooms.ADAPTERS),
                        house -> slices().matching("io.quantumleap.adapters.(*)..")
                                .should()
                                .notDependOnEachOther()),
                HouseRule.of(
                        "nobody knows the composition root",
                        "Only liberty-app uses the classes of liberty-app.",
                        resideInAPackage(Rooms.APP),
                        house -> classes()
                                .that()
                                .resideInAPackage(Rooms.APP)
                                .should(onlyHaveDependentClassesThat(resideInAPackage(Rooms.APP)))),
                HouseRule.of(
                        "ports are implemented in adapters",
                        "A class that implements an interface of a port package of the domain is an adapter's.",
                        ports(),
                        house -> classes().that(implement(ports())).should().resideInAPackage(Rooms.ADAPTERS)),
                HouseRule.of(
                        "features know each other in one direction",
                        "No cycles between the rooms of a module; a room and its ports are one room.",
                        Rooms.house(),
                        house -> slices().assignedFrom(new ByRoom()).should().beFreeOfCycles()));
    }

    private static HouseRule onlyKnows(String name, String room, String... known) {
        DescribedPredicate<JavaClass> residents = resideInAPackage(room);
        return HouseRule.of(
                name,
                "Classes in " + room + " depend on java.. and " + String.join(" and ", known) + " only.",
                residents,
                house -> classes()
                        .that(residents)
                        .should(onlyDependOnClassesThat(
                                resideInAnyPackage(JDK, NULLNESS).or(resideInAnyPackage(known)))));
    }

    private static DescribedPredicate<JavaClass> technology() {
        return resideInAnyPackage(
                        "jakarta..",
                        "javax..",
                        "org.eclipse..",
                        "java.sql..",
                        "java.net.http..",
                        "com.sun.net.httpserver..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.apache..",
                        "com.fasterxml..",
                        "com.google.gson..",
                        "org.json..")
                .or(JavaClass.Predicates.assignableTo(System.Logger.class))
                .as("a technology");
    }

    private static DescribedPredicate<JavaClass> ports() {
        return Rooms.domain().and(resideInAPackage("..port..")).and(INTERFACES).as("ports");
    }

    /** A room is a feature of a module, with its sub-packages. */
    private static final class ByRoom implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String module = Rooms.module(javaClass);
            return module.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(module, Rooms.room(javaClass));
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }
}
