package io.quantumleap.app.config;

import io.quantumleap.adapters.rest.configuration.ShownConfiguration;
import io.quantumleap.adapters.rest.configuration.ShownSetting;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** The configuration in force, in a form that may be shown: of a secret only whether it is set. */
public final class RunningConfiguration {

    private static final String MASK = "********";

    private RunningConfiguration() {}

    /** Every setting of the schema with its value and where it is from. */
    public static ShownConfiguration of(Function<String, ConfigValue> source) {
        List<ShownSetting> settings = ServerSchema.all().stream()
                .map(setting -> shown(setting, source.apply(setting.name())))
                .toList();
        return new ShownConfiguration(settings);
    }

    private static ShownSetting shown(Setting<?> setting, ConfigValue value) {
        String given = value.getValue();
        boolean set = given != null && !given.isBlank();
        return new ShownSetting(
                setting.name(),
                set ? (setting.secret() ? MASK : withoutPassword(given)) : null,
                set ? place(value.getSourceName()) : "not set",
                setting.secret());
    }

    /** A JDBC URL can carry a password, and any URL a user's. */
    private static String withoutPassword(@Nullable String given) {
        return String.valueOf(given)
                .replaceAll("(?i)([?&](password|pass|token|secret|key)=)[^&]*", "$1" + MASK)
                .replaceAll("//[^/@\\s]*@", "//" + MASK + "@");
    }

    /** The server's own names for its sources tell operators little. */
    private static String place(@Nullable String source) {
        String name = String.valueOf(source);
        if (name.contains("SysProp") || name.contains("System Properties")) {
            return "system property";
        }
        return name.contains("Env") ? "environment" : name;
    }
}
