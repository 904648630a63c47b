package io.quantumleap.adapters.rest.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** The one configuration of JSON binding, for the framework and for whoever writes JSON by hand (server-sent events). */
@Provider
public class JsonbProvider implements ContextResolver<Jsonb> {

    /** Yasson's switch, for objects inside the body; {@link JsonBodyReader} names the unknown fields of the body itself. */
    private static final String REFUSE_UNKNOWN = "jsonb.fail-on-unknown-properties";

    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(new FieldNames())
            .withNullValues(true)
            .setProperty(REFUSE_UNKNOWN, true));

    /** The binding itself; thread-safe. */
    public static Jsonb jsonb() {
        return JSONB;
    }

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSONB;
    }
}
