package io.quantumleap.chat.evidence;

import java.util.List;
import java.util.Objects;

/**
 * Where figures of an answer come from.
 *
 * @param tool the tool that gave them
 * @param title what the tool looked at, such as {@code Holdings of Retirement on 2025-12-31}
 * @param href the path of the API that shows the same figures
 * @param figures the figures that the answer cites
 */
public record Source(String tool, String title, String href, List<CitedFigure> figures) {

    /** Refuses missing parts and copies the figures. */
    public Source {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(href, "href");
        figures = List.copyOf(figures);
    }
}
