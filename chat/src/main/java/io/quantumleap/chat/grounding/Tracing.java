package io.quantumleap.chat.grounding;

import io.quantumleap.chat.grounding.Claim.Sign;
import io.quantumleap.chat.grounding.Claim.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Traces the claims of one piece of text. */
final class Tracing {

    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4369");
    private static final Pattern CLAUSE_END = Pattern.compile("[;:]|,(?!\\d)|\\b(?:while|whereas|but)\\b|\\s-\\s");
    private static final Pattern PRONOUN_FIRST =
            Pattern.compile("^\\W*(?:it|its|this|that|the (?:holding|position|stock))\\b");
    private static final Pattern CONFIDENCE =
            Pattern.compile("confidence|level|value[ -]at[ -]risk|\\bvar\\b|shortfall|quantile|percentile");
    private static final Pattern ECHO = Pattern.compile(
            "\\b(?:not|no|rather than|instead of|you (?:asked|mentioned|said|wrote)|if|assuming|your (?:figure|target))\\b");
    private static final Pattern DATE_PLACE = Pattern.compile(
            "\\b(?:from|since|to|until|till|through|on|between|and|in|for|of|after|before|during|by|at|over|year|as of)\\b[\\s(]*$");

    private static final Set<BigDecimal> CONFIDENCE_LEVELS =
            Set.of(new BigDecimal("90"), new BigDecimal("95"), new BigDecimal("97.5"), new BigDecimal("99"));
    private static final Set<String> WITH_BENCHMARK =
            Set.of("time_weighted_return", "cagr", "volatility", "max_drawdown", "year_return");
    private static final Pattern THINGS_AFTER = Pattern.compile(
            "^\\s(?:\\w+ )?(?:holdings?|positions?|instruments?|stocks?|transactions?|trades?|portfolios?|shares?|units?)\\b");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Worse than any rank of a fact that a tool has just stated. */
    private static final int EARLIER = 4;

    private final Evidence evidence;
    private final String text;
    private final String lower;
    private final List<Claim> claims;
    private final NavigableMap<Integer, String> places;
    private final NavigableMap<Integer, Integer> clauseEnds = new TreeMap<>();
    private final Set<String> partsBefore;

    Tracing(Evidence evidence, ClaimReader.Reading reading, String previousFoldedText) {
        String foldedText = reading.folded();
        this.claims = reading.claims();
        this.evidence = evidence;
        this.text = foldedText;
        this.lower = foldedText.toLowerCase(Locale.ROOT);
        this.places = Labels.places(evidence, text);
        this.partsBefore = new LinkedHashSet<>(Labels.in(evidence, previousFoldedText));
        Matcher ends = CLAUSE_END.matcher(text);
        while (ends.find()) {
            clauseEnds.put(ends.start(), ends.end());
        }
    }

    /** The facts that can stand behind a claim, the best of each kind; none when the claim cannot be traced. */
    List<Fact> candidates(Claim claim) {
        Set<String> named = partsNamedBeside(claim);
        Optional<String> measure = measureNamedBeside(claim);
        List<Fact> facts = evidence.facts().stream()
                .filter(fact ->
                        states(fact, claim) && belongs(fact, named) && isOf(fact, measure) && isOfSide(fact, claim))
                .toList();
        int best = facts.stream().mapToInt(fact -> rank(fact, named)).min().orElse(0);
        return facts.isEmpty()
                ? fromQuestion(claim).map(List::of).orElse(List.of())
                : facts.stream().filter(fact -> rank(fact, named) == best).toList();
    }

    /**
     * What a tool has just said is better than what an earlier answer cited. Among these, a fact of the part that the words
     * name is better than one of the whole, and that better than one to infer.
     */
    private int rank(Fact fact, Set<String> named) {
        return (evidence.isEarlier(fact) ? EARLIER : 0) + kindRank(fact, named);
    }

    private static int kindRank(Fact fact, Set<String> named) {
        if (fact.cited() == null) {
            return EARLIER - 1;
        }
        String owner = fact.owner();
        return owner == null ? 1 : named.contains(owner) ? 0 : 2;
    }

    private boolean states(Fact fact, Claim claim) {
        if (claim instanceof Claim.OfDate date) {
            return fact.content() instanceof Fact.DateFact known
                    && date.readings().stream().anyMatch(reading -> reading.isStatedBy(known.date()));
        }
        Claim.OfNumber number = (Claim.OfNumber) claim;
        if (fact.content() instanceof Fact.PercentFact percent) {
            return statesPercent(percent, number);
        }
        if (fact.content() instanceof Fact.MoneyFact money) {
            return statesMoney(money, number);
        }
        if (fact.content() instanceof Fact.NumberFact known) {
            return statesNumber(known.value(), number);
        }
        return statesSpanOrRank(fact.content(), number);
    }

