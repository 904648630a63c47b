package io.quantumleap.adapters.rest.chat.tool;

import static io.quantumleap.adapters.rest.chat.InMemoryHouse.ANNA;
import static io.quantumleap.adapters.rest.chat.InMemoryHouse.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.adapters.rest.chat.InMemoryHouse;
import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioToolsTest {

    private final InMemoryHouse house = new InMemoryHouse();
    private final Toolbox tools = house.tools.toolbox();
    private Portfolio portfolio;

    /** On 5 January: 10 ACME at 30, 2 DAX at 100, 500 in cash; a week before ACME stood at 20. */
    @BeforeEach
    void hold() {
        portfolio = house.open(ANNA, "Nest egg", "USD");
        house.record(portfolio, "2026-01-01", "deposit", "", "", "", "900");
        house.record(portfolio, "2026-01-01", "buy", "ACME", "10", "20", "");
        house.record(portfolio, "2026-01-01", "buy", "DAX", "2", "100", "");
        house.closes("ACME", "2026-01-01", "20", "22", "18", "24", "30");
        house.closes("DAX", "2026-01-01", "100", "90", "95", "98", "100");
    }

    @Test
    void saysWhichHoldingMadeTheLoss() {
        ToolResult result = result(ScenarioTools.CONTRIBUTION, Map.of("from", "2026-01-02", "to", "2026-01-03"));
        assertThat(result.rows()).extracting(ToolResult.Row::label).containsExactly("ACME", "DAX");
        assertThat(result.figures()).contains(Metric.GAIN.gain(usd("-30")));
        assertThat(result.rows().get(0).figures()).contains(Metric.GAIN.gain(usd("-20")));
        assertThat(number(result.rows().get(0).figure(Metric.OWN_RETURN).orElseThrow()))
                .isCloseTo(-0.1, within(1e-12));
    }

    @Test
    void stressesTheHoldingsAndLeavesTheCash() {
        ToolResult all = result(ScenarioTools.STRESS, Map.of("change_percent", "-20"));
        assertThat(all.figures()).contains(Metric.GAIN.gain(usd("-100.00")), Metric.VALUE_AFTER.amount(usd("900.00")));
        assertThat(all.rows()).extracting(ToolResult.Row::label).containsExactly("ACME", "DAX");
        ToolResult one = result(ScenarioTools.STRESS, Map.of("change_percent", "-50", "symbol", "DAX"));
        assertThat(one.figures()).contains(Metric.GAIN.gain(usd("-100.00")));
    }

    @Test
    void playsAStretchOfThePastAgain() {
        ToolResult result = result(ScenarioTools.STRESS, Map.of("from", "2026-01-02", "to", "2026-01-03"));
        // ACME 20 -> 18 on 300; DAX 100 -> 95 on 200.
        assertThat(result.figures()).contains(Metric.GAIN.gain(usd("-40.00")));
    }

    @Test
    void triesATradeOut() {
        ToolResult result =
                result(ScenarioTools.WHAT_IF_TRADE, Map.of("side", "sell", "symbol", "ACME", "quantity", "5"));
        assertThat(result.figures())
                .contains(
                        Metric.QUANTITY_AFTER.quantity(new BigDecimal("5")),
                        Metric.CASH_AFTER.amount(usd("650")),
                        Metric.WEIGHT_AFTER.percent(0.15));
        assertThat(result.notes()).anyMatch(note -> note.contains("Nothing is traded."));
        assertThat(house.viewHoldings
                        .view(ANNA, portfolio.id(), null)
                        .<Integer>fold(view -> view.holdings().size(), missing -> -1))
                .isEqualTo(2);
    }

    @Test
    void worksOutTheTradesToEqualAndToGivenWeights() {
        ToolResult equal = result(ScenarioTools.REBALANCE, Map.of());
        assertThat(equal.row("ACME").orElseThrow().figures())
                .contains(Metric.TRADE_TYPE.text("buy"), Metric.AMOUNT.amount(usd("200.00")));
        assertThat(equal.row("DAX").orElseThrow().figures()).contains(Metric.AMOUNT.amount(usd("300.00")));
        ToolResult given = result(ScenarioTools.REBALANCE, Map.of("targets", "ACME 10%, DAX: 40"));
        assertThat(given.row("ACME").orElseThrow().figures())
                .contains(Metric.TRADE_TYPE.text("sell"), Metric.AMOUNT.amount(usd("200.00")));
        assertThat(given.figures()).contains(Metric.CASH_AFTER.amount(usd("500.00")));
    }

    @Test
    void explainsAWord() {
        assertThat(result(ScenarioTools.GLOSSARY, Map.of("term", "Sharpe ratio"))
                        .figures()
                        .get(0)
                        .display())
                .contains("risk-free rate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stress | change_percent=-20;symbol=NONE | does not hold NONE",
                "stress | change_percent=-20;from=2026-01-01;to=2026-01-02 | or else both",
                "stress | from=2020-01-01;to=2020-01-02 | do not cover the days",
                "what_if_trade | side=sell;symbol=ACME;quantity=11 | cannot sell 11",
                "what_if_trade | side=buy;symbol=NONE;quantity=1 | no prices of NONE",
                "what_if_trade | side=buy;symbol=ACME;quantity=-1 | more than 0",
                "rebalance | targets=ACME 60 DAX 60 | more than 100",
                "rebalance | targets=drop table | must read like",
                "rebalance | targets=NONE 10 | held only: ACME, DAX",
                "contribution | from=2026-03-01;to=2026-01-02 | lies before the first",
                "glossary | term=recipe for pasta | no such word",
            })
    void saysWhatIsWrong(String tool, String arguments, String message) {
        ToolOutcome outcome = tools.call(tool, new ToolContext(ANNA, portfolio.id()), arguments(arguments));
        assertThat(outcome).isInstanceOfSatisfying(ToolRefusal.class, refusal -> assertThat(refusal.message())
                .contains(message));
    }

    @Test
    void renamesAPortfolioOnlyWhenTheProposalIsPerformed() {
        ToolArguments arguments =
                ToolArguments.of(Map.of("portfolio_id", portfolio.id().toString(), "name", "Old age"));
        ToolContext context = new ToolContext(ANNA, null);
        ToolResult proposed = (ToolResult) tools.call("rename_portfolio", context, arguments);
        assertThat(proposed.title()).isEqualTo("Rename Nest egg to Old age");
        assertThat(name()).isEqualTo("Nest egg");

        tools.perform(new Proposal("rename_portfolio", arguments, "-"), context);

        assertThat(name()).isEqualTo("Old age");
    }

    @Test
    void doesNotRenameAnotherPersonsPortfolio() {
        ToolArguments arguments =
                ToolArguments.of(Map.of("portfolio_id", portfolio.id().toString(), "name", "Mine"));
        ToolContext ben = new ToolContext(BEN, null);
        assertThat(tools.call("rename_portfolio", ben, arguments)).isInstanceOf(ToolRefusal.class);
        assertThat(tools.perform(new Proposal("rename_portfolio", arguments, "-"), ben))
                .isInstanceOf(ToolRefusal.class);
        assertThat(name()).isEqualTo("Nest egg");
    }

    @Test
    void recordsATransactionOnlyWhenTheProposalIsPerformed() {
        ToolArguments arguments =
                arguments("portfolio_id=" + portfolio.id() + ";date=2026-01-05;type=deposit;amount=50");
        ToolContext context = new ToolContext(ANNA, null);
        assertThat(((ToolResult) tools.call("record_transaction", context, arguments)).title())
                .isEqualTo("Record in Nest egg: deposit 50 on 2026-01-05");
        assertThat(worth()).isEqualTo(usd("1000"));
        tools.perform(new Proposal("record_transaction", arguments, "-"), context);
        assertThat(worth()).isEqualTo(usd("1050"));
    }

    @Test
    void recordsNothingThatTheLedgerRefuses() {
        ToolArguments arguments = arguments(
                "portfolio_id=" + portfolio.id() + ";date=2026-01-05;type=sell;symbol=ACME;quantity=99;price=1");
        assertThat(tools.perform(new Proposal("record_transaction", arguments, "-"), new ToolContext(ANNA, null)))
                .isInstanceOf(ToolRefusal.class);
        assertThat(worth()).isEqualTo(usd("1000"));
    }

    private String name() {
        return house.viewPortfolio.view(ANNA, portfolio.id()).name().value();
    }

    private Money worth() {
        return house.viewSummary.view(ANNA, portfolio.id(), null).fold(totals -> totals.value(), missing -> usd("0"));
    }

    private ToolResult result(ToolSpecification tool, Map<String, String> arguments) {
        return result(ANNA, tool, arguments);
    }

    private ToolResult result(UserId caller, ToolSpecification tool, Map<String, String> arguments) {
        ToolOutcome outcome =
                tools.call(tool.name(), new ToolContext(caller, portfolio.id()), ToolArguments.of(arguments));
        assertThat(outcome).isInstanceOf(ToolResult.class);
        return (ToolResult) outcome;
    }

    private static ToolArguments arguments(String text) {
        ToolArguments arguments = ToolArguments.none();
        for (String pair : text.split(";", -1)) {
            String[] parts = pair.split("=", 2);
            arguments = arguments.and(parts[0].strip(), parts[1].strip());
        }
        return arguments;
    }

    private static double number(Figure figure) {
        return ((FigureValue.Percent) figure.value()).ratio();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
