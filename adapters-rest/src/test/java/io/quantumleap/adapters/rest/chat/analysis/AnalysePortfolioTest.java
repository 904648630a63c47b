package io.quantumleap.adapters.rest.chat.analysis;

import static io.quantumleap.adapters.rest.chat.InMemoryHouse.ANNA;
import static io.quantumleap.adapters.rest.chat.InMemoryHouse.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.adapters.rest.chat.InMemoryHouse;
import io.quantumleap.adapters.rest.chat.model.BuiltInAnalystModel;
import io.quantumleap.chat.analysis.AnalysePortfolio;
import io.quantumleap.chat.analysis.AnalysePortfolio.Outcome;
import io.quantumleap.chat.analysis.Analysis;
import io.quantumleap.chat.analysis.AnalysisQuestion;
import io.quantumleap.chat.analysis.Finding;
import io.quantumleap.chat.analysis.Score;
import io.quantumleap.chat.analyst.BuiltInAnalyst;
import io.quantumleap.chat.conversation.AnswerOnce;
import io.quantumleap.chat.conversation.AssistantLimits;
import io.quantumleap.chat.guardrail.AdvicePolicy;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.sample.SampleData;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.Holding;
import io.quantumleap.core.valuation.HoldingsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnalysePortfolioTest {

    private final InMemoryHouse house = new InMemoryHouse();
    private final ChatModel builtIn = new BuiltInAnalystModel(new BuiltInAnalyst(house.clock));

    /** A model that says one thing and remembers what it was asked. */
    private static final class OneReply implements ChatModel {

        private final List<ModelRequest> requests = new ArrayList<>();
        private final String text;

        OneReply(String text) {
            this.text = text;
        }

        @Override
        public String name() {
            return "stand-in";
        }

        @Override
        public CompletionStage<ModelReply> reply(
                ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
            requests.add(request);
            listener.accept(text);
            return CompletableFuture.completedFuture(ModelReply.saying(text));
        }
    }

    @Test
    void scoresByTheFormulasThatItStates() {
        Portfolio sample = house.sample(ANNA);
        HoldingsView holdings = house.viewHoldings.view(ANNA, sample.id(), null).fold(view -> view, missing -> {
            throw new AssertionError(missing);
        });
        double total = holdings.holdings().stream()
                .mapToDouble(AnalysePortfolioTest::worth)
                .sum();
        double squares = holdings.holdings().stream()
                .mapToDouble(holding -> Math.pow(worth(holding) / total, 2))
                .sum();

        Analysis analysis = analysed(builtIn, ANNA, sample);

        assertThat(analysis.scores())
                .extracting(Score::name)
                .containsExactly("overall_score", "performance_score", "diversification_score", "risk_score");
        assertThat(value(analysis, 2)).isCloseTo(100 * (1 - squares), within(1e-9));
        assertThat(value(analysis, 1)).isBetween(0.0, 100.0);
        assertThat(value(analysis, 0))
                .isCloseTo(
                        (0.35 * value(analysis, 1) + 0.25 * value(analysis, 2) + 0.25 * value(analysis, 3)) / 0.85,
                        within(1e-9));
        assertThat(analysis.scores()).allSatisfy(score -> {
            assertThat(score.formula()).contains(":").doesNotContain("not stated");
            assertThat(score.evidence().figures()).isNotEmpty();
            assertThat(score.evidence().href()).startsWith("/api/");
        });
    }

    private static double worth(Holding holding) {
        return holding.value().amount().doubleValue();
    }

    private static double value(Analysis analysis, int index) {
        return analysis.scores().get(index).value().orElseThrow();
    }

    @Test
    void saysWithEachStatementWhatItRestsOn() {
        Analysis analysis = analysed(builtIn, ANNA, house.sample(ANNA));

        assertThat(analysis.findings())
                .extracting(Finding::name)
                .contains("spread", "probabilistic_sharpe", "return", "benchmark", "deepest_drawdown", "greatest_gain");
        assertThat(all(analysis)).allSatisfy(finding -> {
            assertThat(finding.evidence().figures()).isNotEmpty();
            assertThat(finding.evidence().href()).startsWith("/api/");
            assertThat(finding.statement()).doesNotContain("unknown");
            finding.evidence().figures().forEach(figure -> assertThat(finding.statement())
                    .contains(figure.value().replaceFirst("^-", "")));
        });
        assertThat(analysis.suggestions()).isNotEmpty();
        assertThat(analysis.suggestions())
                .extracting(Finding::name)
                .isSubsetOf(analysis.findings().stream().map(Finding::name).toList());
        assertThat(all(analysis).map(Finding::statement))
                .allSatisfy(statement -> assertThat(AdvicePolicy.DEFAULT.objection(statement, Set.of()))
                        .isEmpty());
    }

    private static Stream<Finding> all(Analysis analysis) {
        return Stream.concat(analysis.findings().stream(), analysis.suggestions().stream());
    }

    @Test
    void letsTheBuiltInAnalystWordTheSummary() {
        Analysis analysis = analysed(builtIn, ANNA, house.sample(ANNA));
        assertThat(analysis.fallback()).isFalse();
        assertThat(analysis.summary().model()).isEqualTo(BuiltInAnalyst.NAME);
        assertThat(analysis.summary().text())
                .startsWith("The portfolio scores ")
                .contains(" of 100 ", "The level of risk is " + analysis.riskLevel())
                .doesNotContain("withheld", "unknown");
        assertThat(analysis.summary().sources()).isNotEmpty();
    }

    @Test
    void asksAModelOfTheAnalysisRouteOnTheAccountOfTheCallerWithAllResults() {
        OneReply model = new OneReply("The level of risk is worth a look.");
        Analysis analysis = analysed(model, ANNA, house.sample(ANNA));

        assertThat(analysis.summary().text()).isEqualTo("The level of risk is worth a look.");
        ModelRequest request = model.requests.get(0);
        assertThat(request.purpose().task()).isEqualTo(ModelTask.ANALYSIS);
        assertThat(request.purpose().user()).contains(ANNA);
        assertThat(request.purpose().conversation()).isEmpty();
        assertThat(request.tools()).isEmpty();
        assertThat(request.messages().stream().filter(Message.FromTool.class::isInstance))
                .hasSize(5);
        assertThat(((Message.FromTool) request.messages().get(2)).call().tool())
                .isEqualTo(FinancialTools.HEALTH.name());
    }

    @Test
    void showsNoFigureThatAModelMadeUp() {
        Analysis analysis =
                analysed(new OneReply("The portfolio is fine. It scores 99.99 of 100."), ANNA, house.sample(ANNA));
        assertThat(analysis.summary().text())
                .contains("The portfolio is fine.", "withheld")
                .doesNotContain("99.99");
        assertThat(analysis.scores()).hasSize(4);
    }

    @Test
    void givesTheFindingsThemselvesWhenNoModelAnswers() {
        ChatModel down = new ChatModel() {
            @Override
            public String name() {
                return "down";
            }

            @Override
            public CompletionStage<ModelReply> reply(
                    ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
                return CompletableFuture.failedFuture(new RetryableModelException("down"));
            }
        };
        Analysis analysis = analysed(down, ANNA, house.sample(ANNA));
        assertThat(analysis.fallback()).isTrue();
        assertThat(analysis.summary().model()).isEqualTo("Quantum Leap");
        assertThat(analysis.summary().text())
                .startsWith(analysis.findings().get(0).statement());
    }

    @Test
    void doesNotScoreNothingAndNothingOfSomebodyElse() {
        Portfolio empty = house.open(BEN, "Empty", "USD");
        Portfolio annas = house.sample(ANNA);
        assertThat(refused(BEN, empty).reason()).isEqualTo(ToolRefusal.Reason.NO_DATA);
        assertThat(refused(BEN, annas).reason()).isEqualTo(ToolRefusal.Reason.UNKNOWN_OBJECT);
    }

    @Test
    void scoresCashAloneWithoutInventingASpread() {
        Portfolio portfolio = house.open(ANNA, "Cash", "USD");
        house.record(portfolio, "2024-01-01", "deposit", "", "", "", "1000");
        house.record(portfolio, "2024-01-05", "deposit", "", "", "", "10");

        Outcome outcome = outcome(builtIn, ANNA, portfolio);

        Analysis analysis = ((Outcome.Done) outcome).analysis();
        assertThat(analysis.scores().get(2).value()).isEmpty();
        assertThat(analysis.scores().get(2).formula()).contains("not available");
        assertThat(analysis.findings()).extracting(Finding::name).doesNotContain("spread");
    }

    private ToolRefusal refused(UserId caller, Portfolio portfolio) {
        return ((Outcome.Refused) outcome(builtIn, caller, portfolio)).reason();
    }

    private Analysis analysed(ChatModel model, UserId caller, Portfolio portfolio) {
        return ((Outcome.Done) outcome(model, caller, portfolio)).analysis();
    }

    private Outcome outcome(ChatModel model, UserId caller, Portfolio portfolio) {
        AnswerOnce wording =
                new AnswerOnce(model, house.clock, AssistantLimits.DEFAULT, Guardrails.DEFAULT, Runnable::run);
        return new AnalysePortfolio(house.tools.toolbox(), wording, house.clock, Runnable::run)
                .analyse(
                        new AnalysisQuestion(
                                caller,
                                portfolio.id(),
                                null,
                                null,
                                portfolio.name().value().equals("Cash") ? null : SampleData.BENCHMARK),
                        new Cancellation())
                .toCompletableFuture()
                .join();
    }
}