    private boolean statesPercent(Fact.PercentFact fact, Claim.OfNumber claim) {
        boolean fits = claim.unit() == Unit.PERCENT
                && claim.allowsMagnitude(fact.percent().abs());
        boolean fitsWithoutUnit = claim.unit() == Unit.PLAIN
                && !claim.whole()
                && (claim.allowsMagnitude(fact.percent().abs())
                        || claim.allowsMagnitude(fact.percent().abs().movePointLeft(2)));
        return (fits || fitsWithoutUnit)
                && new Direction(lower, claim).agrees(fact.percent().signum(), fact.sense());
    }

    private boolean statesMoney(Fact.MoneyFact fact, Claim.OfNumber claim) {
        boolean countsThings = THINGS_AFTER
                .matcher(lower.substring(claim.end(), Math.min(lower.length(), claim.end() + 40)))
                .find();
        boolean mayBeMoney = !countsThings && (!claim.whole() || claim.value().compareTo(HUNDRED) >= 0);
        boolean sameCurrency = (claim.unit() == Unit.PLAIN && mayBeMoney)
                || (claim.unit() == Unit.MONEY && claim.currencies().stream().anyMatch(fact.currencies()::contains));
        return sameCurrency
                && claim.allowsMagnitude(fact.amount().abs())
                && new Direction(lower, claim).agrees(fact.amount().signum(), fact.sense());
    }

    private static boolean statesNumber(BigDecimal fact, Claim.OfNumber claim) {
        return switch (claim.unit()) {
            case PLAIN -> claim.allowsMagnitude(fact.abs()) && signFits(claim.sign(), fact.signum());
            case DAYS, RANK -> claim.whole() && claim.value().compareTo(fact) == 0;
            case PERCENT, MONEY, YEARS, MONTHS -> false;
        };
    }

    private static boolean signFits(Sign sign, int signum) {
        return sign == Sign.NONE || signum == 0 || (sign == Sign.MINUS) == (signum < 0);
    }

    private static boolean statesSpanOrRank(Fact.Content content, Claim.OfNumber claim) {
        if (content instanceof Fact.RankFact rank) {
            return claim.unit() == Unit.RANK && claim.value().compareTo(BigDecimal.valueOf(rank.last())) <= 0;
        }
        if (content instanceof Fact.MonthsFact months) {
            return inMonths(claim)
                    .filter(value -> value.compareTo(months.months()) == 0)
                    .isPresent();
        }
        if (content instanceof Fact.SpanFact span) {
            BigDecimal days = BigDecimal.valueOf(span.days());
            return claim.unit() == Unit.DAYS
                    ? claim.allowsMagnitude(days)
                    : inMonths(claim).isPresent() && spansAbout(claim, days);
        }
        return content instanceof Fact.DateFact known
                && FactReader.isYear(claim)
                && known.date().year() == claim.value().intValue();
    }

    private static Optional<BigDecimal> inMonths(Claim.OfNumber claim) {
        return switch (claim.unit()) {
            case MONTHS -> Optional.of(claim.value());
            case YEARS -> Optional.of(claim.value().multiply(BigDecimal.valueOf(12)));
            case PERCENT, MONEY, PLAIN, DAYS, RANK -> Optional.empty();
        };
    }

    /** Whether a span in days is the claimed number of months or years, rounded as the claim is. */
    private static boolean spansAbout(Claim.OfNumber claim, BigDecimal days) {
        BigDecimal daysPerUnit =
                claim.unit() == Unit.YEARS ? DAYS_PER_MONTH.multiply(BigDecimal.valueOf(12)) : DAYS_PER_MONTH;
        return days.compareTo(claim.low().multiply(daysPerUnit)) >= 0
                && days.compareTo(claim.high().multiply(daysPerUnit)) <= 0;
    }

    private boolean belongs(Fact fact, Set<String> named) {
        String owner = fact.owner();
        if (owner == null || named.contains(owner)) {
            return true;
        }
        Set<String> confusable = evidence.siblingsOf(owner);
        return named.stream().noneMatch(confusable::contains);
    }

    /** The measure that the words beside a number name, none of them beyond the next number. */
    private Optional<String> measureNamedBeside(Claim claim) {
        boolean measured = claim instanceof Claim.OfNumber number
                && (number.unit() == Unit.PERCENT
                        || number.unit() == Unit.MONEY
                        || (number.unit() == Unit.PLAIN && !number.whole()));
        if (!measured) {
            return Optional.empty();
        }
        return Measures.named(wordsBefore(claim), wordsAfter(claim));
    }

    /** The words of the clause between the number before and this one. */
    private String wordsBefore(Claim claim) {
        int from = boundsAround(claim)[0];
        for (Claim other : claims) {
            if (other.end() <= claim.start() && divides(other)) {
                from = Math.max(from, other.end());
            }
        }
        return lower.substring(from, claim.start());
    }

    /** The words of the clause between this number and the next. */
    private String wordsAfter(Claim claim) {
        int to = boundsAround(claim)[1];
        for (Claim other : claims) {
            if (other.start() >= claim.end() && divides(other)) {
                to = Math.min(to, other.start());
            }
        }
        return lower.substring(claim.end(), Math.max(claim.end(), to));
    }

