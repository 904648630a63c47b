package io.quantumleap.adapters.rest.json;

import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a JSON body into a request record and says exactly what is wrong with it: not JSON at all, a field that the record
 * does not have, a field of the wrong type, text that cannot be stored.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Priority(Priorities.USER)
public class JsonBodyReader implements MessageBodyReader<Record> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        JsonObject object = JsonText.parseObject(body.readAllBytes());
        refuseUnknownFields(type, object);
        return bind(type, object);
    }

    private static void refuseUnknownFields(Class<Record> type, JsonObject object) {
        Set<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(FieldNames::toJson)
                .collect(Collectors.toUnmodifiableSet());
        List<FieldError> unknown = object.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> FieldError.of(shown(name), "unknown-field", "There is no such field."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The body has a field that this route does not take.")
                    .withErrors(unknown)
                    .asException();
        }
    }

    private static Record bind(Class<Record> type, JsonObject object) {
        Jsonb jsonb = JsonbProvider.jsonb();
        try {
            return jsonb.fromJson(object.toString(), type);
        } catch (JsonbException refused) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "A field has a value of the wrong type.")
                    .withErrors(wrongFields(jsonb, type, object))
                    .asException();
        }
    }

    /** Binds each field alone, to find out which of them cannot be. */
    private static List<FieldError> wrongFields(Jsonb jsonb, Class<Record> type, JsonObject object) {
        List<FieldError> wrong = new ArrayList<>();
        object.forEach((name, value) -> {
            if (!binds(jsonb, type, name, value)) {
                wrong.add(FieldError.of(name, "wrong-type", "The value has the wrong type or form."));
            }
        });
        return wrong;
    }

    private static boolean binds(Jsonb jsonb, Class<Record> type, String name, JsonValue value) {
        try {
            jsonb.fromJson(Json.createObjectBuilder().add(name, value).build().toString(), type);
            return true;
        } catch (JsonbException refused) {
            return false;
        }
    }

    private static String shown(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
