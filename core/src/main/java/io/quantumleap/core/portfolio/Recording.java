package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.FieldError;
import java.util.List;

/** What became of one transaction that was to be recorded. */
public sealed interface Recording {

    /** It is in the ledger now. */
    record Done(Transaction transaction) implements Recording {}

    /** It was in the ledger already, under the same external id and with the same content; nothing changed. */
    record Known(Transaction transaction) implements Recording {}

    /** It was not recorded, because of these errors. */
    record Refused(List<FieldError> errors) implements Recording {

        /** Copies the errors. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
