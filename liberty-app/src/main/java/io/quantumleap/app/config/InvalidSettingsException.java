package io.quantumleap.app.config;

import java.util.List;

/** Settings that the server does not start with. */
public final class InvalidSettingsException extends RuntimeException {

    /** @param faults one sentence for each setting at fault; no secret among them */
    public InvalidSettingsException(List<String> faults) {
        super(
                faults.size() == 1
                        ? faults.get(0)
                        : faults.size() + " settings do not work:\n  - " + String.join("\n  - ", faults));
    }
}
