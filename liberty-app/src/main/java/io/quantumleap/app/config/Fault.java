package io.quantumleap.app.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param kind the class of fault
 * @param sentence what is wrong and what to set instead; never the value, which may be a secret in the wrong place
 * @param stopsDevelopment whether the server cannot run with it in development mode either
 */
public record Fault(FaultClass kind, String sentence, boolean stopsDevelopment) {

    /** A fault as serious as its class. */
    static Fault of(FaultClass kind, String sentence) {
        return new Fault(kind, sentence, kind.isAlwaysFatal());
    }

    /** A fault that is a warning in development mode, whatever its class. */
    static Fault unsafe(FaultClass kind, String sentence) {
        return new Fault(kind, sentence, false);
    }

    /** The line that is shown. */
    @Override
    public String toString() {
        return sentence + " [" + kind.code() + "]";
    }
}
