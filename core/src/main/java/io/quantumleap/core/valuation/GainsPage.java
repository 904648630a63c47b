package io.quantumleap.core.valuation;

import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One page of realised gains, newest first, with the totals of all of them.
 *
 * @param whole all gains of the range
 * @param page those of this page
 */
public record GainsPage(GainsView whole, CursorPage<RealisedGain> page) {

    /** Refuses missing parts. */
    public GainsPage {
        Objects.requireNonNull(whole, "whole");
        Objects.requireNonNull(page, "page");
    }

    /**
     * The page that is asked for. A cursor names a gain by its day and its place among those of the day, so that pages go on where they
     * were when other days change in between.
     *
     * @throws InvalidValueException if the cursor is not one that a page handed out
     */
    static GainsPage of(GainsView whole, PageRequest request) {
        List<RealisedGain> all = whole.gains();
        int end = request.after().map(cursor -> place(all, cursor)).orElse(all.size());
        int start = Math.max(0, end - request.limit());
        List<RealisedGain> rows = new ArrayList<>(all.subList(start, end));
        Collections.reverse(rows);
        return new GainsPage(whole, new CursorPage<>(rows, start == 0 ? null : cursor(all, start)));
    }

    private static String cursor(List<RealisedGain> all, int index) {
        LocalDate day = all.get(index).date();
        return day + "~" + (index - firstOn(all, day));
    }

    private static int place(List<RealisedGain> all, String cursor) {
        String[] parts = cursor.split("~", -1);
        try {
            if (parts.length == 2) {
                LocalDate day = LocalDate.parse(parts[0]);
                int place = Integer.parseUnsignedInt(parts[1]);
                return (int) Math.min(
                        (long) firstOn(all, day) + Integer.toUnsignedLong(place), firstOn(all, day.plusDays(1)));
            }
        } catch (DateTimeException | NumberFormatException malformed) {
            // falls through to the one refusal below
        }
        throw new InvalidValueException("The cursor is not one that a page handed out.");
    }

    /** The index of the first gain that is not before the day. */
    private static int firstOn(List<RealisedGain> all, LocalDate day) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).date().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
