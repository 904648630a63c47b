package io.quantumleap.core.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of a transactions file.
 *
 * @param cells what stands in its columns; a column that is not there is empty
 */
public record HistoryLine(Map<String, String> cells) {

    /** The columns of the file. */
    public static final List<String> COLUMNS = List.of(
            "date",
            "type",
            "symbol",
            "quantity",
            "price",
            "fee",
            "amount",
            "currency",
            "external_id",
            "settlement_date",
            "to_symbol",
            "to_amount",
            "to_currency",
            "cost_fraction",
            "lot",
            "tax",
            "acquired",
            "cash_in_lieu");

    /** The first line of the file. */
    public static final String HEADER = String.join(",", COLUMNS);

    /** Copies the map. */
    public HistoryLine {
        cells = Map.copyOf(cells);
    }

    /** A line from columns and cells in turn; numbers are written out. */
    public static HistoryLine of(LocalDate date, String type, String currency, Object... columnsAndCells) {
        Map<String, String> cells = new HashMap<>();
        cells.put("date", date.toString());
        cells.put("type", type);
        cells.put("currency", currency);
        for (int i = 0; i < columnsAndCells.length; i += 2) {
            Object cell = columnsAndCells[i + 1];
            cells.put(
                    (String) columnsAndCells[i],
                    cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
        }
        return new HistoryLine(cells);
    }

    /** The same line with another cell. */
    public HistoryLine with(String column, String cell) {
        Map<String, String> changed = new HashMap<>(cells);
        changed.put(column, cell);
        return new HistoryLine(changed);
    }

    /** What stands in a column; an empty text for nothing. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The number in a column; zero for nothing. */
    public BigDecimal number(String column) {
        return text(column).isEmpty() ? BigDecimal.ZERO : new BigDecimal(text(column));
    }

    /** The day in a column; that of the line for nothing. */
    public LocalDate day(String column) {
        return LocalDate.parse(text(column).isEmpty() ? text("date") : text(column));
    }

    /** The names between semicolons in the column of lots. */
    public List<String> lots() {
        return Arrays.stream(text("lot").split(";", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The line as it stands in the file. */
    public String csv() {
        return COLUMNS.stream().map(this::text).collect(Collectors.joining(","));
    }

    /** A file of lines. */
    public static String file(List<HistoryLine> lines) {
        List<String> text = new ArrayList<>(lines.size() + 1);
        text.add(HEADER);
        lines.forEach(line -> text.add(line.csv()));
        return String.join("\n", text) + "\n";
    }
}
