package io.quantumleap.chat.analyst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a question say by themselves, before any data was looked at.
 *
 * @param concepts the ideas in it, in the order of the words
 * @param text the words after repair of their spelling, joined by spaces
 * @param periodOrNull the period that it names, or null; read it through {@link #period()}
 * @param countOrZero how many things it asks for, or 0; read it through {@link #count()}
 * @param understood how many words carry an idea or a name
 * @param unknown the words that mean nothing to the analyst
 */
record Reading(
        List<Concept> concepts,
        String text,
        @Nullable Period periodOrNull,
        int countOrZero,
        int understood,
        List<String> unknown) {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final String NUMBER =
            "(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)";
    private static final Pattern COUNT =
            Pattern.compile("\\b(?:top|first|last|latest|biggest|largest|best|worst|smallest"
                    + "|deepest|recent|my) " + NUMBER + "\\b(?! (?:days?|weeks?|months?|quarters?|years?))"
                    + "|\\b" + NUMBER
                    + " (?:biggest|largest|best|worst|smallest|top|latest|last|deepest|most recent|holdings?"
                    + "|positions?|transactions?|trades?|drawdowns?|stocks?|lowest|highest)");
    private static final Pattern ASKS_HOW_IT_DID = Pattern.compile(
            "\\bhow (?:well |badly )?(?:did|has|have|is|are|was|were|does) (?:.{0,60} )?(?:do|done|doing|going|fared?)\\b");
    private static final Pattern SYMBOL_FORM = Pattern.compile("[A-Za-z0-9^][A-Za-z0-9.^_:&=/-]{0,31}");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "YTD", "MTD", "QTD", "CAGR", "VAR", "CVAR", "TWR", "MWR", "IRR", "XIRR", "ETF", "ETFS", "ROI", "PNL", "P&L",
            "I", "A", "USD", "EUR", "GBP", "OK", "AI", "VS", "Q1", "Q2", "Q3", "Q4", "H1", "H2");
    private static final int MOST_CANDIDATES = 12;

    Reading {
        concepts = List.copyOf(concepts);
        unknown = List.copyOf(unknown);
    }

    /** Reads a question from which names of portfolios and symbols were taken out. */
    static Reading of(String question, int namesTakenOut) {
        List<String> words = new ArrayList<>();
        for (String word : Wording.words(question)) {
            words.add(VOCABULARY.repaired(word));
        }
        String text = String.join(" ", words);
        List<Concept> concepts = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int understood = namesTakenOut;
        int at = 0;
        while (at < words.size()) {
            Optional<Vocabulary.Phrase> phrase = phraseAt(words, at);
            if (phrase.isPresent()) {
                concepts.add(phrase.get().concept());
                understood++;
                at += phrase.get().words().size();
            } else {
                if (!VOCABULARY.isFiller(words.get(at))) {
                    unknown.add(words.get(at));
                }
                at++;
            }
        }
        if (!concepts.contains(Concept.PERFORMANCE)
                && ASKS_HOW_IT_DID.matcher(text).find()) {
            concepts.add(Concept.PERFORMANCE);
        }
        return new Reading(concepts, text, PeriodReader.read(text).orElse(null), count(text), understood, unknown);
    }

    private static Optional<Vocabulary.Phrase> phraseAt(List<String> words, int at) {
        for (Vocabulary.Phrase phrase : VOCABULARY.phrasesFrom(words.get(at))) {
            int end = at + phrase.words().size();
            if (end <= words.size() && words.subList(at, end).equals(phrase.words())) {
                return Optional.of(phrase);
            }
        }
        return Optional.empty();
    }

    private static int count(String text) {
        Matcher count = COUNT.matcher(text);
        if (!count.find()) {
            return 0;
        }
        String number = count.group(1) == null ? count.group(2) : count.group(1);
        return NumberWord.value(number);
    }

    /** The words of a question that may be symbols: written in capitals, with a leading $, or unknown as words. */
    static List<String> symbolCandidates(String question) {
        boolean shouting = question.chars().filter(Character::isLowerCase).count()
                < question.chars().filter(Character::isUpperCase).count();
        List<String> candidates = new ArrayList<>();
        for (String part : question.split("\\s+", -1)) {
            String token = trimmed(part);
            if (mayBeSymbol(part, token, shouting) && !candidates.contains(token.toUpperCase(Locale.ROOT))) {
                candidates.add(token.toUpperCase(Locale.ROOT));
            }
        }
        return candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
    }

    /** A token as it would be written as a symbol: without punctuation around it and without a possessive s. */
    static String trimmed(String part) {
        return part.replaceAll("^[^\\p{L}\\p{N}^]+|[^\\p{L}\\p{N}]+$", "").replaceAll("['’]s?$", "");
    }

    /** Capitals that name no instrument, beside the abbreviations of measures. */
    private static final Set<String> NO_SYMBOLS = Set.of(
            "NAV", "HHI", "ESG", "FX", "AUM", "PSR", "MDD", "UTC", "US", "USA", "UK", "EU", "CSV", "PDF", "MAX", "MIN",
            "AM", "PM", "ID", "API", "FAQ", "PLS", "ASAP", "FYI", "BTW", "LOL", "AND", "OR", "NOT", "MY", "THE");

    private static final Pattern DOTTED = Pattern.compile("[A-Za-z]{2,8}\\.[A-Za-z]{2,8}");

    /** The words of a question that are written like symbols, in capitals or with a dot inside, and that name nothing that exists. */
    static List<String> unknownSymbols(String question, Collection<String> existing) {
        List<String> candidates = symbolCandidates(question);
        List<String> unknown = new ArrayList<>();
        for (String part : question.split("\\s+", -1)) {
            String token = trimmed(part);
            String symbol = token.toUpperCase(Locale.ROOT);
            boolean written = token.equals(symbol)
                    && token.chars().filter(Character::isLetter).count() > 1
                    && !NO_SYMBOLS.contains(symbol)
                    && !isCurrency(symbol);
            boolean like = written || DOTTED.matcher(token).matches();
            if (like
                    && candidates.contains(symbol)
                    && !existing.contains(symbol)
                    && !unknown.contains(symbol)
                    && !VOCABULARY.knows(token.toLowerCase(Locale.ROOT))) {
                unknown.add(symbol);
            }
        }
        return unknown;
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static boolean mayBeSymbol(String part, String token, boolean shouting) {
        if (!SYMBOL_FORM.matcher(token).matches() || token.chars().noneMatch(Character::isLetter)) {
            return false;
        }
        boolean capitals = token.equals(token.toUpperCase(Locale.ROOT)) && !ABBREVIATIONS.contains(token);
        String lower = token.toLowerCase(Locale.ROOT);
        boolean unknownWord =
                !VOCABULARY.knows(lower) && VOCABULARY.repaired(lower).equals(lower);
        return part.startsWith("$") || (capitals && !shouting) || unknownWord;
    }

    Optional<Period> period() {
        return Optional.ofNullable(periodOrNull);
    }

    OptionalInt count() {
        return countOrZero > 0 ? OptionalInt.of(countOrZero) : OptionalInt.empty();
    }

    boolean has(Concept... any) {
        return Arrays.stream(any).anyMatch(concepts::contains);
    }

    boolean hasOnly(Concept... allowed) {
        Set<Concept> others = concepts.isEmpty() ? EnumSet.noneOf(Concept.class) : EnumSet.copyOf(concepts);
        Arrays.asList(allowed).forEach(others::remove);
        return others.isEmpty();
    }

    /** Whether enough of the words are understood to answer what was asked, not what a few words resemble. */
    boolean isUnderstood() {
        return understood > 0 && unknown.size() <= Math.max(2, understood);
    }
}
