package io.quantumleap.core.market.reference;

import io.quantumleap.core.shared.FieldError;
import java.util.List;

/** What became of an instrument that somebody wanted to add or change. */
public sealed interface InstrumentChange {

    /** It is as wanted. */
    record Done(DescribedInstrument instrument) implements InstrumentChange {}

    /** Something that was asked for breaks a rule. */
    record Refused(List<FieldError> errors) implements InstrumentChange {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** What is there already stands against it. */
    record Conflicting(FieldError error) implements InstrumentChange {}
}
