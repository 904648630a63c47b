package io.quantumleap.adapters.rest.json;

import jakarta.json.bind.config.PropertyNamingStrategy;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the name of a record component into the name of its JSON field, the way the contract spells it. */
public final class FieldNames implements PropertyNamingStrategy {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])");

    /** {@code expectedShortfall95} is {@code expected_shortfall_95}. */
    public static String toJson(String component) {
        return HUMP.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    @Override
    public String translateName(String propertyName) {
        return toJson(propertyName);
    }
}