    /** Dates and levels of confidence stand between a measure and its number without parting them. */
    private static boolean divides(Claim other) {
        return other instanceof Claim.OfNumber number
                && !FactReader.isYear(number)
                && !(number.unit() == Unit.PERCENT && CONFIDENCE_LEVELS.contains(number.value()));
    }

    /** A figure of the portfolio is none of its benchmark, nor the other way round. */
    private boolean isOfSide(Fact fact, Claim claim) {
        String metric = fact.metric();
        if (metric == null) {
            return true;
        }
        boolean ofBenchmark = metric.startsWith("benchmark_");
        if (!ofBenchmark && !WITH_BENCHMARK.contains(metric)) {
            return true;
        }
        return evidence.tables().benchmarks().isEmpty()
                || Sides.named(evidence.tables().benchmarks(), wordsBefore(claim), wordsAfter(claim))
                        .map(side -> (side == Sides.BENCHMARK) == ofBenchmark)
                        .orElse(true);
    }

    private static boolean isOf(Fact fact, Optional<String> measure) {
        String metric = fact.metric();
        return measure.isEmpty()
                || metric == null
                || Measures.of(metric).map(measure.get()::equals).orElse(true);
    }

    /** The parts named in the claim's clause; if none, in its sentence; if that begins with "it", in the one before. */
    private Set<String> partsNamedBeside(Claim claim) {
        int[] clause = boundsAround(claim);
        NavigableMap<Integer, String> inClause = places.subMap(clause[0], true, clause[1], false);
        if (!inClause.isEmpty()) {
            return owners(claim, inClause, clause);
        }
        Set<String> inSentence = new LinkedHashSet<>(places.values());
        return inSentence.isEmpty() && PRONOUN_FIRST.matcher(lower).find() ? partsBefore : inSentence;
    }

    /** Parts that could be confused with each other share out the numbers of the clause among them. */
    private Set<String> owners(Claim claim, NavigableMap<Integer, String> labels, int[] clause) {
        List<Integer> numbers = claims.stream()
                .filter(other -> other instanceof Claim.OfNumber number && number.unit() != Unit.RANK)
                .filter(other -> !labels.containsKey(other.start()))
                .map(Claim::start)
                .filter(start -> start >= clause[0] && start < clause[1])
                .toList();
        Set<String> owners = new LinkedHashSet<>();
        for (Set<String> kind : new LinkedHashSet<>(
                labels.values().stream().map(evidence::siblingsOf).toList())) {
            NavigableMap<Integer, String> ofKind = new TreeMap<>(labels);
            ofKind.values().removeIf(label -> !kind.contains(label));
            owners.addAll(
                    numbers.contains(claim.start())
                            ? Ownership.of(ofKind, numbers, claim.start())
                            : new LinkedHashSet<>(ofKind.values()));
        }
        return owners;
    }

    private String clauseAround(Claim claim) {
        int[] bounds = boundsAround(claim);
        return text.substring(bounds[0], bounds[1]);
    }

    private int[] boundsAround(Claim claim) {
        Map.Entry<Integer, Integer> before = clauseEnds.lowerEntry(claim.start());
        while (before != null && before.getValue() > claim.start()) {
            before = clauseEnds.lowerEntry(before.getKey());
        }
        Integer after = clauseEnds.ceilingKey(claim.end());
        return new int[] {before == null ? 0 : before.getValue(), after == null ? text.length() : after};
    }

    /** A figure of the question may be repeated where it is no statement about the portfolio. */
    private Optional<Fact> fromQuestion(Claim claim) {
        return evidence.question().stream()
                .filter(asked -> repeats(asked, claim))
                .findFirst()
                .map(asked -> new Fact(new Fact.NumberFact(BigDecimal.ZERO), null, Fact.CONTEXT, null));
    }

    private boolean repeats(Claim asked, Claim claim) {
        String before = lower.substring(0, Math.min(claim.start(), lower.length()));
        if (asked instanceof Claim.OfDate askedDate && claim instanceof Claim.OfDate date) {
            return DATE_PLACE.matcher(before).find()
                    && date.readings().stream()
                            .anyMatch(reading -> askedDate.readings().stream().anyMatch(reading::isStatedBy));
        }
        return asked instanceof Claim.OfNumber askedNumber
                && claim instanceof Claim.OfNumber number
                && askedNumber.value().compareTo(number.value()) == 0
                && repeatsNumber(askedNumber, number, before);
    }

    private boolean repeatsNumber(Claim.OfNumber asked, Claim.OfNumber claim, String before) {
        if (FactReader.isYear(claim)) {
            return Objects.equals(asked.unit(), claim.unit())
                    && DATE_PLACE.matcher(before).find();
        }
        return switch (claim.unit()) {
            case YEARS, MONTHS, DAYS, RANK -> asked.unit() == claim.unit();
            case PERCENT ->
                asked.unit() == Unit.PERCENT
                        && (CONFIDENCE
                                        .matcher(clauseAround(claim).toLowerCase(Locale.ROOT))
                                        .find()
                                || ECHO.matcher(before).find());
            case MONEY, PLAIN ->
                asked.unit() == claim.unit() && ECHO.matcher(before).find();
        };
    }
}
