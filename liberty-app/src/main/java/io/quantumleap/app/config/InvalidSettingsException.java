package io.quantumleap.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that the server does not start with. */
public final class InvalidSettingsException extends RuntimeException {

    private final transient List<Fault> faults;

    /** @param faults one for each setting at fault; no secret among them */
    public InvalidSettingsException(List<Fault> faults) {
        super(
                faults.size() == 1
                        ? faults.get(0).toString()
                        : faults.size() + " settings do not work:\n  - "
                                + faults.stream().map(Fault::toString).collect(Collectors.joining("\n  - ")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
