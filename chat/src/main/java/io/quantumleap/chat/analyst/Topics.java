package io.quantumleap.chat.analyst;

import static io.quantumleap.chat.analyst.Concept.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides what a question is about. */
final class Topics {

    /** The measures that an answer can give one by one. */
    static final Concept[] MEASURES = {
        VOLATILITY,
        VALUE_AT_RISK,
        EXPECTED_SHORTFALL,
        SHARPE,
        SORTINO,
        CALMAR,
        DOWNSIDE,
        SKEWNESS,
        KURTOSIS,
        ULCER,
        BEST_DAY,
        WORST_DAY,
        POSITIVE_DAYS,
        BETA,
        ALPHA,
        CORRELATION,
        R_SQUARED,
        TRACKING_ERROR,
        INFORMATION_RATIO
    };

    /** The measures that need a benchmark. */
    static final Set<Concept> RELATIVE_MEASURES =
            EnumSet.of(BETA, ALPHA, CORRELATION, R_SQUARED, TRACKING_ERROR, INFORMATION_RATIO);

    /** The kinds of cash flow. */
    static final Concept[] FLOW_KINDS = {DEPOSITS, WITHDRAWALS, DIVIDENDS, INTEREST, FEES, TAXES};

    private static final Concept[] EXTREMES = {BIGGEST, SMALLEST, BEST, WORST};
    private static final int MOST_TOPICS = 3;
    private static final Pattern RISK_OF_PORTFOLIO = Pattern.compile(
            "\\b(?:risk\\w*|safe|volatil\\w*|var|drawdowns?|sharpe(?: ratio)?) (?:is |of |in |for |does |has |was )?(?:my|the|this|our)"
                    + " (?:whole |entire |overall |total )?(?:portfolio|account|depot)\\b|\\bportfolio risk\\b");

    private Topics() {}

    /** Whether a reading has anything that data could answer. */
    static boolean asksForData(Reading reading) {
        return !of(reading, false, false).isEmpty() || reading.has(WHAT_IF, HOLDING, QUANTITY, COST_BASIS, ADVICE);
    }

    /**
     * The topics, in the order of the question's words, at most three.
     *
     * @param namesInstrument whether the question names an instrument that has prices or is held
     * @param namesHeld whether one of those is held
     */
    static List<Topic> of(Reading reading, boolean namesInstrument, boolean namesHeld) {
        Set<Topic> topics = new LinkedHashSet<>();
        Optional<Topic> scenario = scenario(reading, namesInstrument);
        if (scenario.isPresent()) {
            return List.of(scenario.get());
        }
        if (reading.has(WHAT_IF)) {
            // Tried out is only what a scenario tool can try; anything else would be another answer than was asked for.
            return List.of();
        }
        if (asksForReasons(reading)) {
            topics.add(Topic.CONTRIBUTION);
            if (reading.has(COMPARE, MARKET, BETTER_OFF)) {
                topics.add(Topic.COMPARISON);
            }
            return new ArrayList<>(topics);
        }
        boolean extreme = reading.has(EXTREMES)
                && reading.has(HOLDING, LIST_HOLDINGS, WEIGHT)
                && reading.count().isEmpty();
        if (extreme && !namesInstrument && reading.has(FLOW_KINDS)) {
            // Nothing ranks holdings by their dividends or fees.
            return List.of();
        }
        if (namesInstrument) {
            addInstrumentTopics(reading, namesHeld, topics);
        } else if (extreme) {
            addExtremeTopics(reading, topics);
        } else {
            addPortfolioTopics(reading, topics);
        }
        return new ArrayList<>(topics).subList(0, Math.min(MOST_TOPICS, topics.size()));
    }

    private static Optional<Topic> scenario(Reading reading, boolean namesInstrument) {
        boolean trade = namesInstrument
                && reading.has(WHAT_IF)
                && Scenario.trade(reading.text()).isPresent();
        if (trade) {
            return Optional.of(Topic.WHAT_IF_TRADE);
        }
        boolean shock =
                Scenario.change(reading.text()).isPresent() && reading.has(STRESS, WHAT_IF, DRAWDOWN, RISK, GAIN);
        if (shock || reading.has(STRESS)) {
            return Optional.of(Topic.STRESS);
        }
        return reading.has(REBALANCE) ? Optional.of(Topic.REBALANCE) : Optional.empty();
    }

    /** "Why did I lose?", "what dragged me down?"; which holdings cost most is a question of reasons too. */
    private static boolean asksForReasons(Reading reading) {
        boolean ofResult = reading.has(GAIN, PERFORMANCE, DRAWDOWN, WORTH, VALUE);
        return reading.has(CONTRIBUTION) || (reading.has(WHY) && ofResult);
    }

