package io.quantumleap.core.shared;

/**
 * One field that breaks a rule.
 *
 * @param field the field or column as the user knows it, such as {@code quantity}
 * @param code a stable word for programs, such as {@code not-positive}
 * @param message one sentence for people
 */
public record FieldError(String field, String code, String message) {}
