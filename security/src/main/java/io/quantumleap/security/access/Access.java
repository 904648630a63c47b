package io.quantumleap.security.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may use a route. */
public sealed interface Access {

    /** Whether this caller may. */
    boolean admits(Caller caller);

    /** Anyone, without signing in. */
    record Everyone() implements Access {
        @Override
        public boolean admits(Caller caller) {
            return true;
        }
    }

    /** Anyone who is signed in. */
    record SignedIn() implements Access {
        @Override
        public boolean admits(Caller caller) {
            return true;
        }
    }

    /**
     * Anyone who is signed in, for what is their own. The use case behind the route looks the object up together with the
     * caller's id, so that another's object is as missing as one that never was.
     */
    record Owner() implements Access {
        @Override
        public boolean admits(Caller caller) {
            return true;
        }
    }

    /** Anyone who is signed in and has at least one of these roles. */
    record AnyRole(Set<Role> roles) implements Access {

        /** Copies the roles and refuses an empty set, which would admit nobody by accident. */
        public AnyRole {
            roles = Set.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("a rule for roles must name one");
            }
        }

        @Override
        public boolean admits(Caller caller) {
            return roles.stream().anyMatch(caller::is);
        }
    }

    /** Anyone, without signing in. */
    static Access everyone() {
        return new Everyone();
    }

    /** Anyone who is signed in. */
    static Access signedIn() {
        return new SignedIn();
    }

    /** Anyone who is signed in, for what is their own. */
    static Access owner() {
        return new Owner();
    }

    /** Anyone who is signed in and has at least one of these roles. */
    static Access anyRole(Role first, Role... more) {
        EnumSet<Role> roles = EnumSet.of(first);
        roles.addAll(List.of(more));
        return new AnyRole(roles);
    }
}
