package io.quantumleap.chat.analyst;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question asks and its answer does not give. It is said before the answer, so that nobody takes one for the other. */
final class Caveats {

    private static final Pattern YEAR = Pattern.compile("(?<![\\d-])(?:19|20)\\d\\d(?![\\d-])");
    private static final Pattern OTHER_CONFIDENCE = Pattern.compile("\\b9(?:[0-46-9](?:\\.\\d+)?|5\\.\\d+)(?:%|\\b)");

    private Caveats() {}

    /** The sentences that belong before an answer on these topics. */
    static List<String> of(Inquiry inquiry, List<Topic> topics) {
        Reading reading = inquiry.reading();
        List<String> caveats = new ArrayList<>();
        oneOfSeveralYears(reading, topics, caveats);
        if (reading.has(Concept.VALUE_AT_RISK, Concept.EXPECTED_SHORTFALL)
                && OTHER_CONFIDENCE.matcher(reading.text()).find()) {
            caveats.add("I measure value at risk and expected shortfall with a confidence of 95 % only.");
        }
        if (topics.contains(Topic.TRANSACTIONS) && reading.period().isPresent() && !reading.has(Concept.HOW_MANY)) {
            caveats.add("I can list the latest transactions only, and not those of a period.");
        }
        if (topics.contains(Topic.FLOWS) && reading.has(Concept.EACH_YEAR)) {
            caveats.add("I add these up over one period and not year by year; name a year to see it alone.");
        }
        return caveats;
    }

    private static void oneOfSeveralYears(Reading reading, List<Topic> topics, List<String> caveats) {
        Set<String> years = new LinkedHashSet<>();
        Matcher year = YEAR.matcher(reading.text());
        while (year.find()) {
            years.add(year.group());
        }
        boolean one = reading.period().filter(Caveats::isWithinAYear).isPresent();
        if (years.size() > 1 && one && !topics.contains(Topic.YEARS)) {
            caveats.add("I answer for one period at a time; ask again for the other one.");
        }
    }

    private static boolean isWithinAYear(Period period) {
        if (!(period instanceof Period.Between between)) {
            return false;
        }
        LocalDate from = between.from();
        LocalDate to = between.to();
        return from != null && to != null && from.getYear() == to.getYear();
    }
}
