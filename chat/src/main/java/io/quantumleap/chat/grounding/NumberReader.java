package io.quantumleap.chat.grounding;

import io.quantumleap.chat.grounding.Claim.Sign;
import io.quantumleap.chat.grounding.Claim.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the numbers that a text states, with their units, signs and the precision that their spelling promises. */
final class NumberReader {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])"
            + "|\\d{1,3}(?:\\.\\d{3})+,\\d+(?!\\d)"
            + "|\\d{1,3}(?:'\\d{3})+(?:\\.\\d+)?(?!\\d)"
            + "|\\d+(?:[.,]\\d+)?(?:[eE][-+]?\\d{1,2}(?![\\p{L}\\d]))?"
            + "|\\.\\d+");

    private static final String PERCENT = "\\s?(?:%|percentage[ -]points?\\b|per[ -]?cents?\\b|pct\\b|pp\\b|p\\.p\\.)";
    private static final Pattern PERCENT_AFTER = after(PERCENT);
    private static final Pattern RANGE_THEN_PERCENT =
            after("\\s?(?:-|to|and|or|\u2026)\\s?[-+]?[\\d.,]+(?:" + PERCENT + ")");
    private static final Pattern BASIS_POINTS_AFTER = after("\\s?(?:basis[ -]points?|bps?)\\b");
    private static final Pattern YEARS_AFTER = after("(?:[\\s-](?:calendar )?years?|y|yrs?|\\s?yr)(?![\\p{L}])");
    private static final Pattern MONTHS_AFTER = after("(?:[\\s-](?:calendar )?months?|mo|m)(?![\\p{L}])");
    private static final Pattern QUARTERS_AFTER = after("[\\s-]quarters?(?![\\p{L}])");
    private static final Pattern WEEKS_AFTER = after("(?:[\\s-]weeks?|w)(?![\\p{L}])");
    private static final Pattern DAYS_AFTER =
            after("(?:[\\s-](?:calendar |trading |business |daily )?days?|d)(?![\\p{L}])");
    private static final Pattern ORDINAL_AFTER = after("(?:st|nd|rd|th)\\b");
    private static final Pattern SCALE_AFTER =
            after("\\s?(?<scale>thousand|million|mio|mn|billion|bn|trillion|tn)\\b\\.?");
    private static final Pattern SHORT_SCALE_AFTER = after("\\s?(?<scale>[kmb])(?![\\p{L}\\d])");
    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("thousand", 3),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("mio", 6),
            Map.entry("million", 6),
            Map.entry("b", 9),
            Map.entry("bn", 9),
            Map.entry("billion", 9),
            Map.entry("tn", 12),
            Map.entry("trillion", 12));

    private static final Pattern CURRENCY_BEFORE =
            Pattern.compile("(?<currency>US\\$|[$€£¥₹]|(?<![A-Za-z])(?:[A-Z]{3}|Rs\\.?))\\s?[-+]?$");
    private static final Pattern CURRENCY_AFTER = after(
            "\\s?(?<currency>[$€£¥₹]|[A-Z]{3}(?![\\p{L}])|(?:US |U\\.S\\. )?dollars?\\b|euros?\\b|pounds?\\b|yen\\b|francs?\\b"
                    + "|rupees?\\b)");
    private static final Pattern RANGE_THEN_CURRENCY = after(
            "\\s?(?:-|to|and|or)\\s?[-+]?[\\d.,]+\\s?(?<currency>[$€£¥₹]|[A-Z]{3}(?![\\p{L}])|dollars?\\b|euros?\\b|pounds?\\b)");
    private static final Set<String> DOLLARS = Set.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN");
    private static final Set<String> ISO = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private static final Pattern ABOUT = Pattern.compile(
            "(?:about|around|roughly|approximately|approx\\.?|some|circa|ca\\.|close to|~|≈)\\s*\\S{0,4}\\s?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MORE_THAN = Pattern.compile(
            "(?:over|more than|above|at least|exceed(?:s|ed|ing)?|in excess of)\\s*\\S{0,4}\\s?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LESS_THAN = Pattern.compile(
            "(?:under|less than|below|at most|nearly|almost|up to|not quite)\\s*\\S{0,4}\\s?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANK_BEFORE = Pattern.compile(
            "(?:top|first|largest|biggest|smallest|deepest|best|worst|last|latest|number|no\\.|rank|#)\\s?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_NUMBER = Pattern.compile("(?m)^\\s*(?:[-|] ?)?(\\d{1,2})[.)](?=\\s)");
    private static final Pattern CITATION = Pattern.compile("\\[\\d{1,2}\\]|\\((?:source|sources) \\d{1,2}\\)");

    private static final int LOOK_BACK = 40;

    /** Both ends of a rounding interval are allowed, and the last bit of a binary figure does not matter. */
    private static final BigDecimal SLACK = new BigDecimal("1e-9");

    /** How far from the figure "about" may be, as a part of it. */
    private static final BigDecimal LOOSEST = new BigDecimal("0.1");

    /** How far from the figure a fraction such as "a third" may be, as a part of it. */
    private static final BigDecimal FRACTION = new BigDecimal("0.06");

    private static final BigDecimal MORE = new BigDecimal("0.2");
    private static final BigDecimal SMALL = new BigDecimal("0.01");
    private static final Pattern MORE_THAN_FRACTION = Pattern.compile(
            "(?:over|more than|above|at least|well over)\\s+" + NumberWords.FRACTION_MARK + "\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LESS_THAN_FRACTION = Pattern.compile(
            "(?:under|less than|below|at most|nearly|almost|not quite)\\s+" + NumberWords.FRACTION_MARK + "\\s*$",
            Pattern.CASE_INSENSITIVE);

    private NumberReader() {}

    /** The numbers in the text; what is blanked is not seen. */
    static List<Claim.OfNumber> read(StringBuilder folded) {
        blank(folded, LIST_NUMBER, 1);
        blank(folded, CITATION, 0);
        String text = folded.toString();
        List<Claim.OfNumber> claims = new ArrayList<>();
        Matcher digits = DIGITS.matcher(text);
        int from = 0;
        while (from < text.length() && digits.find(from)) {
            from = digits.end();
            if (!isPartOfName(text, digits.start(), digits.end())) {
                claims.add(claim(text, digits.start(), digits.end()));
            }
        }
        return claims;
    }

    private static void blank(StringBuilder text, Pattern pattern, int group) {
        Matcher found = pattern.matcher(text.toString());
        while (found.find()) {
            Blank.out(text, found.start(group), found.end(group));
        }
    }

    /** Digits that follow a letter, as in Q3 or R2, name something, unless a unit or a currency makes them a figure. */
    private static boolean isPartOfName(String text, int start, int end) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        return (Character.isLetter(before) || before == '_')
                && !CURRENCY_BEFORE.matcher(before(text, start)).find()
                && !matches(PERCENT_AFTER, text, end)
                && !matches(CURRENCY_AFTER, text, end);
    }

    private static Claim.OfNumber claim(String text, int start, int end) {
        String written = text.substring(start, end);
        BigDecimal value = parse(written);
        String before = before(text, start);
        Set<String> currencies = currencies(before, text, end);
        Unit unit = unit(before, text, end, currencies);
        int scale = scale(text, end, unit);
        BigDecimal scaled = unit == Unit.PERCENT && matches(BASIS_POINTS_AFTER, text, end)
                ? value.movePointLeft(2)
                : inBaseUnit(value, text, end, unit).scaleByPowerOfTen(scale);
        BigDecimal ulp = BigDecimal.ONE
                .scaleByPowerOfTen(scale - Math.max(0, value.scale()))
                .multiply(matches(BASIS_POINTS_AFTER, text, end) ? new BigDecimal("0.01") : BigDecimal.ONE);
        return withTolerance(text, start, end, unit, sign(before), scaled, ulp, currencies, value.scale() <= 0);
    }

    private static Claim.OfNumber withTolerance(
            String text,
            int start,
            int end,
            Unit unit,
            Sign sign,
            BigDecimal value,
            BigDecimal ulp,
            Set<String> currencies,
            boolean whole) {
        String before = before(text, start);
        BigDecimal coarse = lastSignificantUnit(value).max(ulp);
        BigDecimal below = half(ulp);
        BigDecimal above = half(ulp);
        if (before.stripTrailing().endsWith(NumberWords.FRACTION_MARK)) {
            boolean more = MORE_THAN_FRACTION.matcher(before).find();
            boolean less = LESS_THAN_FRACTION.matcher(before).find();
            below = value.multiply(more ? SMALL : FRACTION);
            above = value.multiply(less ? SMALL : more ? MORE : FRACTION);
        } else if (ABOUT.matcher(before).find()) {
            BigDecimal loose = half(coarse).min(value.multiply(LOOSEST)).max(half(ulp));
            below = loose;
            above = loose;
        } else if (MORE_THAN.matcher(before).find()) {
            above = coarse;
        } else if (LESS_THAN.matcher(before).find()) {
            below = coarse.min(value.multiply(LOOSEST)).max(half(ulp));
        }
        BigDecimal slack = value.abs().multiply(SLACK).max(SLACK);
        return new Claim.OfNumber(
                text.substring(start, Math.min(text.length(), end + 12)).strip(),
                start,
                end,
                unit,
                sign,
                value,
                value.subtract(below).subtract(slack),
                value.add(above).add(slack),
                currencies,
                whole);
    }

    private static BigDecimal half(BigDecimal value) {
        return value.divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
    }

    private static BigDecimal lastSignificantUnit(BigDecimal value) {
        return value.signum() == 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.scaleByPowerOfTen(-value.stripTrailingZeros().scale());
    }

    private static BigDecimal parse(String written) {
        String plain = written.replace("'", "");
        if (plain.matches("\\d{1,3}(?:\\.\\d{3})+,\\d+")) {
            plain = plain.replace(".", "").replace(',', '.');
        } else if (plain.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?")) {
            plain = plain.replace(",", "");
        }
        return new BigDecimal(plain.replace(',', '.'));
    }

    private static Unit unit(String before, String text, int end, Set<String> currencies) {
        if (matches(PERCENT_AFTER, text, end)
                || matches(BASIS_POINTS_AFTER, text, end)
                || (matches(RANGE_THEN_PERCENT, text, end) && !endsInYear(text, end))) {
            return Unit.PERCENT;
        }
        if (!currencies.isEmpty()) {
            return Unit.MONEY;
        }
        if (matches(YEARS_AFTER, text, end)) {
            return Unit.YEARS;
        }
        if (matches(MONTHS_AFTER, text, end) || matches(QUARTERS_AFTER, text, end)) {
            return Unit.MONTHS;
        }
        if (matches(DAYS_AFTER, text, end) || matches(WEEKS_AFTER, text, end)) {
            return Unit.DAYS;
        }
        return matches(ORDINAL_AFTER, text, end) || RANK_BEFORE.matcher(before).find() ? Unit.RANK : Unit.PLAIN;
    }

    private static boolean endsInYear(String text, int end) {
        return end >= 4
                && text.substring(end - 4, end).matches("(?:19|20)\\d\\d")
                && (end == 4 || !Character.isLetterOrDigit(text.charAt(end - 5)));
    }

    private static BigDecimal inBaseUnit(BigDecimal value, String text, int end, Unit unit) {
        if (unit == Unit.MONTHS && matches(QUARTERS_AFTER, text, end)) {
            return value.multiply(BigDecimal.valueOf(3));
        }
        return unit == Unit.DAYS && matches(WEEKS_AFTER, text, end) ? value.multiply(BigDecimal.valueOf(7)) : value;
    }

    private static int scale(String text, int end, Unit unit) {
        Matcher word = SCALE_AFTER.matcher(text).region(end, text.length());
        if (word.lookingAt()) {
            return SCALES.getOrDefault(word.group("scale").toLowerCase(Locale.ROOT), 0);
        }
        Matcher letter = SHORT_SCALE_AFTER.matcher(text).region(end, text.length());
        boolean mayBeShort = unit == Unit.MONEY || (unit == Unit.PLAIN && letter.lookingAt() && isThousand(letter));
        return mayBeShort && letter.lookingAt()
                ? SCALES.getOrDefault(letter.group("scale").toLowerCase(Locale.ROOT), 0)
                : 0;
    }

    private static boolean isThousand(Matcher letter) {
        return letter.group("scale").equalsIgnoreCase("k");
    }

    private static Sign sign(String before) {
        Matcher sign = Pattern.compile(
                        "(?:^|[\\s(\\[\"':|/~≈" + Blank.MARK + "]|[$€£¥₹]|[A-Z]{3} ?)(?<sign>[-+])[$€£¥₹]?$")
                .matcher(before);
        if (!sign.find()) {
            return Pattern.compile("\\b(?:minus|negative) [$€£¥₹]?$", Pattern.CASE_INSENSITIVE)
                            .matcher(before)
                            .find()
                    ? Sign.MINUS
                    : Sign.NONE;
        }
        return sign.group("sign").equals("-") ? Sign.MINUS : Sign.PLUS;
    }

    private static Set<String> currencies(String before, String text, int end) {
        Matcher prefix = CURRENCY_BEFORE.matcher(before);
        if (prefix.find()) {
            Set<String> named = currenciesNamed(prefix.group("currency"));
            if (!named.isEmpty()) {
                return named;
            }
        }
        int afterScale = end;
        for (Pattern scale : List.of(SCALE_AFTER, SHORT_SCALE_AFTER)) {
            Matcher matcher = scale.matcher(text).region(end, text.length());
            afterScale = matcher.lookingAt() ? matcher.end() : afterScale;
        }
        for (int place : new int[] {end, afterScale}) {
            for (Pattern suffix : List.of(CURRENCY_AFTER, RANGE_THEN_CURRENCY)) {
                Matcher matcher = suffix.matcher(text).region(place, text.length());
                if (matcher.lookingAt()) {
                    Set<String> named = currenciesNamed(matcher.group("currency"));
                    if (!named.isEmpty()) {
                        return named;
                    }
                }
            }
        }
        return Set.of();
    }

    static boolean isCurrency(String code) {
        return ISO.contains(code);
    }

    private static Set<String> currenciesNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("$") || lower.contains("dollar")) {
            return lower.startsWith("u") ? Set.of("USD") : DOLLARS;
        }
        if (lower.startsWith("€") || lower.startsWith("euro")) {
            return Set.of("EUR");
        }
        if (lower.startsWith("£") || lower.startsWith("pound")) {
            return Set.of("GBP");
        }
        if (lower.startsWith("¥") || lower.equals("yen")) {
            return Set.of("JPY", "CNY");
        }
        if (lower.startsWith("franc")) {
            return Set.of("CHF");
        }
        if (lower.startsWith("₹") || lower.startsWith("rs") || lower.startsWith("rupee")) {
            return Set.of("INR");
        }
        return ISO.contains(name) ? Set.of(name) : Set.of();
    }

    /** Enough of what stands before a number; a bound keeps a text of many numbers cheap to read. */
    private static String before(String text, int start) {
        return text.substring(Math.max(0, start - LOOK_BACK), start);
    }

    private static boolean matches(Pattern pattern, String text, int end) {
        return pattern.matcher(text).region(end, text.length()).lookingAt();
    }

    private static Pattern after(String regex) {
        int flags = regex.contains("[A-Z]{3}") ? 0 : Pattern.CASE_INSENSITIVE;
        return Pattern.compile(regex, flags);
    }
}
