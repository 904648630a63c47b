package io.quantumleap.analytics.streaming;

import java.io.Serializable;

/** The longest run of observations of one kind, in a stretch that can be joined to others. */
final class Streak implements Serializable {

    private static final long serialVersionUID = 1;

    private long count;
    private long total;
    private long leading;
    private long trailing;
    private long longest;

    void add(boolean member) {
        leading += member && leading == count ? 1 : 0;
        trailing = member ? trailing + 1 : 0;
        longest = Math.max(longest, trailing);
        count++;
        total += member ? 1 : 0;
    }

    void add(Streak next) {
        longest = Math.max(Math.max(longest, next.longest), trailing + next.leading);
        leading += leading == count ? next.leading : 0;
        trailing = next.trailing == next.count ? trailing + next.count : next.trailing;
        count += next.count;
        total += next.total;
    }

    /** How many observations are of the kind. */
    long total() {
        return total;
    }

    int longest() {
        return Math.toIntExact(longest);
    }
}
