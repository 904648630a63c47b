package io.quantumleap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern PLACE = Pattern.compile("io\\.quantumleap\\.((?:adapters\\.)?\\w+)\\.?(\\w*)");

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

    /** The module of a class by its package, such as {@code core} or {@code adapters.rest}; empty for a class of nobody's. */
    static String module(JavaClass type) {
        Matcher place = PLACE.matcher(type.getPackageName());
        return place.lookingAt() ? place.group(1) : "";
    }

    /** The room of a class in its module, such as {@code portfolio}; empty in the module's root package. */
    static String room(JavaClass type) {
        Matcher place = PLACE.matcher(type.getPackageName());
        return place.lookingAt() ? place.group(2) : "";
    }
}
