package io.quantumleap.chat.analyst;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.chat.tool.port.WriteTool;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A small fixed world: two portfolios, a few instruments, ten years, and every figure of it known. */
final class FixtureTools {

    static final LocalDate FIRST = LocalDate.of(2016, 1, 4);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

    final List<String> calls = new ArrayList<>();
    final List<String> renamed = new ArrayList<>();
    List<Row> portfolios = List.of(portfolio("Retirement", "p-1", "USD"));

    List<Tool> all() {
        return List.of(
                tool(FinancialTools.LIST_PORTFOLIOS, this::listPortfolios),
                tool(FinancialTools.LIST_INSTRUMENTS, this::listInstruments),
                tool(FinancialTools.HOLDINGS, this::holdings),
                tool(FinancialTools.SUMMARY, this::summary),
                tool(FinancialTools.CASH_FLOWS, this::cashFlows),
                tool(FinancialTools.TRANSACTIONS, this::transactions),
                tool(FinancialTools.PRICES, this::prices),
                tool(FinancialTools.PERFORMANCE, this::performance),
                tool(FinancialTools.RISK, this::risk),
                tool(FinancialTools.DRAWDOWNS, this::drawdowns),
                tool(FinancialTools.HEALTH, this::health),
                tool(FinancialTools.COMPARISON, this::comparison),
                tool(FinancialTools.INSTRUMENT_RISK, this::instrumentRisk),
                tool(ScenarioTools.CONTRIBUTION, this::contribution),
                tool(ScenarioTools.STRESS, this::stress),
                tool(ScenarioTools.WHAT_IF_TRADE, this::trade),
                tool(ScenarioTools.REBALANCE, this::rebalance),
                new Renaming());
    }

    static Row portfolio(String name, String id, String currency) {
        return new Row(
                name,
                List.of(
                        Metric.PORTFOLIO_ID.text(id),
                        Metric.CURRENCY.text(currency),
                        Metric.FIRST_DATE.day(FIRST),
                        Metric.LAST_DATE.day(LocalDate.of(2025, 11, 3)),
                        Metric.TRANSACTION_COUNT.count(211)));
    }

    private interface Body {
        ToolOutcome call(ToolArguments arguments);
    }

    private Tool tool(ToolSpecification specification, Body body) {
        return new Tool() {
            @Override
            public ToolSpecification specification() {
                return specification;
            }

            @Override
            public ToolOutcome call(ToolContext context, ToolArguments arguments) {
                calls.add(specification.name() + new TreeMap<>(arguments.values()));
                return body.call(arguments);
            }
        };
    }

    private ToolOutcome listPortfolios(ToolArguments arguments) {
        return result("Your portfolios", List.of(), portfolios);
    }

    private ToolOutcome listInstruments(ToolArguments arguments) {
        List<String> wanted = arguments
                .text(FinancialTools.SYMBOLS)
                .map(symbols -> Arrays.asList(symbols.split(" ", -1)))
                .orElse(List.of("ACME", "COST", "DAX", "FTSE100", "SYNX"));
        List<Row> rows = new ArrayList<>();
        for (String symbol : List.of("ACME", "COST", "DAX", "FTSE100", "SYNX")) {
            if (wanted.contains(symbol)) {
                List<Figure> figures =
                        new ArrayList<>(List.of(Metric.FIRST_DATE.day(FIRST), Metric.LAST_DATE.day(LAST)));
                if (symbol.equals("SYNX")) {
                    figures.add(Metric.BENCHMARK.text("SYNX"));
                }
                rows.add(new Row(symbol, figures));
            }
        }
        return result("Instruments with prices", List.of(), rows);
    }

