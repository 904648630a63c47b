package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.account.PasswordFault;
import java.util.List;

/** Tells why a password cannot be chosen. */
final class PasswordProblems {

    private PasswordProblems() {}

    static Problem of(String field, List<PasswordFault> faults) {
        return Problem.of(ProblemType.INVALID_REQUEST, "This password cannot be chosen.")
                .withErrors(faults.stream()
                        .map(fault -> FieldError.of(field, fault.code(), fault.message()))
                        .toList());
    }
}
