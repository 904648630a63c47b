package io.quantumleap.chat.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds symbols in a text that no result has: capitals such as TSLA that are neither words nor abbreviations. */
final class Names {

    private static final Pattern SYMBOL =
            Pattern.compile("(?<![\\p{L}\\p{N}$&'/.-])[A-Z][A-Z0-9]{1,9}(?:\\.[A-Z0-9]{1,9})*(?![\\p{Ll}\\p{N}])");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "ETF", "ETFS", "VAR", "CVAR", "CAGR", "TWR", "MWR", "IRR", "XIRR", "YTD", "MTD", "QTD", "PNL", "ROI", "API",
            "CSV", "UTC", "OK", "AI", "ID", "FAQ", "PDF", "HTML", "URL", "US", "USA", "UK", "EU", "II", "III", "IV",
            "NAV", "AUM", "ES", "FX", "GDP", "CPI", "ECB", "FED", "SEC", "IPO", "CEO", "TL", "DR", "NB", "PS", "NOT",
            "AND", "OR", "THE", "YOUR", "TO", "IS", "IN", "OF", "NO", "YES", "BUT", "ALL", "AS", "AT", "ON", "IT",
            "FIFO", "MPT", "HHI", "VS", "AM", "PM", "EOD");
    private static final int SHOUTED_WORDS = 4;

    private Names() {}

    static List<String> untraced(Evidence evidence, String text) {
        List<String> unknown = new ArrayList<>();
        Matcher symbol = SYMBOL.matcher(text);
        while (symbol.find()) {
            String name = symbol.group();
            boolean quarter = name.matches("[QH][1-4]");
            if (!quarter
                    && !ABBREVIATIONS.contains(name)
                    && !NumberReader.isCurrency(name)
                    && !evidence.mentions(name)) {
                unknown.add(name);
            }
        }
        return unknown.size() >= SHOUTED_WORDS ? List.of() : unknown;
    }
}