    private ToolOutcome holdings(ToolArguments arguments) {
        LocalDate day = arguments.date(FinancialTools.AS_OF).orElse(LAST);
        return result(
                "Holdings on " + day,
                List.of(
                        Metric.AS_OF.day(day),
                        Metric.VALUE.amount(usd("119876.50")),
                        Metric.CASH.amount(usd("2000")),
                        Metric.CASH_WEIGHT.percent(0.0167),
                        Metric.HOLDING_COUNT.count(3),
                        Metric.TOP_3_WEIGHT.percent(0.9833),
                        Metric.EFFECTIVE_HOLDINGS.ratio(2.31)),
                List.of(
                        holding("ACME", "12.5", "70051.10", "60000", "0.5844", "10051.10", 0.1675),
                        holding("DAX", "40", "40505.06", "45000", "0.3379", "-4494.94", -0.0999),
                        holding("FTSE100", "3", "7320.34", "7000", "0.0611", "320.34", 0.0458)));
    }

    private static Row holding(
            String symbol, String quantity, String value, String cost, String weight, String gain, double gainOnCost) {
        return new Row(
                symbol,
                List.of(
                        Metric.QUANTITY.quantity(new BigDecimal(quantity)),
                        Metric.VALUE.amount(usd(value)),
                        Metric.COST.amount(usd(cost)),
                        Metric.WEIGHT.percent(Double.parseDouble(weight)),
                        Metric.UNREALISED_GAIN.gain(usd(gain)),
                        Metric.UNREALISED_RETURN.change(gainOnCost)));
    }

    private ToolOutcome summary(ToolArguments arguments) {
        return result(
                "Totals up to " + LAST,
                List.of(
                        Metric.AS_OF.day(LAST),
                        Metric.VALUE.amount(usd("119876.50")),
                        Metric.CASH.amount(usd("2000")),
                        Metric.NET_CONTRIBUTIONS.amount(usd("100000")),
                        Metric.GAIN.gain(usd("19876.50")),
                        Metric.REALISED_GAIN.gain(usd("-500")),
                        Metric.UNREALISED_GAIN.gain(usd("5876.50")),
                        Metric.DIVIDENDS.amount(usd("1250.75")),
                        Metric.INTEREST.amount(usd("12.30")),
                        Metric.FEES.amount(usd("310.20")),
                        Metric.TAXES.amount(usd("44")),
                        Metric.HOLDING_COUNT.count(3),
                        Metric.TRANSACTION_COUNT.count(211)),
                List.of());
    }

    private ToolOutcome cashFlows(ToolArguments arguments) {
        return result(
                "Cash flows",
                with(
                        period(arguments),
                        Metric.DEPOSITS.amount(usd("12000")),
                        Metric.WITHDRAWALS.amount(usd("2500")),
                        Metric.DIVIDENDS.amount(usd("321.09")),
                        Metric.INTEREST.amount(usd("1.23")),
                        Metric.FEES.amount(usd("45.67")),
                        Metric.TAXES.amount(usd("8.90"))),
                List.of());
    }

