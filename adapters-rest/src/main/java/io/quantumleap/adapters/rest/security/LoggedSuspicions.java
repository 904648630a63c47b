package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.input.InputShape;
import io.quantumleap.security.input.port.Suspicions;
import java.util.function.Consumer;

/** Writes a line to the log for each suspicion, and has it counted. */
public final class LoggedSuspicions implements Suspicions {

    private static final System.Logger LOG = System.getLogger(LoggedSuspicions.class.getName());

    private final Consumer<InputShape> counter;

    /** @param counter counts by shape */
    public LoggedSuspicions(Consumer<InputShape> counter) {
        this.counter = counter;
    }

    @Override
    public void noticed(InputShape shape, String where, String address) {
        counter.accept(shape);
        LOG.log(System.Logger.Level.INFO, "Input of the shape {0} came to {1} from {2}", shape.code(), where, address);
    }
}
