package io.quantumleap.adapters.rest.chat.tool;

import static io.quantumleap.adapters.rest.chat.InMemoryHouse.ANNA;
import static io.quantumleap.adapters.rest.chat.InMemoryHouse.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.adapters.rest.chat.InMemoryHouse;
import io.quantumleap.analytics.performance.PerformanceQuestion;
import io.quantumleap.analytics.performance.PerformanceReport;
import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.sample.SampleData;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.Holding;
import io.quantumleap.core.valuation.HoldingsView;
import io.quantumleap.core.valuation.PortfolioSummary;
import io.quantumleap.core.valuation.Valued;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FinancialToolsetTest {

    private final InMemoryHouse house = new InMemoryHouse();

    @Test
    void showsTheHoldingsThatThePageShows() {
        Portfolio sample = house.sample(ANNA);
        HoldingsView view = known(house.viewHoldings.view(ANNA, sample.id(), null));

        ToolResult result = result(ANNA, FinancialTools.HOLDINGS, Map.of());

        assertThat(result.href()).isEqualTo("/api/portfolio/" + sample.id() + "/holdings?as_of=" + view.asOf());
        assertThat(result.rows()).hasSameSizeAs(view.holdings());
        for (int i = 0; i < view.holdings().size(); i++) {
            Holding holding = view.holdings().get(i);
            ToolResult.Row row = result.rows().get(i);
            assertThat(row.label()).isEqualTo(holding.symbol().value());
            assertThat(row.figures())
                    .contains(
                            Metric.VALUE.amount(holding.value()),
                            Metric.WEIGHT.percent(holding.weight()),
                            Metric.QUANTITY.quantity(holding.quantity().value()),
                            Metric.UNREALISED_GAIN.gain(holding.unrealisedGain()));
        }
        assertThat(result.figures())
                .contains(
                        Metric.VALUE.amount(view.total()),
                        Metric.CASH.amount(view.cash().get(0)));
    }

    @Test
    void showsTheTotalsThatThePageShows() {
        Portfolio sample = house.sample(ANNA);
        PortfolioSummary totals = known(house.viewSummary.view(ANNA, sample.id(), null));
        assertThat(result(ANNA, FinancialTools.SUMMARY, Map.of()).figures())
                .contains(
                        Metric.GAIN.gain(totals.gain()),
                        Metric.FEES.amount(totals.fees()),
                        Metric.DIVIDENDS.amount(totals.dividends()));
        ToolResult flows = result(ANNA, FinancialTools.CASH_FLOWS, Map.of());
        assertThat(flows.figures())
                .contains(Metric.FEES.amount(totals.fees()), Metric.DIVIDENDS.amount(totals.dividends()));
    }

    @Test
    void measuresWhatThePageMeasures() {
        Portfolio sample = house.sample(ANNA);
        PerformanceReport report = known(house.measurePerformance.measure(
                ANNA,
                PerformanceQuestion.sinceInception(sample.id())
                        .between(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 12, 31))
                        .against(SampleData.BENCHMARK)));
        Map<String, String> year = Map.of("from", "2024-01-01", "to", "2024-12-31");

        assertThat(number(result(ANNA, FinancialTools.PERFORMANCE, year), Metric.TIME_WEIGHTED_RETURN))
                .isEqualTo(report.metrics().portfolio().cumulativeReturn().orElseThrow());
        assertThat(number(result(ANNA, FinancialTools.RISK, year), Metric.VOLATILITY))
                .isEqualTo(report.metrics().portfolio().volatility().orElseThrow());
        ToolResult comparison = result(ANNA, FinancialTools.COMPARISON, with(year, "benchmark", "syn.index"));
        assertThat(number(comparison, Metric.BETA))
                .isEqualTo(report.metrics().comparison().beta().orElseThrow());
        assertThat(comparison.href())
                .isEqualTo("/api/ai/performance-analytics?portfolio_id=" + sample.id()
                        + "&from=2023-12-31&to=2024-12-31&benchmark=SYN.INDEX");
        assertThat(number(result(ANNA, FinancialTools.DRAWDOWNS, year).rows().get(0), Metric.DRAWDOWN_DEPTH))
                .isEqualTo(report.drawdowns().get(0).depth());
    }

    @Test
    void givesACalendarYearTheReturnThatTheTableOfYearsGivesIt() {
        house.sample(ANNA);
        double alone = number(
                result(ANNA, FinancialTools.PERFORMANCE, Map.of("from", "2024-01-01", "to", "2024-12-31")),
                Metric.TIME_WEIGHTED_RETURN);
        ToolResult.Row inTable =
                result(ANNA, FinancialTools.PERFORMANCE, Map.of()).row("2024").orElseThrow();
        assertThat(number(inTable, Metric.YEAR_RETURN)).isCloseTo(alone, within(1e-12));
    }

    @Test
    void doesNotTakeASplitForAFall() {
        Portfolio portfolio = house.open(ANNA, "Mine", "USD");
        house.closes("ACME", "2024-01-01", "100", "110", "56", "54", "60");
        house.record(portfolio, "2024-01-01", "deposit", "", "", "", "1000");
        house.record(portfolio, "2024-01-01", "buy", "ACME", "10", "100", "");
        house.record(portfolio, "2024-01-03", "split", "ACME", "2", "", "");

        ToolResult risk = result(ANNA, FinancialTools.INSTRUMENT_RISK, Map.of("symbol", "acme"));
        ToolResult prices = result(ANNA, FinancialTools.PRICES, Map.of("symbol", "ACME"));

        assertThat(number(risk, Metric.MAX_DRAWDOWN)).isCloseTo(54.0 / 56 - 1, within(1e-12));
        assertThat(number(risk, Metric.PRICE_RETURN)).isCloseTo(0.2, within(1e-12));
        assertThat(number(prices, Metric.PRICE_RETURN)).isCloseTo(0.2, within(1e-12));
        assertThat(prices.notes()).containsExactly("Closes before 2024-01-03 are adjusted for the split of that day.");
        assertThat(prices.figures()).contains(Metric.HIGHEST_DATE.day(LocalDate.of(2024, 1, 5)));
    }

    @Test
    void countsTheFirstDayOfAPeriodForAnInstrumentAsWell() {
        house.open(ANNA, "Mine", "USD");
        house.closes("ACME", "2024-01-01", "100", "110", "121");
        ToolResult prices =
                result(ANNA, FinancialTools.PRICES, Map.of("symbol", "ACME", "from", "2024-01-02", "to", "2024-01-02"));
        assertThat(number(prices, Metric.PRICE_RETURN)).isCloseTo(0.1, within(1e-12));
        assertThat(prices.figures()).contains(Metric.FROM.day(LocalDate.of(2024, 1, 1)));
    }

    @Test
    void sumsTheFlowsOfOneInstrumentInAPeriod() {
        Portfolio portfolio = house.open(ANNA, "Mine", "USD");
        house.record(portfolio, "2024-01-01", "deposit", "", "", "", "5000");
        house.record(portfolio, "2024-01-02", "buy", "ACME", "10", "100", "");
        house.record(portfolio, "2024-02-01", "dividend", "ACME", "", "", "7.50");
        house.record(portfolio, "2024-03-01", "dividend", "ACME", "", "", "8.25");
        ToolResult flows = result(
                ANNA, FinancialTools.CASH_FLOWS, Map.of("symbol", "ACME", "from", "2024-02-02", "to", "2024-12-31"));
        assertThat(flows.figure(Metric.DIVIDENDS).orElseThrow().display()).isEqualTo("8.25 USD");
        assertThat(flows.figure(Metric.DEPOSITS).orElseThrow().display()).isEqualTo("0.00 USD");
    }

    @Test
    void listsTheLatestTransactionsFirst() {
        Portfolio portfolio = house.open(ANNA, "Mine", "USD");
        house.record(portfolio, "2024-01-01", "deposit", "", "", "", "5000");
        house.record(portfolio, "2024-01-02", "buy", "ACME", "10", "100", "");
        ToolResult found = result(ANNA, FinancialTools.TRANSACTIONS, Map.of("limit", "1"));
        assertThat(found.rows()).singleElement().satisfies(row -> assertThat(row.figures())
                .contains(Metric.TRADE_TYPE.text("buy"), Metric.SYMBOL.text("ACME")));
        assertThat(found.figures()).containsExactly(Metric.TRANSACTION_COUNT.count(2));
    }

    @Test
    void listsOnlyTheInstrumentsAskedForAndMarksTheBenchmarkOfTheSample() {
        house.sample(ANNA);
        ToolResult some =
                result(ANNA, FinancialTools.LIST_INSTRUMENTS, Map.of("symbols", "syn.chip NOSUCH it's, SYN.INDEX"));
        assertThat(some.rows()).extracting(ToolResult.Row::label).containsExactly("SYN.CHIP", "SYN.INDEX");
        assertThat(some.row("SYN.INDEX").orElseThrow().figure(Metric.BENCHMARK)).isPresent();
        assertThat(result(ANNA, FinancialTools.LIST_INSTRUMENTS, Map.of()).rows())
                .hasSize(13);
    }

    @Test
    void meansThePortfolioInViewThenTheLatest() {
        Portfolio first = house.open(ANNA, "First", "USD");
        house.open(ANNA, "Second", "USD");
        ToolContext looking = new ToolContext(ANNA, first.id());
        ToolResult listed = (ToolResult) house.tools.toolbox().call("list_portfolios", looking, ToolArguments.none());
        assertThat(listed.rows())
                .extracting(ToolResult.Row::label)
                .startsWith("First")
                .hasSize(2);
    }

    @Test
    void seesNothingOfAnotherUser() {
        Portfolio annas = house.sample(ANNA);
        assertThat(((ToolResult) call(BEN, FinancialTools.LIST_PORTFOLIOS, Map.of())).rows())
                .isEmpty();
        for (ToolSpecification tool : house.tools.toolbox().specifications()) {
            if (tool.parameters().stream().anyMatch(one -> one.name().equals("portfolio_id"))) {
                Map<String, String> complete =
                        with(required(tool), "portfolio_id", annas.id().toString());
                assertThat(call(BEN, tool, complete))
                        .as(tool.name())
                        .isInstanceOfSatisfying(ToolRefusal.class, refusal -> assertThat(refusal.reason())
                                .isEqualTo(ToolRefusal.Reason.UNKNOWN_OBJECT));
            }
        }
    }

    /** A value for everything that a tool must be told. */
    private static Map<String, String> required(ToolSpecification tool) {
        Map<String, String> values = Map.of(
                "symbol", "SYN.CHIP",
                "benchmark", "SYN.INDEX",
                "name", "Mine",
                "date", "2025-01-02",
                "type", "deposit",
                "side", "buy",
                "quantity", "1");
        Map<String, String> arguments = new HashMap<>();
        if (tool.equals(ScenarioTools.STRESS)) {
            arguments.put("change_percent", "-20");
        }
        tool.parameters().stream()
                .filter(parameter -> parameter.required() && !parameter.name().equals("portfolio_id"))
                .forEach(parameter -> arguments.put(
                        parameter.name(), Objects.requireNonNull(values.get(parameter.name()), parameter.name())));
        return arguments;
    }

    @Test
    void saysThatThereIsNoPortfolioOrNothingInIt() {
        assertThat(refusal(BEN, FinancialTools.HOLDINGS, Map.of()).reason()).isEqualTo(ToolRefusal.Reason.NO_PORTFOLIO);
        house.open(BEN, "Empty", "EUR");
        assertThat(refusal(BEN, FinancialTools.PERFORMANCE, Map.of()))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(ToolRefusal.Reason.NO_DATA))
                .satisfies(refusal -> assertThat(refusal.message()).contains("Empty has no transactions yet"));
        assertThat(refusal(BEN, FinancialTools.INSTRUMENT_RISK, Map.of("symbol", "NOPE"))
                        .message())
                .contains("no prices of NOPE");
    }

    @Test
    void refusesArgumentsThatAreNoneOfItsOwn() {
        house.sample(ANNA);
        assertThat(refusal(ANNA, FinancialTools.HOLDINGS, Map.of("portfolio_id", "1 or 1=1"))
                        .reason())
                .isEqualTo(ToolRefusal.Reason.BAD_ARGUMENTS);
        assertThat(refusal(ANNA, FinancialTools.HOLDINGS, Map.of("as_of", "2999-01-01"))
                        .reason())
                .isEqualTo(ToolRefusal.Reason.BAD_ARGUMENTS);
        assertThat(refusal(ANNA, FinancialTools.PRICES, Map.of("symbol", "<script>"))
                        .reason())
                .isEqualTo(ToolRefusal.Reason.BAD_ARGUMENTS);
        assertThat(refusal(ANNA, FinancialTools.RISK, Map.of("from", "2024-02-01", "to", "2024-01-01"))
                        .reason())
                .isEqualTo(ToolRefusal.Reason.BAD_ARGUMENTS);
        assertThat(refusal(
                                ANNA,
                                FinancialTools.HOLDINGS,
                                Map.of("portfolio_id", new PortfolioId(new UUID(9, 9)).toString()))
                        .reason())
                .isEqualTo(ToolRefusal.Reason.UNKNOWN_OBJECT);
    }

    private ToolOutcome call(UserId caller, ToolSpecification tool, Map<String, String> arguments) {
        return house.tools.toolbox().call(tool.name(), new ToolContext(caller, null), ToolArguments.of(arguments));
    }

    private ToolResult result(UserId caller, ToolSpecification tool, Map<String, String> arguments) {
        ToolOutcome outcome = call(caller, tool, arguments);
        assertThat(outcome).isInstanceOf(ToolResult.class);
        return (ToolResult) outcome;
    }

    private ToolRefusal refusal(UserId caller, ToolSpecification tool, Map<String, String> arguments) {
        ToolOutcome outcome = call(caller, tool, arguments);
        assertThat(outcome).isInstanceOf(ToolRefusal.class);
        return (ToolRefusal) outcome;
    }

    private static Map<String, String> with(Map<String, String> arguments, String name, String value) {
        Map<String, String> more = new HashMap<>(arguments);
        more.put(name, value);
        return more;
    }

    private static <T> T known(Valued<T> valued) {
        return ((Valued.Known<T>) valued).value();
    }

    private static double number(ToolResult result, Metric metric) {
        return number(result.figure(metric).orElseThrow());
    }

    private static double number(ToolResult.Row row, Metric metric) {
        return number(row.figure(metric).orElseThrow());
    }

    private static double number(Figure figure) {
        return figure.value() instanceof FigureValue.Percent percent
                ? percent.ratio()
                : ((FigureValue.Ratio) figure.value()).value();
    }
}
