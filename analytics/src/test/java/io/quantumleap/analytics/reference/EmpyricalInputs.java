package io.quantumleap.analytics.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of empyrical's tests and the series that their arguments name. */
record EmpyricalInputs(Map<String, List<Double>> series, Map<String, List<LocalDate>> dates) {

    static final EmpyricalInputs NONE = new EmpyricalInputs(Map.of(), Map.of());

    static EmpyricalInputs read() throws IOException {
        EmpyricalInputs inputs = new EmpyricalInputs(new HashMap<>(), new HashMap<>());
        for (String line : Files.readAllLines(ReferenceFiles.find("empyrical_series.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("series") && !cells[1].isEmpty()) {
                double value = cells[2].isEmpty() || cells[2].equals("nan") ? Double.NaN : Double.parseDouble(cells[2]);
                inputs.series
                        .computeIfAbsent(cells[0], name -> new ArrayList<>())
                        .add(value);
                inputs.dates
                        .computeIfAbsent(cells[0], name -> new ArrayList<>())
                        .add(LocalDate.parse(cells[1].substring(0, 10)));
            }
        }
        return inputs;
    }

    static Stream<Map<String, Object>> rows() throws IOException {
        List<?> rows =
                (List<?>) ReferenceFiles.json("empyrical_published_cases.json").get("rows");
        return rows.stream().map(ReferenceFiles::object);
    }

    /**
     * The first series and its partner (a second series, or a number for every day) where both have values. Of two series
     * of which one begins later, the days that both have are the last.
     */
    double[][] aligned(Map<String, Object> args) {
        double[] first = values(args.get("returns"), 0);
        Object partner = Stream.of("benchmark", "factor_returns", "risk_free", "required_return")
                .filter(args::containsKey)
                .filter(name -> !(name.equals("required_return") && args.containsKey("risk_free")))
                .map(args::get)
                .findFirst()
                .orElse(0.0);
        double[] second = values(partner, first.length);
        int days = Math.min(first.length, second.length);
        double[] own = Arrays.copyOfRange(first, first.length - days, first.length);
        double[] other = Arrays.copyOfRange(second, second.length - days, second.length);
        int[] both = IntStream.range(0, days)
                .filter(i -> !Double.isNaN(own[i]) && !Double.isNaN(other[i]))
                .toArray();
        return new double[][] {
            Arrays.stream(both).mapToDouble(i -> own[i]).toArray(),
            Arrays.stream(both).mapToDouble(i -> other[i]).toArray()
        };
    }

    double[] values(Object argument, int length) {
        if (argument instanceof Double number) {
            double[] constant = new double[length];
            Arrays.fill(constant, number);
            return constant;
        }
        Map<String, Object> object = ReferenceFiles.object(argument);
        List<?> listed = object.containsKey("series")
                ? series.getOrDefault(String.valueOf(object.get("series")), List.of())
                : (List<?>) object.get("values");
        return listed.stream()
                .mapToDouble(value -> value instanceof Double number ? number : Double.NaN)
                .toArray();
    }

    /** The dates of a named series. */
    List<LocalDate> dates(Object argument) {
        return dates.getOrDefault(String.valueOf(ReferenceFiles.object(argument).get("series")), List.of());
    }
}
