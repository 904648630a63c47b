package io.quantumleap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Where things are, as ArchUnit package patterns. */
final class Rooms {

    static final String ALL = "io.quantumleap..";
    static final String CORE = "io.quantumleap.core..";
    static final String SECURITY = "io.quantumleap.security..";
    static final String ANALYTICS = "io.quantumleap.analytics..";
    static final String CHAT = "io.quantumleap.chat..";
    static final String ADAPTERS = "io.quantumleap.adapters..";
    static final String REST = "io.quantumleap.adapters.rest..";
    static final String PERSISTENCE = "io.quantumleap.adapters.persistence..";
    static final String APP = "io.quantumleap.app..";

    /** The use cases of analytics, which read portfolios from core; all its other rooms are the kernel. */
    static final String ANALYTICS_USE_CASES = "io.quantumleap.analytics.performance..";

    private Rooms() {}

    static DescribedPredicate<JavaClass> domain() {
        return resideInAnyPackage(CORE, SECURITY, ANALYTICS, CHAT).as("the domain");
    }

    static DescribedPredicate<JavaClass> house() {
        return resideInAPackage(ALL).as("the house");
    }

    static DescribedPredicate<JavaClass> kernel() {
        return resideInAPackage(ANALYTICS)
                .and(DescribedPredicate.not(resideInAPackage(ANALYTICS_USE_CASES)))
                .as("the numerical kernel");
    }
}
