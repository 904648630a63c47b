package io.quantumleap.chat.analyst;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolResult;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers a documented set of questions without a language model: it reads the question's words, calls the same tools that
 * a language model would call, and words their figures. It computes no figure itself. What it does not understand it says
 * plainly. Safe for use by many threads; it keeps nothing between requests.
 */
public final class BuiltInAnalyst {

    /** The name shown beside its answers. */
    public static final String NAME = "built-in analyst";

    /** Longer texts are not questions of the kind that it understands. */
    private static final int LONGEST_QUESTION = 500;

    private static final String NO_PORTFOLIO =
            "You have no portfolio yet. Create one and import its transactions and prices, or load the sample portfolio; then"
                    + " ask me again.";

    private final Clock clock;

    /** Takes the current day from this clock, in UTC. */
    public BuiltInAnalyst(Clock clock) {
        this.clock = clock;
    }

    /** The next reply: the tools that it needs, or the answer. */
    public ModelReply reply(ModelRequest request) {
        List<String> questions = request.messages().stream()
                .filter(Message.FromUser.class::isInstance)
                .map(message -> ((Message.FromUser) message).text())
                .toList();
        if (request.purpose().task() == ModelTask.ANALYSIS) {
            return ModelReply.saying(HealthAnswers.summary(request.messages()).orElseGet(Talk::beyond));
        }
        if (questions.isEmpty() || isUnderReview(request.messages())) {
            return ModelReply.saying(Talk.beyond());
        }
        Step step = next(questions, Findings.since(request.messages()));
        return step instanceof Step.Call call
                ? ModelReply.calling(call.calls())
                : ModelReply.saying(((Step.Say) step).text());
    }

    /** Its figures all come from the tools, so a review has nothing to correct but its understanding of the question. */
    private static boolean isUnderReview(List<Message> messages) {
        return messages.get(messages.size() - 1) instanceof Message.FromReviewer;
    }

    private Step next(List<String> questions, Findings findings) {
        String question = questions.get(questions.size() - 1);
        if (question.length() > LONGEST_QUESTION) {
            return Step.say(Talk.beyond());
        }
        Optional<String> otherLanguage = Talk.inAnotherLanguage(question);
        if (otherLanguage.isPresent()) {
            return Step.say(otherLanguage.get());
        }
        Optional<String> name = Renaming.newName(question);
        if (name.isPresent()) {
            return findings.with(
                    FinancialTools.LIST_PORTFOLIOS,
                    ToolArguments.none(),
                    portfolios -> portfolios.rows().isEmpty()
                            ? Step.say(NO_PORTFOLIO)
                            : Renaming.propose(
                                    PortfolioChoice.in(Renaming.oldName(question), portfolios)
                                            .row(),
                                    name.get(),
                                    findings));
        }
        Reading first = Reading.of(question, 0);
        Optional<String> talk = Talk.answer(first);
        if (talk.isPresent()) {
            return Step.say(talk.get());
        }
        List<String> earlier = questions.subList(0, questions.size() - 1);
        List<String> candidates = Reading.symbolCandidates(question);
        boolean hopeless = candidates.isEmpty() && !Topics.asksForData(first) && !mayFollow(first, earlier);
        if (hopeless) {
            return Step.say(Talk.beyond());
        }
        return findings.with(
                FinancialTools.LIST_PORTFOLIOS,
                ToolArguments.none(),
                portfolios -> portfolios.rows().isEmpty()
                        ? Step.say(NO_PORTFOLIO)
                        : withInstruments(question, earlier, portfolios, findings));
    }

    private static boolean mayFollow(Reading reading, List<String> earlier) {
        return !earlier.isEmpty() && FollowUp.isPossible(reading);
    }

    private Step withInstruments(String question, List<String> earlier, ToolResult portfolios, Findings findings) {
        PortfolioChoice choice = PortfolioChoice.in(question, portfolios);
        List<String> candidates = new ArrayList<>(Reading.symbolCandidates(choice.rest()));
        String previous = FollowUp.previous(earlier).orElse("");
        Reading.symbolCandidates(previous).stream()
                .filter(one -> !candidates.contains(one))
                .forEach(candidates::add);
        if (candidates.isEmpty()) {
            return answer(previous, choice, List.of(), findings);
        }
        ToolArguments wanted = ToolArguments.of(Map.of(FinancialTools.SYMBOLS, String.join(" ", candidates)));
        return findings.withOutcome(FinancialTools.LIST_INSTRUMENTS, wanted, outcome -> {
            List<String> known = outcome instanceof ToolResult found
                    ? found.rows().stream().map(ToolResult.Row::label).toList()
                    : List.of();
            boolean looksLikeSymbol = candidates.stream().anyMatch(choice.rest()::contains);
            boolean pointless = known.isEmpty()
                    && !looksLikeSymbol
                    && previous.isEmpty()
                    && !Topics.asksForData(Reading.of(choice.rest(), 0));
            return pointless ? Step.say(Talk.beyond()) : answer(previous, choice, known, findings);
        });
    }

    private Step answer(String previous, PortfolioChoice choice, List<String> known, Findings findings) {
        ToolArguments portfolio = ToolArguments.of(Map.of(
                FinancialTools.PORTFOLIO_ID,
                choice.row().figure(Metric.PORTFOLIO_ID).map(Figure::display).orElse("")));
        return findings.withOutcome(FinancialTools.HOLDINGS, portfolio, outcome -> {
            List<String> held = outcome instanceof ToolResult holdings
                    ? holdings.rows().stream().map(ToolResult.Row::label).toList()
                    : List.of();
            Named named = Named.in(choice.rest(), known, held);
            Named before = Named.in(previous, known, held);
            FollowUp followed = FollowUp.of(
                    Reading.of(named.rest(), named.symbols().size() + (choice.named() ? 1 : 0)),
                    named.symbols(),
                    Reading.of(before.rest(), before.symbols().size()),
                    before.symbols());
            Inquiry inquiry = new Inquiry(
                    followed.reading(),
                    choice.row(),
                    followed.symbols(),
                    followed.symbols().stream().filter(held::contains).toList(),
                    LocalDate.now(clock),
                    findings);
            List<String> existing = new ArrayList<>(known);
            existing.addAll(held);
            return answer(inquiry, choice, Reading.unknownSymbols(choice.rest(), existing));
        });
    }

