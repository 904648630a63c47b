package io.quantumleap.adapters.rest.csv;

import java.util.List;
import java.util.Map;

/**
 * One row of a file.
 *
 * @param line the line where it starts; the header is line 1
 * @param places where each column stands
 * @param cells the text of each cell
 */
public record CsvCells(int line, Map<String, Integer> places, List<String> cells) {

    /** The text in a column, or an empty one if the file has no such column. */
    public String get(String column) {
        Integer place = places.get(column);
        return place == null ? "" : cells.get(place);
    }
}
