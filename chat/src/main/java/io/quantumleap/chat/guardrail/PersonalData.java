package io.quantumleap.chat.guardrail;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts marks such as {@code [EMAIL_1]} in the place of personal data, and the data in the place of the marks again. One value
 * has one mark, so that a model can still tell two people apart. Not safe for use by many threads.
 *
 * <p>Found are e-mail addresses, telephone numbers in an international form or with a leading zero, IBANs with right check
 * digits, card numbers with a right check digit (Luhn), numbers that are called an account, customer or depot number, names
 * that are told to be names ("my name is Ada Lovelace", "Mrs Lovelace", "my client Ada Lovelace"), wherever these stand in what
 * is masked after them, and the names that are given. A name that nobody has introduced is not recognised.
 */
public final class PersonalData {

    private static final Pattern MARK = Pattern.compile("\\[(?:EMAIL|PHONE|IBAN|CARD|ACCOUNT|NAME)_\\d{1,4}\\]");

    /** The longest mark; a stream is held back no further. */
    private static final int LONGEST_MARK = 16;

    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();
    private static final Map<String, Predicate<String>> CHECKS =
            Map.of("IBAN", PersonalData::isIban, "CARD", PersonalData::isCard, "PHONE", PersonalData::isPhone);

    static {
        KINDS.put(
                "EMAIL",
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}"));
        KINDS.put("IBAN", Pattern.compile("(?<![A-Za-z0-9])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}(?![A-Za-z0-9])"));
        KINDS.put("CARD", Pattern.compile("(?<![\\d.,-])\\d(?:[ -]?\\d){12,18}(?![\\d.,]\\d|\\d)"));
        KINDS.put(
                "PHONE",
                Pattern.compile("(?<![\\w.,+-])(?:\\+|00?)[1-9](?:[ ()/.-]{0,2}\\d){6,14}(?![\\d.,]\\d|\\d|-\\d)"));
        KINDS.put(
                "ACCOUNT",
                Pattern.compile(
                        "(?i)(?<=\\b(?:account|customer|client|depot|iban|konto|kunden)(?:[ -]?(?:number|no\\.?|nr\\.?|nummer|id))? (?:is )?:? ?#?)"
                                + "(?=[A-Za-z-]{0,6}\\d)[A-Za-z0-9-]{5,24}(?![A-Za-z0-9])"));
    }

    private static final String NAME_WORDS = "(\\p{Lu}[\\p{L}'’-]{1,40}(?: \\p{Lu}[\\p{L}'’-]{1,40}){0,3})";

    /** What says that a name follows. */
    private static final List<Pattern> INTRODUCTIONS = List.of(
            Pattern.compile(
                    "\\b(?:[Mm]y name is|[Ii] am called|[Mm]ein Name ist|[Jj]e m'appelle|[Mm]e llamo) " + NAME_WORDS),
            Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Mme|Monsieur|Madame|Sig|Signora|Señora?)\\.? "
                    + NAME_WORDS),
            Pattern.compile(
                    "\\b(?:client|customer|wife|husband|partner|father|mother|son|daughter|brother|sister|boss|advis[eo]r"
                            + "|colleague|friend|neighbou?r|Kunde|Kundin|Kunden|Mandantin?) " + NAME_WORDS));

    private static final int SHORTEST_NAME = 3;

    /** User names that name nobody, and stand in every text. */
    private static final Set<String> NO_PERSON = Set.of(
            "admin",
            "administrator",
            "adviser",
            "advisor",
            "client",
            "customer",
            "demo",
            "guest",
            "operator",
            "portfolio",
            "root",
            "test",
            "user");

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> markOf = new LinkedHashMap<>();
    private final Map<String, String> valueOf = new LinkedHashMap<>();

    /** Nothing is masked yet, and nobody's name is known. */
    public PersonalData() {
        this(Set.of());
    }

    /**
     * Nothing is masked yet.
     *
     * @param known names to be masked wherever they stand, however they are written
     */
    public PersonalData(Set<String> known) {
        known.forEach(name -> {
            names.add(name);
            names.addAll(List.of(name.split("[\\s._]+", -1)));
        });
        names.removeIf(name -> name.length() < SHORTEST_NAME
                || name.chars().noneMatch(Character::isLetter)
                || NO_PERSON.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Takes note of the names that a text introduces, so that they are masked also where they stand alone. */
    public void learn(String text) {
        for (Pattern introduction : INTRODUCTIONS) {
            Matcher found = introduction.matcher(text);
            while (found.find()) {
                names.add(found.group(1));
            }
        }
    }

    /** The text with marks in the place of personal data. */
    public String mask(String text) {
        learn(text);
        String masked = text;
        for (Map.Entry<String, Pattern> kind : KINDS.entrySet()) {
            Predicate<String> check = CHECKS.getOrDefault(kind.getKey(), value -> true);
            masked = kind.getValue()
                    .matcher(masked)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            check.test(found.group()) ? mark(kind.getKey(), found.group()) : found.group()));
        }
        return withoutNames(masked);
    }

    /** The longest first, so that "Ada Lovelace" has one mark and not two. */
    private String withoutNames(String text) {
        if (names.isEmpty()) {
            return text;
        }
        String any = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                        "\\[[A-Z]+_\\d+\\]|(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().startsWith("[") ? found.group() : mark("NAME", found.group())));
    }

    private String mark(String kind, String value) {
        return markOf.computeIfAbsent(value, unseen -> {
            long ofKind = valueOf.keySet().stream()
                    .filter(mark -> mark.startsWith("[" + kind + "_"))
                    .count();
            String mark = "[" + kind + "_" + (ofKind + 1) + "]";
            valueOf.put(mark, value);
            return mark;
        });
    }

    /** The text with the personal data in the place of the marks. */
    public String unmask(String text) {
        return valueOf.isEmpty()
                ? text
                : MARK.matcher(text)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(valueOf.getOrDefault(found.group(), found.group())));
    }

    /** Unmasks a stream of pieces, in which a mark may be cut in two. {@link Unmasking#finish()} gives out the rest. */
    public Unmasking unmasking(Consumer<String> listener) {
        return new Unmasking(this, listener);
    }

    /** A stream on its way back. */
    public static final class Unmasking implements Consumer<String> {

        private final PersonalData data;
        private final Consumer<String> listener;
        private final StringBuilder held = new StringBuilder();

        private Unmasking(PersonalData data, Consumer<String> listener) {
            this.data = data;
            this.listener = listener;
        }

        @Override
        public void accept(String piece) {
            held.append(piece);
            int open = held.lastIndexOf("[");
            boolean mayBeMark = open >= 0 && held.indexOf("]", open) < 0 && held.length() - open < LONGEST_MARK;
            give(mayBeMark ? open : held.length());
        }

        /** Gives out what was held back. */
        public void finish() {
            give(held.length());
        }

        private void give(int end) {
            if (end > 0) {
                listener.accept(data.unmask(held.substring(0, end)));
                held.delete(0, end);
            }
        }
    }

    private static boolean isPhone(String text) {
        return text.chars().filter(Character::isDigit).count() >= 8
                && !text.matches("0?\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}");
    }

    /** ISO 13616: the country and check digits moved to the end, letters as numbers, leave 1 when divided by 97. */
    private static boolean isIban(String text) {
        String plain = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (plain.length() < 15 || plain.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4))
                .chars()
                .forEach(point -> digits.append(Character.digit(point, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** ISO/IEC 7812: the sum of the digits, every second from the right doubled, is a multiple of 10. */
    private static boolean isCard(String text) {
        String digits = text.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
