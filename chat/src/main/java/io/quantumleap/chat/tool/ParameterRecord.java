package io.quantumleap.chat.tool;

import io.quantumleap.core.shared.InvalidValueException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as the parameters of a tool: the schema that a model is shown is derived from its components, and a call's
 * arguments become a value of it.
 *
 * <p>A component is a {@code String}, {@code LocalDate}, {@code Integer}, {@code BigDecimal} or an enum. {@code firstDay} is
 * shown as {@code first_day}; {@link Parameter} says what it means and whether it may be left out, in which case it is null.
 * The record is public, in a package that its module exports.
 *
 * @param <A> the record
 */
public final class ParameterRecord<A extends Record> {

    private final Constructor<A> constructor;
    private final List<Slot> slots;

    private ParameterRecord(Constructor<A> constructor, List<Slot> slots) {
        this.constructor = constructor;
        this.slots = slots;
    }

    private record Slot(ToolParameter parameter, Class<?> type) {}

    /**
     * Derives the parameters.
     *
     * @throws IllegalArgumentException if a component has another type or no {@link Parameter}
     */
    public static <A extends Record> ParameterRecord<A> of(Class<A> record) {
        RecordComponent[] components = record.getRecordComponents();
        List<Slot> slots = Arrays.stream(components).map(ParameterRecord::slot).toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new ParameterRecord<>(record.getConstructor(types), slots);
        } catch (NoSuchMethodException notPublic) {
            throw new IllegalArgumentException(record.getName() + " is not a public record.", notPublic);
        }
    }

    private static Slot slot(RecordComponent component) {
        Parameter said = component.getAnnotation(Parameter.class);
        if (said == null) {
            throw new IllegalArgumentException(component + " does not say what it means: @Parameter is missing.");
        }
        Class<?> type = component.getType();
        ToolParameter parameter = new ToolParameter(
                snakeCase(component.getName()), said.value(), form(component, type), !said.optional(), choices(type));
        return new Slot(parameter, type);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static ToolParameter.Type form(RecordComponent component, Class<?> type) {
        if (type.isEnum()) {
            return ToolParameter.Type.CHOICE;
        }
        if (type == String.class) {
            return ToolParameter.Type.TEXT;
        }
        if (type == LocalDate.class) {
            return ToolParameter.Type.DATE;
        }
        if (type == Integer.class) {
            return ToolParameter.Type.WHOLE_NUMBER;
        }
        if (type == BigDecimal.class) {
            return ToolParameter.Type.NUMBER;
        }
        throw new IllegalArgumentException(component + " has a type that no parameter has.");
    }

    private static List<String> choices(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(ParameterRecord::choice)
                        .toList()
                : List.of();
    }

    private static String choice(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    /** The parameters, in the order of the components. */
    public List<ToolParameter> parameters() {
        return slots.stream().map(Slot::parameter).toList();
    }

    /**
     * The arguments as a value of the record.
     *
     * @throws InvalidValueException if one is missing or malformed, or if the record refuses them
     */
    public A read(ToolArguments arguments) {
        Object[] values = slots.stream().map(slot -> value(slot, arguments)).toArray();
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof InvalidValueException invalid) {
                throw invalid;
            }
            throw new IllegalStateException("The record of the parameters failed.", refused.getCause());
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("The record of the parameters cannot be made.", hidden);
        }
    }

    private static @Nullable Object value(Slot slot, ToolArguments arguments) {
        String name = slot.parameter().name();
        Optional<? extends Object> value =
                switch (slot.parameter().type()) {
                    case TEXT -> arguments.text(name);
                    case DATE -> arguments.date(name);
                    case WHOLE_NUMBER ->
                        arguments.wholeNumber(name).stream().boxed().findFirst();
                    case NUMBER -> arguments.number(name);
                    case CHOICE ->
                        arguments.choice(name, slot.parameter().choices()).map(choice -> constant(slot.type(), choice));
                };
        if (value.isEmpty() && slot.parameter().required()) {
            throw new InvalidValueException("The parameter " + name + " is required.");
        }
        return value.orElse(null);
    }

    private static Object constant(Class<?> type, String choice) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> choice(constant).equals(choice))
                .findFirst()
                .orElseThrow();
    }
}