    /** @param unknown what is written like the symbol of an instrument and is none that is known here */
    private static Step answer(Inquiry inquiry, PortfolioChoice choice, List<String> unknown) {
        Reading reading = inquiry.reading();
        List<Topic> topics =
                Topics.of(reading, !inquiry.symbols().isEmpty(), !inquiry.held().isEmpty());
        List<Step> steps = new ArrayList<>();
        if (reading.has(Concept.ADVICE)) {
            steps.add(Step.say(Talk.NO_ADVICE));
            if (topics.isEmpty() || inquiry.symbols().isEmpty()) {
                topics = adviceTopics(reading, topics);
            }
        }
        if (!reading.isUnderstood() || (topics.isEmpty() && steps.isEmpty())) {
            return Step.say(Talk.beyond());
        }
        if (!unknown.isEmpty()) {
            return Step.say("I know no instrument called " + String.join(" or ", unknown)
                    + ": there are no prices of it here, and " + inquiry.name() + " does not hold it.");
        }
        Caveats.of(inquiry, topics).forEach(caveat -> steps.add(Step.say(caveat)));
        topics.forEach(topic -> steps.add(step(topic, inquiry)));
        if (choice.several() && !choice.named() && !topics.isEmpty() && !topics.contains(Topic.PORTFOLIOS)) {
            steps.add(Step.say("This is about your portfolio " + inquiry.name()
                    + "; name another one in your question to ask about it."));
        }
        return Step.all(steps);
    }

    /** Facts that help a decision: of the instrument that is named, else of the whole. */
    private static List<Topic> adviceTopics(Reading reading, List<Topic> topics) {
        if (topics.contains(Topic.EXTREME_HOLDING) || topics.contains(Topic.EXTREME_HOLDING_RISK)) {
            return topics;
        }
        return reading.text().contains("risk") ? List.of(Topic.RISK) : List.of(Topic.ALLOCATION);
    }

    private static Step step(Topic topic, Inquiry inquiry) {
        return switch (topic) {
            case PORTFOLIOS -> MoneyAnswers.portfolios(inquiry);
            case VALUE -> MoneyAnswers.value(inquiry);
            case CASH -> MoneyAnswers.cash(inquiry);
            case HOLDINGS -> HoldingAnswers.list(inquiry);
            case HOLDING_COUNT -> HoldingAnswers.count(inquiry);
            case EXTREME_HOLDING -> HoldingAnswers.extreme(inquiry);
            case EXTREME_HOLDING_RISK -> HoldingAnswers.extremeWithRisk(inquiry);
            case ALLOCATION -> HoldingAnswers.allocation(inquiry);
            case PERFORMANCE -> PerformanceAnswers.overview(inquiry);
            case YEARS -> PerformanceAnswers.years(inquiry);
            case GAINS -> MoneyAnswers.gains(inquiry);
            case RISK -> RiskAnswers.overview(inquiry);
            case MEASURES -> RiskAnswers.measures(inquiry);
            case HEALTH -> HealthAnswers.check(inquiry);
            case DRAWDOWNS -> RiskAnswers.drawdowns(inquiry);
            case COMPARISON -> PerformanceAnswers.comparison(inquiry);
            case CONTRIBUTION -> ReasonAnswers.contributions(inquiry);
            case STRESS -> ScenarioAnswers.stress(inquiry);
            case WHAT_IF_TRADE -> ScenarioAnswers.trade(inquiry);
            case REBALANCE -> ScenarioAnswers.rebalance(inquiry);
            case FLOWS -> MoneyAnswers.flows(inquiry);
            case TRANSACTIONS -> MoneyAnswers.transactions(inquiry);
            case INSTRUMENT_HOLDING -> HoldingAnswers.ofInstruments(inquiry);
            case INSTRUMENT_RISK -> InstrumentAnswers.risk(inquiry);
            case INSTRUMENT_PERFORMANCE -> InstrumentAnswers.performance(inquiry);
            case INSTRUMENT_PRICE -> InstrumentAnswers.price(inquiry);
        };
    }

    /** The portfolio that a question means, and the question without its name. */
    private record PortfolioChoice(ToolResult.Row row, boolean named, boolean several, String rest) {

        static PortfolioChoice in(String question, ToolResult portfolios) {
            List<ToolResult.Row> rows = portfolios.rows();
            String lower = question.toLowerCase(Locale.ROOT);
            ToolResult.Row best = null;
            for (ToolResult.Row row : rows) {
                String name = row.label().toLowerCase(Locale.ROOT);
                boolean named = lower.matches("(?s)(?:.*\\W)?" + Pattern.quote(name) + "(?:\\W.*)?");
                if (named
                        && (best == null || row.label().length() > best.label().length())) {
                    best = row;
                }
            }
            if (best == null) {
                return new PortfolioChoice(rows.get(0), false, rows.size() > 1, question);
            }
            int at = lower.indexOf(best.label().toLowerCase(Locale.ROOT));
            String rest = question.substring(0, at) + " portfolio "
                    + question.substring(at + best.label().length());
            return new PortfolioChoice(best, true, rows.size() > 1, rest);
        }
    }
}