    private ToolOutcome transactions(ToolArguments arguments) {
        int limit = arguments.wholeNumber(FinancialTools.LIMIT).orElse(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, 7); i++) {
            rows.add(new Row(
                    "Transaction " + (i + 1),
                    List.of(
                            Metric.TRADE_DATE.day(LocalDate.of(2025, 11, 3).minusDays(i)),
                            Metric.TRADE_TYPE.text("buy"),
                            Metric.SYMBOL.text(
                                    arguments.text(FinancialTools.SYMBOL).orElse("ACME")),
                            Metric.QUANTITY.quantity(BigDecimal.valueOf(2 + i)),
                            Metric.PRICE.amount(usd("90.10")),
                            Metric.AMOUNT.amount(usd("180.20")))));
        }
        return result("Transactions", List.of(Metric.TRANSACTION_COUNT.count(211)), rows);
    }

    private ToolOutcome prices(ToolArguments arguments) {
        return result(
                "Prices",
                with(
                        period(arguments),
                        Metric.SYMBOL.text(arguments.text(FinancialTools.SYMBOL).orElseThrow()),
                        Metric.FIRST_CLOSE.amount(usd("50.25")),
                        Metric.LAST_CLOSE.amount(usd("90.10")),
                        Metric.HIGHEST_CLOSE.amount(usd("99.99")),
                        Metric.HIGHEST_DATE.day(LocalDate.of(2024, 7, 15)),
                        Metric.LOWEST_CLOSE.amount(usd("31.40")),
                        Metric.LOWEST_DATE.day(LocalDate.of(2020, 3, 23)),
                        Metric.PRICE_RETURN.change(0.793)),
                List.of());
    }

    private ToolOutcome performance(ToolArguments arguments) {
        return result(
                "Performance",
                with(
                        period(arguments),
                        Metric.TIME_WEIGHTED_RETURN.change(-0.0312),
                        Metric.CAGR.change(0.067),
                        Metric.GAIN.gain(usd("-1234.56")),
                        Metric.MONEY_WEIGHTED_RETURN.change(0.071)),
                List.of(
                        new Row("2023", List.of(Metric.YEAR_RETURN.change(-0.0811))),
                        new Row("2024", List.of(Metric.YEAR_RETURN.change(0.1522))),
                        new Row("2025", List.of(Metric.YEAR_RETURN.change(0.0433)))));
    }

    private ToolOutcome risk(ToolArguments arguments) {
        ToolResult measured = (ToolResult) result(
                "Risk",
                with(
                        period(arguments),
                        Metric.VOLATILITY.percent(0.1437),
                        Metric.DOWNSIDE_DEVIATION.percent(0.1022),
                        Metric.SHARPE.ratio(0.53),
                        Metric.SORTINO.ratio(0.74),
                        Metric.VAR_95.percent(-0.0141),
                        Metric.EXPECTED_SHORTFALL_95.percent(-0.0208),
                        Metric.SKEWNESS.ratio(-0.21),
                        Metric.EXCESS_KURTOSIS.ratio(1.92),
                        Metric.ULCER_INDEX.percent(0.0633),
                        Metric.BEST_DAY.change(0.0512),
                        Metric.WORST_DAY.change(-0.0634),
                        Metric.POSITIVE_DAYS.percent(0.5421),
                        Metric.MAX_DRAWDOWN.percent(-0.216),
                        Metric.PEAK_DATE.day(LocalDate.of(2020, 2, 19)),
                        Metric.TROUGH_DATE.day(LocalDate.of(2020, 3, 23)),
                        Metric.RECOVERY_DATE.day(LocalDate.of(2020, 12, 26))),
                List.of());
        return new ToolResult(
                measured.title(),
                measured.href(),
                measured.figures(),
                List.of(),
                List.of("Calmar ratio is not available: the period is shorter than a year."));
    }

    private ToolOutcome drawdowns(ToolArguments arguments) {
        return result(
                "Drawdowns",
                with(period(arguments), Metric.CURRENT_DRAWDOWN.percent(-0.0123)),
                List.of(
                        new Row(
                                "Drawdown 1",
                                List.of(
                                        Metric.DRAWDOWN_DEPTH.percent(-0.216),
                                        Metric.PEAK_DATE.day(LocalDate.of(2020, 2, 19)),
                                        Metric.TROUGH_DATE.day(LocalDate.of(2020, 3, 23)),
                                        Metric.RECOVERY_DATE.day(LocalDate.of(2020, 12, 26)),
                                        Metric.LENGTH_DAYS.count(311))),
                        new Row(
                                "Drawdown 2",
                                List.of(
                                        Metric.DRAWDOWN_DEPTH.percent(-0.0987),
                                        Metric.PEAK_DATE.day(LocalDate.of(2022, 1, 4)),
                                        Metric.TROUGH_DATE.day(LocalDate.of(2022, 10, 12)),
                                        Metric.LENGTH_DAYS.count(1457)))));
    }

    private ToolOutcome health(ToolArguments arguments) {
        return result(
                "Health",
                with(
                        period(arguments),
                        Metric.OVERALL_SCORE.ratio(66.83),
                        Metric.PERFORMANCE_SCORE.ratio(93.12),
                        Metric.DIVERSIFICATION_SCORE.ratio(54.15),
                        Metric.RISK_SCORE.ratio(42),
                        Metric.BEST_SCORE.count(100),
                        Metric.RISK_LEVEL.text("critical"),
                        Metric.PROBABILISTIC_SHARPE.percent(0.9312),
                        Metric.CONCENTRATION.ratio(0.4585),
                        Metric.VOLATILITY.percent(0.1437)),
                List.of(
                        new Row(
                                "ACME",
                                List.of(
                                        Metric.RISK_LEVEL.text("critical"),
                                        Metric.SHARE_OF_INVESTED.percent(0.5943),
                                        Metric.LINE.percent(0.25),
                                        Metric.TO_CASH.percent(0.459))),
                        new Row(
                                "Drawdown",
                                List.of(
                                        Metric.RISK_LEVEL.text("medium"),
                                        Metric.CURRENT_DRAWDOWN.percent(-0.1123),
                                        Metric.LINE.percent(0.1),
                                        Metric.GAIN_TO_PEAK.change(0.1265)))));
    }

    private ToolOutcome comparison(ToolArguments arguments) {
        return result(
                "Comparison",
                with(
                        period(arguments),
                        Metric.BENCHMARK.text(
                                arguments.text(FinancialTools.BENCHMARK_SYMBOL).orElseThrow()),
                        Metric.TIME_WEIGHTED_RETURN.change(0.9134),
                        Metric.BENCHMARK_RETURN.change(1.0125),
                        Metric.EXCESS_RETURN.change(-0.0991),
                        Metric.VOLATILITY.percent(0.1437),
                        Metric.BENCHMARK_VOLATILITY.percent(0.1533),
                        Metric.MAX_DRAWDOWN.percent(-0.216),
                        Metric.BENCHMARK_MAX_DRAWDOWN.percent(-0.2544),
                        Metric.BETA.ratio(0.93),
                        Metric.ALPHA.change(-0.0042),
                        Metric.CORRELATION.ratio(0.9),
                        Metric.R_SQUARED.ratio(0.81),
                        Metric.TRACKING_ERROR.percent(0.0612),
                        Metric.INFORMATION_RATIO.ratio(-0.15)),
                List.of());
    }

    private ToolOutcome instrumentRisk(ToolArguments arguments) {
        String symbol = arguments.text(FinancialTools.SYMBOL).orElseThrow();
        if (symbol.equals("FTSE100")) {
            return new ToolRefusal(
                    ToolRefusal.Reason.NO_DATA,
                    "There are no prices of FTSE100 in that period; they begin on 2026-01-05.");
        }
        return result(
                "Risk of " + symbol,
                with(
                        period(arguments),
                        Metric.SYMBOL.text(symbol),
                        Metric.VOLATILITY.percent(0.3119),
                        Metric.VAR_95.percent(-0.0291),
                        Metric.EXPECTED_SHORTFALL_95.percent(-0.0415),
                        Metric.MAX_DRAWDOWN.percent(-0.4512),
                        Metric.PEAK_DATE.day(LocalDate.of(2021, 11, 8)),
                        Metric.TROUGH_DATE.day(LocalDate.of(2022, 6, 16)),
                        Metric.PRICE_RETURN.change(0.793)),
                List.of());
    }

    private ToolOutcome contribution(ToolArguments arguments) {
        return result(
                "Contributions",
                with(
                        period(arguments),
                        Metric.GAIN.gain(usd("-1834.20")),
                        Metric.OTHER_GAIN.gain(usd("0")),
                        Metric.START_VALUE.amount(usd("120000"))),
                List.of(
                        contribution("DAX", "-2410.75", -0.0561, -0.0201),
                        contribution("FTSE100", "64.25", 0.0088, 0.0005),
                        contribution("ACME", "512.30", 0.0074, 0.0043)));
    }

    private static Row contribution(String symbol, String gain, double own, double part) {
        return new Row(
                symbol,
                List.of(Metric.GAIN.gain(usd(gain)), Metric.OWN_RETURN.change(own), Metric.CONTRIBUTION.change(part)));
    }

    private ToolOutcome stress(ToolArguments arguments) {
        List<Figure> figures = new ArrayList<>(List.of(
                Metric.GAIN.gain(usd("-23575.30")),
                Metric.VALUE.amount(usd("119876.50")),
                Metric.VALUE_AFTER.amount(usd("96301.20"))));
        arguments
                .number("change_percent")
                .ifPresent(change -> figures.add(Metric.CHANGE.change(change.doubleValue() / 100)));
        if (figures.size() == 3) {
            figures.addAll(period(arguments));
        }
        return result(
                "Scenario",
                figures,
                List.of(
                        new Row("ACME", List.of(Metric.GAIN.gain(usd("-14010.22")))),
                        new Row("DAX", List.of(Metric.GAIN.gain(usd("-8101.01"))))));
    }

    private ToolOutcome trade(ToolArguments arguments) {
        return result(
                "Trying out",
                List.of(
                        Metric.SYMBOL.text(arguments.text("symbol").orElseThrow()),
                        Metric.PRICE.amount(usd("90.10")),
                        Metric.AMOUNT.amount(usd("450.50")),
                        Metric.TRADED_QUANTITY.quantity(
                                arguments.number("quantity").orElseThrow()),
                        Metric.QUANTITY_AFTER.quantity(
                                arguments.number("quantity").orElseThrow().add(BigDecimal.ONE)),
                        Metric.WEIGHT.percent(0.5844),
                        Metric.WEIGHT_AFTER.percent(0.5806),
                        Metric.CASH_AFTER.amount(usd("2450.50"))),
                List.of());
    }

    private ToolOutcome rebalance(ToolArguments arguments) {
        return result(
                "Trades",
                List.of(Metric.AS_OF.day(LAST), Metric.TURNOVER.percent(0.2511)),
                List.of(new Row(
                        "ACME",
                        List.of(
                                Metric.TRADE_TYPE.text("sell"),
                                Metric.AMOUNT.amount(usd("30092.27")),
                                Metric.WEIGHT.percent(0.5844),
                                Metric.TARGET_WEIGHT.percent(0.3333)))));
    }

    private final class Renaming implements WriteTool {

        @Override
        public ToolSpecification specification() {
            return ScenarioTools.RENAME_PORTFOLIO;
        }

        @Override
        public ToolOutcome call(ToolContext context, ToolArguments arguments) {
            calls.add("rename_portfolio" + new TreeMap<>(arguments.values()));
            return result("Rename Retirement to " + arguments.text("name").orElseThrow(), List.of(), List.of());
        }

        @Override
        public ToolOutcome perform(ToolContext context, ToolArguments arguments) {
            renamed.add(arguments.text("name").orElseThrow());
            return result("the portfolio is now called " + renamed.get(0), List.of(), List.of());
        }
    }

    private static List<Figure> period(ToolArguments arguments) {
        return List.of(
                Metric.FROM.day(arguments
                        .date(FinancialTools.FROM)
                        .map(day -> day.minusDays(1))
                        .filter(FIRST::isBefore)
                        .orElse(FIRST)),
                Metric.TO.day(arguments.date(FinancialTools.TO).orElse(LAST)));
    }

    private static List<Figure> with(List<Figure> first, Figure... more) {
        List<Figure> figures = new ArrayList<>(first);
        figures.addAll(List.of(more));
        return figures;
    }

    private static ToolOutcome result(String title, List<Figure> figures, List<Row> rows) {
        return new ToolResult(
                title, "/api/" + title.toLowerCase(Locale.ROOT).replace(' ', '-'), figures, rows, List.of());
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
