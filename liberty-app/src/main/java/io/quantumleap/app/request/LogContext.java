package io.quantumleap.app.request;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Adds a field to every log line of the current thread. Open Liberty's class for it is reached by name, because no artifact
 * offers it to compile against; where it is missing, outside the server, nothing is added.
 */
final class LogContext {

    private static final String CLASS_NAME = "com.ibm.websphere.logging.hpel.LogRecordContext";
    private static final Optional<Method> ADD = method("addExtension", String.class, String.class);
    private static final Optional<Method> REMOVE = method("removeExtension", String.class);

    private LogContext() {}

    /** Adds the field, until it is removed by the same thread. */
    static void add(String name, String value) {
        ADD.ifPresent(add -> call(add, name, value));
    }

    /** Removes the field. */
    static void remove(String name) {
        REMOVE.ifPresent(remove -> call(remove, name));
    }

    private static Optional<Method> method(String name, Class<?>... parameters) {
        try {
            return Optional.of(Class.forName(CLASS_NAME).getMethod(name, parameters));
        } catch (ClassNotFoundException outsideTheServer) {
            return Optional.empty();
        } catch (NoSuchMethodException changed) {
            throw new IllegalStateException("The server's log context is not what it was.", changed);
        }
    }

    private static void call(Method method, Object... arguments) {
        try {
            method.invoke(null, arguments);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("The server's log context is not what it was.", changed);
        }
    }
}
