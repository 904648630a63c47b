package io.quantumleap.adapters.rest.csv;

import java.util.List;

/**
 * How a file is laid out around its rows.
 *
 * @param delimiter what stands between cells
 * @param headerBegins the first cell of the header in lower case; lines before it are passed over. An empty text: the
 *     header is the first line
 * @param endsAt the beginnings of first cells at which the rows are over, such as that of a line of totals
 * @param trailingCells whether a row may have more cells than the header, as long as nothing stands in them
 */
public record CsvLayout(char delimiter, String headerBegins, List<String> endsAt, boolean trailingCells) {

    /** Our own files: commas, the header first, nothing after the rows. */
    public static final CsvLayout PLAIN = new CsvLayout(',', "", List.of(), false);

    /** Copies the list. */
    public CsvLayout {
        endsAt = List.copyOf(endsAt);
    }

    boolean isHeader(List<String> cells) {
        return headerBegins.isEmpty() || cells.get(0).equals(headerBegins);
    }

    boolean isOverAt(List<String> cells) {
        String first = cells.get(0).strip();
        return endsAt.stream().anyMatch(first::startsWith);
    }
}
