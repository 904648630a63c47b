package io.quantumleap.adapters.rest.performance;

import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.analytics.performance.PerformanceQuestion;
import io.quantumleap.analytics.performance.PerformanceReport;
import io.quantumleap.core.valuation.MissingPrice;
import io.quantumleap.core.valuation.Valued;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers how a portfolio performed. */
@Dependent
@Path("ai/performance-analytics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Performance")
public class PerformanceResource {

    private final MeasurePerformance performance;
    private final RenderedReports rendered;
    private final CurrentCaller current;
    private final Clock clock;

    /** Answers the current caller with what the use case measures. */
    @Inject
    public PerformanceResource(
            MeasurePerformance performance, RenderedReports rendered, CurrentCaller current, Clock clock) {
        this.performance = performance;
        this.rendered = rendered;
        this.current = current;
        this.clock = clock;
    }

    /** The performance over a window, or 304 when the program that asks has kept it; browsers are told to store nothing. */
    @GET
    @Operation(summary = "Measures a portfolio over a window, against a benchmark if one is given")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PerformanceJson.class)))
    @APIResponse(responseCode = "304", description = "What the client has is still true")
    @APIResponse(responseCode = "404", description = "The caller has no such portfolio")
    @APIResponse(responseCode = "422", description = "A price or an exchange rate is missing")
    public Response get(@BeanParam PerformanceParams params, @Context Request request) {
        RenderedReport report = measure(new QuestionReader(LocalDate.now(clock)).read(params));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(report.tag());
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(report.body()) : unchanged;
        return answer.tag(report.tag()).build();
    }

    /** The same, asked with a body. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Measures a portfolio over a window, asked with a body")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PerformanceJson.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such portfolio")
    @APIResponse(responseCode = "422", description = "A price or an exchange rate is missing")
    public Response post(@Valid PerformanceQuestionJson question) {
        RenderedReport report = measure(new QuestionReader(LocalDate.now(clock)).read(question));
        return Response.ok(report.body()).build();
    }

    private RenderedReport measure(PerformanceQuestion question) {
        Valued<PerformanceReport> measured =
                performance.measure(current.caller().id(), question);
        return measured.fold(rendered::render, PerformanceResource::refuse);
    }

    private static RenderedReport refuse(List<MissingPrice> missing) {
        List<FieldError> errors = missing.stream()
                .map(price -> FieldError.of(
                        price.symbol().value(),
                        price.exchangeRate() ? "missing-exchange-rate" : "missing-price",
                        price.message()))
                .toList();
        throw Problem.of(ProblemType.UNMEASURABLE, missing.get(0).message())
                .withErrors(errors)
                .asException();
    }
}
