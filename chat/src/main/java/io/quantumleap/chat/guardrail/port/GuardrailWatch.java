package io.quantumleap.chat.guardrail.port;

import io.quantumleap.core.shared.UserId;
import java.util.List;

/** Hears what the guardrails notice, for the audit. Must not block for long and must not throw. */
@FunctionalInterface
public interface GuardrailWatch {

    /** Nobody listens. */
    GuardrailWatch NONE = (caller, where, signs) -> {};

    /**
     * A text has signs of manipulation. The text itself is not handed over, since it may hold personal data.
     *
     * @param caller whose question it is or was looked up for
     * @param where {@code question}, or the name of the tool whose result it is
     * @param signs the names of the signs
     */
    void manipulationSuspected(UserId caller, String where, List<String> signs);
}
