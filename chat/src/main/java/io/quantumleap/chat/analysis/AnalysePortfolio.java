package io.quantumleap.chat.analysis;

import io.quantumleap.chat.conversation.AnswerOnce;
import io.quantumleap.chat.conversation.Question;
import io.quantumleap.chat.conversation.Turn;
import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelException;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.Toolbox;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Analyses a portfolio: the tools compute every score and figure as the caller, fixed sentences say what stands out, and a
 * model words the summary, in which every figure is traced. When no model of the route can word it, the findings are the
 * summary. Nothing is stored but what the call of the model has cost. Safe for use by many threads.
 */
public final class AnalysePortfolio {

    /** Who speaks when no model of the route could. */
    static final String SPEAKER = "Quantum Leap";

    private static final String REQUEST =
            "Sum up this health check for the owner of the portfolio in a few plain sentences:"
                    + " the scores, what stands out, and what would change it. Judge nothing that the results do not say.";

    private final Toolbox tools;
    private final AnswerOnce wording;
    private final Clock clock;
    private final Executor executor;

    /**
     * Works with these.
     *
     * @param executor runs the tools, which block
     */
    public AnalysePortfolio(Toolbox tools, AnswerOnce wording, Clock clock, Executor executor) {
        this.tools = Objects.requireNonNull(tools, "tools");
        this.wording = Objects.requireNonNull(wording, "wording");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It was analysed. */
        record Done(Analysis analysis) implements Outcome {}

        /** It cannot be, for this reason: nothing is recorded in the period, or a price is missing. */
        record Refused(ToolRefusal reason) implements Outcome {}
    }

    /**
     * Analyses.
     *
     * @param cancellation to be cancelled when the caller leaves
     */
    public CompletionStage<Outcome> analyse(AnalysisQuestion question, Cancellation cancellation) {
        return CompletableFuture.supplyAsync(() -> Readings.take(tools, question), executor)
                .thenCompose(readings -> readings.health() instanceof ToolResult health
                        ? worded(question, readings, health, cancellation)
                        : CompletableFuture.completedFuture(new Outcome.Refused((ToolRefusal) readings.health())));
    }

    private CompletionStage<Outcome> worded(
            AnalysisQuestion question, Readings readings, ToolResult health, Cancellation cancellation) {
        Question request = new Question(question.caller(), REQUEST, null, question.portfolio());
        List<Finding> findings = findings(readings, health);
        return wording.answer(request, ModelTask.ANALYSIS, readings.messages(), cancellation)
                .handle((turn, failure) -> failure == null
                        ? analysis(health, findings, turn, false)
                        : analysis(health, findings, afterFailure(failure, findings), true))
                .thenApply(Outcome.Done::new);
    }

    private static List<Finding> findings(Readings readings, ToolResult health) {
        List<Finding> found = new ArrayList<>(Statements.ofHealth(health));
        readings.result(FinancialTools.PERFORMANCE)
                .map(Statements::ofPerformance)
                .ifPresent(found::addAll);
        readings.result(FinancialTools.COMPARISON).map(Statements::ofComparison).ifPresent(found::addAll);
        readings.result(FinancialTools.DRAWDOWNS).map(Statements::ofDrawdowns).ifPresent(found::addAll);
        readings.result(ScenarioTools.CONTRIBUTION)
                .map(Statements::ofContributions)
                .ifPresent(found::addAll);
        return found;
    }

    /** The figures do not depend on a model, so its failure takes only its words away. */
    private Turn.Answered afterFailure(Throwable failure, List<Finding> findings) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof ModelException)) {
            throw failure instanceof CompletionException known ? known : new CompletionException(failure);
        }
        String text = findings.stream().map(Finding::statement).collect(Collectors.joining(" "));
        List<Source> sources = findings.stream().map(Finding::evidence).toList();
        return new Turn.Answered(text, clock.instant().truncatedTo(ChronoUnit.MILLIS), sources, SPEAKER, null);
    }

    private static Analysis analysis(
            ToolResult health, List<Finding> findings, Turn.@Nullable Answered summary, boolean fallback) {
        return new Analysis(
                day(health, Metric.FROM),
                day(health, Metric.TO),
                health.figure(Metric.RISK_LEVEL)
                        .map(Figure::display)
                        .orElseThrow(() -> new IllegalStateException("a health check names its level of risk")),
                Scores.of(health),
                findings,
                Statements.remedies(health),
                health.notes(),
                Objects.requireNonNull(summary, "summary"),
                fallback);
    }

    private static LocalDate day(ToolResult health, Metric metric) {
        return health.figure(metric)
                .map(figure -> ((FigureValue.Day) figure.value()).date())
                .orElseThrow(() -> new IllegalStateException("a health check names its days"));
    }
}
