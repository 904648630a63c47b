package io.quantumleap.adapters.rest.portfolio.preset;

import io.quantumleap.adapters.rest.csv.CsvLayout;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.AmountCell;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.CurrencyCell;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.DateCell;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.FeeCells;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.IdCell;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.Meaning;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.RowCell;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.SymbolCell;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.Treatment;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset.TypeCell;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.shared.InvalidValueException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Reader;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a preset from its JSON file; docs/import.md describes the form. */
final class PresetFile {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> KNOWN = Set.of(
            "name",
            "title",
            "delimiter",
            "header_begins",
            "ends_at",
            "trailing_cells",
            "date",
            "type",
            "symbol",
            "quantity",
            "price",
            "amount",
            "fees",
            "currency",
            "external_id",
            "rows",
            "numbers");

    private final String file;
    private final JsonObject json;

    private PresetFile(String file, JsonObject json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Reads one.
     *
     * @param file its name, for messages
     * @throws InvalidPresetException if it is not a preset
     */
    static BrokerPreset read(String file, Reader text) {
        try (JsonReader reader = Json.createReader(text)) {
            return new PresetFile(file, reader.readObject()).preset();
        } catch (JsonException | ClassCastException | IllegalArgumentException malformed) {
            throw new InvalidPresetException(
                    "The import preset " + file + " is not readable: " + malformed.getMessage());
        }
    }

    private BrokerPreset preset() {
        for (String key : json.keySet()) {
            if (!KNOWN.contains(key)) {
                throw refuse("has the unknown field \"" + key + "\"");
            }
        }
        String name = text(json, "name", "");
        if (!NAME.matcher(name).matches()) {
            throw refuse("needs a \"name\" of a-z, 0-9 and -");
        }
        JsonObject amount = part("amount");
        JsonObject fees = optionalPart("fees");
        JsonObject currency = part("currency");
        JsonObject symbol = part("symbol");
        JsonObject numbers = optionalPart("numbers");
        JsonObject id = optionalPart("external_id");
        BrokerPreset preset = new BrokerPreset(
                name,
                text(json, "title", name),
                layout(),
                date(),
                new TypeCell(columns(part("type")), meanings(part("type"))),
                new SymbolCell(columns(symbol), replacements(symbol)),
                columns(optionalPart("quantity")),
                columns(optionalPart("price")),
                new AmountCell(columns(amount), amount.getBoolean("signed", true)),
                new FeeCells(columns(fees), fees.getBoolean("negative", false)),
                new CurrencyCell(text(currency, "always", ""), columns(currency), names(currency, "same")),
                new IdCell(columns(id), id.getBoolean("required", false)),
                rows(),
                new NumberForm(text(numbers, "decimal", "."), text(numbers, "grouping", ",")));
        return complete(preset);
    }

    private BrokerPreset complete(BrokerPreset preset) {
        if (preset.date().columns().isEmpty() || preset.type().columns().isEmpty()) {
            throw refuse("says not where date and type stand");
        }
        if (preset.currency().always().isEmpty() == preset.currency().columns().isEmpty()) {
            throw refuse("names either one currency (\"always\") or the column it stands in");
        }
        return preset;
    }

    private CsvLayout layout() {
        String delimiter = text(json, "delimiter", ",");
        if (delimiter.length() != 1) {
            throw refuse("needs a \"delimiter\" of one character");
        }
        return new CsvLayout(
                delimiter.charAt(0),
                text(json, "header_begins", "").toLowerCase(Locale.ROOT),
                json.containsKey("ends_at") ? strings(json.getJsonArray("ends_at")) : List.of(),
                json.getBoolean("trailing_cells", false));
    }

    private DateCell date() {
        JsonObject date = part("date");
        DateTimeFormatter form = DateTimeFormatter.ofPattern(text(date, "pattern", "uuuu-MM-dd"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        return new DateCell(columns(date), form);
    }

    private List<RowCell> rows() {
        List<RowCell> rows = new ArrayList<>();
        if (json.containsKey("rows")) {
            for (JsonObject row : json.getJsonArray("rows").getValuesAs(JsonObject.class)) {
                List<String> columns = columns(row);
                if (columns.size() != 1) {
                    throw refuse("needs one \"column\" for each of its \"rows\"");
                }
                rows.add(new RowCell(
                        columns.get(0), Set.copyOf(names(row, "counted")), Set.copyOf(names(row, "skipped"))));
            }
        }
        return rows;
    }

    private List<Meaning> meanings(JsonObject type) {
        List<Meaning> meanings = new ArrayList<>();
        type.getJsonObject("meanings").forEach((word, ours) -> meanings.add(meaning(word, ours)));
        meanings.sort(
                Comparator.comparingInt((Meaning meaning) -> meaning.word().length())
                        .reversed());
        return meanings;
    }

    private Meaning meaning(String word, JsonValue ours) {
        boolean isPrefix = word.endsWith("*");
        String lower = (isPrefix ? word.substring(0, word.length() - 1) : word).toLowerCase(Locale.ROOT);
        return switch (ours.getValueType()) {
            case NULL -> new Meaning(lower, isPrefix, "", "", Treatment.SKIPPED);
            case FALSE -> new Meaning(lower, isPrefix, "", "", Treatment.REFUSED);
            case STRING -> {
                String type = known(((JsonString) ours).getString());
                yield new Meaning(lower, isPrefix, type, type, Treatment.COUNTED);
            }
            case ARRAY -> {
                List<String> types = strings(ours.asJsonArray());
                if (types.size() != 2) {
                    throw refuse("gives \"" + word + "\" not the two types, one for money in and one for money out");
                }
                yield new Meaning(lower, isPrefix, known(types.get(0)), known(types.get(1)), Treatment.COUNTED);
            }
            default -> throw refuse("gives \"" + word + "\" no type");
        };
    }

    private String known(String type) {
        try {
            return TransactionType.parse(type).code();
        } catch (InvalidValueException unknown) {
            throw refuse("names the type \"" + type + "\", which is none of ours");
        }
    }

    private static Map<String, String> replacements(JsonObject symbol) {
        Map<String, String> replacements = new HashMap<>();
        if (symbol.containsKey("replace")) {
            symbol.getJsonObject("replace")
                    .forEach((from, to) -> replacements.put(from, ((JsonString) to).getString()));
        }
        return replacements;
    }

    private JsonObject part(String key) {
        if (!json.containsKey(key)) {
            throw refuse("has no \"" + key + "\"");
        }
        return json.getJsonObject(key);
    }

    private JsonObject optionalPart(String key) {
        return json.containsKey(key) ? json.getJsonObject(key) : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static List<String> columns(JsonObject part) {
        return names(part, "column");
    }

    private static List<String> names(JsonObject part, String key) {
        if (!part.containsKey(key)) {
            return List.of();
        }
        JsonValue names = part.get(key);
        List<String> listed =
                names instanceof JsonArray many ? strings(many) : List.of(((JsonString) names).getString());
        return listed.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static String text(JsonObject part, String key, String otherwise) {
        return part.containsKey(key) ? part.getString(key) : otherwise;
    }

    private InvalidPresetException refuse(String what) {
        return new InvalidPresetException("The import preset " + file + " " + what + ".");
    }
}