    private static void addInstrumentTopics(Reading reading, boolean namesHeld, Set<Topic> topics) {
        if (reading.has(COMPARE, MARKET, BETTER_OFF)
                || RELATIVE_MEASURES.stream().anyMatch(reading::has)) {
            topics.add(reading.has(RISK) && !reading.has(PORTFOLIO, MINE) ? Topic.INSTRUMENT_RISK : Topic.COMPARISON);
            return;
        }
        if (reading.has(FLOW_KINDS)) {
            topics.add(Topic.FLOWS);
        }
        if (reading.has(TRANSACTIONS)) {
            topics.add(Topic.TRANSACTIONS);
        }
        if (asksForRisk(reading)) {
            topics.add(Topic.INSTRUMENT_RISK);
        }
        if (reading.has(PRICE)) {
            topics.add(Topic.INSTRUMENT_PRICE);
        }
        boolean asksForHolding = reading.has(
                WEIGHT,
                WORTH,
                VALUE,
                QUANTITY,
                COST_BASIS,
                UNREALISED,
                HOLDING,
                LIST_HOLDINGS,
                CONCENTRATION,
                HOW_MANY);
        if (asksForHolding || (reading.has(GAIN) && reading.period().isEmpty())) {
            topics.add(Topic.INSTRUMENT_HOLDING);
        }
        if (reading.has(PERFORMANCE) || (reading.has(GAIN) && reading.period().isPresent())) {
            topics.add(Topic.INSTRUMENT_PERFORMANCE);
        }
        if (topics.isEmpty()) {
            topics.add(namesHeld ? Topic.INSTRUMENT_HOLDING : Topic.INSTRUMENT_PRICE);
        }
    }

    private static void addExtremeTopics(Reading reading, Set<Topic> topics) {
        boolean portfolioRisk = RISK_OF_PORTFOLIO.matcher(reading.text()).find();
        boolean holdingRisk = asksForRisk(reading) && !portfolioRisk;
        topics.add(holdingRisk ? Topic.EXTREME_HOLDING_RISK : Topic.EXTREME_HOLDING);
        if (portfolioRisk) {
            topics.add(Topic.RISK);
        }
        if (reading.has(CASH)) {
            topics.add(Topic.CASH);
        }
        if (reading.has(PERFORMANCE) && !reading.has(BEST, WORST)) {
            topics.add(Topic.PERFORMANCE);
        }
        if (reading.has(FLOW_KINDS)) {
            topics.add(Topic.FLOWS);
        }
    }

    private static boolean asksForRisk(Reading reading) {
        return reading.has(RISK, DRAWDOWN) || reading.has(MEASURES);
    }

    private static void addPortfolioTopics(Reading reading, Set<Topic> topics) {
        if (reading.has(MARKET) && !reading.has(MINE, PORTFOLIO, COMPARE, BETTER_OFF)) {
            return;
        }
        boolean compares = reading.has(COMPARE, BETTER_OFF) || (reading.has(MARKET) && reading.has(MINE, PORTFOLIO));
        for (Concept concept : reading.concepts()) {
            addTopic(concept, reading, compares, topics);
        }
        if (reading.has(LIST_HOLDINGS) || (topics.isEmpty() && reading.has(HOLDING))) {
            topics.add(reading.has(HOW_MANY) ? Topic.HOLDING_COUNT : Topic.HOLDINGS);
        }
        if (reading.has(WORST_YEAR, BEST_YEAR, EACH_YEAR)) {
            topics.remove(Topic.PERFORMANCE);
        }
    }

    private static void addTopic(Concept concept, Reading reading, boolean compares, Set<Topic> topics) {
        boolean relative = RELATIVE_MEASURES.contains(concept);
        if (relative || (compares && (concept == COMPARE || concept == MARKET || concept == BETTER_OFF))) {
            topics.add(Topic.COMPARISON);
            return;
        }
        if (Arrays.asList(MEASURES).contains(concept)) {
            topics.add(Topic.MEASURES);
            return;
        }
        if (Arrays.asList(FLOW_KINDS).contains(concept)) {
            topics.add(Topic.FLOWS);
            return;
        }
        switch (concept) {
            case PORTFOLIOS -> topics.add(Topic.PORTFOLIOS);
            case WORTH -> topics.add(Topic.VALUE);
            case VALUE -> {
                if (!reading.has(CASH, GAIN, WEIGHT) && !reading.has(FLOW_KINDS) && !reading.has(PERFORMANCE)) {
                    topics.add(Topic.VALUE);
                }
            }
            case CASH -> topics.add(Topic.CASH);
            case WEIGHT, CONCENTRATION -> topics.add(Topic.ALLOCATION);
            case PERFORMANCE -> {
                if (!compares) {
                    topics.add(Topic.PERFORMANCE);
                }
            }
            case BEST_YEAR, WORST_YEAR, EACH_YEAR -> {
                if (!reading.has(FLOW_KINDS) && !reading.has(MEASURES)) {
                    topics.add(Topic.YEARS);
                }
            }
            case GAIN, UNREALISED, REALISED -> {
                if (!compares && !reading.has(FLOW_KINDS) && !reading.has(TRANSACTIONS)) {
                    topics.add(
                            reading.period().isPresent() && !reading.has(UNREALISED, REALISED)
                                    ? Topic.PERFORMANCE
                                    : Topic.GAINS);
                }
            }
            case HEALTH -> topics.add(Topic.HEALTH);
            case RISK -> topics.add(Topic.RISK);
            case DRAWDOWN -> topics.add(Topic.DRAWDOWNS);
            case FLOWS -> topics.add(Topic.FLOWS);
            case TRANSACTIONS -> topics.add(Topic.TRANSACTIONS);
            case DATA_RANGE -> topics.add(Topic.PORTFOLIOS);
            default -> {
                // the other ideas only shape the topics
            }
        }
    }
}
