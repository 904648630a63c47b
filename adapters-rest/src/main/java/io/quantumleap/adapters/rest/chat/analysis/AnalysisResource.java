package io.quantumleap.adapters.rest.chat.analysis;

import io.quantumleap.adapters.rest.chat.AnswerProblem;
import io.quantumleap.adapters.rest.performance.PerformanceQuestionJson;
import io.quantumleap.adapters.rest.performance.QuestionReader;
import io.quantumleap.adapters.rest.portfolio.UnmeasurableProblem;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.analytics.performance.PerformanceQuestion;
import io.quantumleap.analytics.performance.PerformanceReport;
import io.quantumleap.chat.analysis.AnalysePortfolio;
import io.quantumleap.chat.analysis.AnalysePortfolio.Outcome;
import io.quantumleap.chat.analysis.AnalysisQuestion;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.core.shared.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Analyses a portfolio at one go. */
@Dependent
@Path("ai/analysis/comprehensive")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistant")
public class AnalysisResource {

    private final AnalysePortfolio analyse;
    private final MeasurePerformance performance;
    private final CurrentCaller current;
    private final Clock clock;

    /** Stands on these. */
    @Inject
    public AnalysisResource(
            AnalysePortfolio analyse, MeasurePerformance performance, CurrentCaller current, Clock clock) {
        this.analyse = analyse;
        this.performance = performance;
        this.current = current;
        this.clock = clock;
    }

    /** Scores, findings and suggestions with their evidence, and a summary in words. */
    @POST
    @Operation(summary = "Scores a portfolio, says what stands out and what would change it, each with its evidence")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AnalysisJson.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such portfolio")
    @APIResponse(
            responseCode = "422",
            description = "There is nothing to measure in the period, or a price or an exchange rate is missing")
    public CompletionStage<Response> analyse(@NotNull @Valid AnalysisQuestionJson body) {
        UserId caller = current.caller().id();
        AnalysisQuestion question = question(caller, body.window());
        return analyse.analyse(question, new Cancellation())
                .handle((outcome, failure) -> response(question, outcome, failure));
    }

    /** The window is resolved by the measuring itself, so that both pages mean the same days. */
    private AnalysisQuestion question(UserId caller, PerformanceQuestionJson body) {
        PerformanceQuestion question = new QuestionReader(LocalDate.now(clock)).read(body);
        PerformanceReport report = UnmeasurableProblem.valueOf(performance.measure(caller, question));
        return new AnalysisQuestion(
                caller,
                question.portfolio(),
                report.from().map(start -> start.plusDays(1)).orElse(null),
                report.to().orElse(null),
                report.benchmark().orElse(null));
    }

    private static Response response(
            AnalysisQuestion question, @Nullable Outcome outcome, @Nullable Throwable failure) {
        if (outcome instanceof Outcome.Done done) {
            return Response.ok(AnalysisJson.of(question.portfolio().toString(), done.analysis()))
                    .build();
        }
        if (outcome instanceof Outcome.Refused refused) {
            return ProblemResponses.of(
                    Problem.of(ProblemType.UNMEASURABLE, refused.reason().message()));
        }
        Throwable cause = failure == null ? new IllegalStateException("neither an outcome nor a failure") : failure;
        return AnswerProblem.of(cause).map(ProblemResponses::of).orElseThrow(() -> new CompletionException(cause));
    }
}
