package io.quantumleap.chat.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.evidence.CitedFigure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolResult.Row;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

    private static final ToolResult HOLDINGS = new ToolResult(
            "Holdings of Retirement on 2025-12-31",
            "/api/portfolio/1/holdings?as_of=2025-12-31",
            List.of(
                    Metric.AS_OF.day(LocalDate.of(2025, 12, 31)),
                    Metric.VALUE.amount(Money.of("119876.50", "USD")),
                    Metric.CASH.amount(Money.of("2000", "USD")),
                    Metric.HOLDING_COUNT.count(3)),
            List.of(
                    new Row(
                            "ACME",
                            List.of(
                                    Metric.QUANTITY.quantity(new BigDecimal("12.5")),
                                    Metric.VALUE.amount(Money.of("28051.10", "USD")),
                                    Metric.WEIGHT.percent(0.23404),
                                    Metric.UNREALISED_GAIN.gain(Money.of("-1126.25", "USD")))),
                    new Row(
                            "DAX",
                            List.of(Metric.VALUE.amount(Money.of("14505.06", "USD")), Metric.WEIGHT.percent(0.121))),
                    new Row("FTSE100", List.of(Metric.WEIGHT.percent(0.058)))),
            List.of());

    private static final ToolResult RISK = new ToolResult(
            "Risk of Retirement from 2016-01-04 to 2025-12-31",
            "/api/ai/performance-analytics?portfolio_id=1",
            List.of(
                    Metric.FROM.day(LocalDate.of(2016, 1, 4)),
                    Metric.TO.day(LocalDate.of(2025, 12, 31)),
                    Metric.TIME_WEIGHTED_RETURN.change(0.9134),
                    Metric.CAGR.change(-0.0521),
                    Metric.VOLATILITY.percent(0.1437),
                    Metric.SHARPE.ratio(0.5349),
                    Metric.VAR_95.percent(-0.0141),
                    Metric.MAX_DRAWDOWN.percent(-0.216),
                    Metric.PEAK_DATE.day(LocalDate.of(2020, 2, 19)),
                    Metric.TROUGH_DATE.day(LocalDate.of(2020, 3, 23)),
                    Metric.LENGTH_DAYS.count(311)),
            List.of(),
            List.of("Figures are annualised with 252 days a year."));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACME is worth 28,051.10 USD.",
                "ACME is worth $28,051.",
                "ACME is worth USD 28 051.10.",
                "ACME is worth about 28,000 dollars.",
                "ACME is worth roughly $28.1k.",
                "The portfolio is worth 0.12 million USD.",
                "The total is almost USD 120,000.",
                "The total is 119.876,50 USD.",
                "ACME makes up 23.4 % of the portfolio.",
                "ACME makes up 23.40% of the portfolio.",
                "ACME makes up 23 per cent of the portfolio.",
                "ACME makes up twenty-three percent of the portfolio.",
                "ACME makes up about a quarter: no, 23.4 %.",
                "ACME's weight is 0.234.",
                "ACME makes up 2,340 basis points of the portfolio.",
                "You hold 12.5 shares of ACME.",
                "You have 3 holdings, ACME, DAX and FTSE100.",
                "You have three holdings.",
                "Your 3 largest holdings are ACME, DAX and FTSE100.",
                "1. ACME: 23.4 %\n2. DAX: 12.1 %\n3. FTSE100: 5.8 %",
                "| ACME | 23.4 % |\n| DAX | 12.1 % |",
                "ACME has lost 1,126.25 USD.",
                "ACME shows an unrealised gain of −1,126.25 USD.",
                "ACME shows an unrealised loss of $1,126.",
                "ACME is your biggest holding. It makes up **23.4 %**.",
                "The return was +91.3 %.",
                "Your return was 91.34 percent from 2016-01-04 to 2025-12-31.",
                "It grew by -5.21 % a year.",
                "It lost 5.2 % a year.",
                "The growth rate was negative: 5.2 % a year.",
                "The maximum drawdown was 21.6 %.",
                "The maximum drawdown was -21.6 %, from 19 February 2020 to March 23, 2020.",
                "The trough was on 23.03.2020.",
                "The trough was in March 2020.",
                "The fall took place in 2020 and lasted 311 days.",
                "The drawdown from peak to trough took about 1 month.",
                "With 95 % confidence a day loses less than 1.41 %.",
                "The 95% VaR is 1.4 %.",
                "The Sharpe ratio is 0.53.",
                "The volatility is 14.37 % (annualised with 252 days).",
                "That is over the past 10 years.",
                "As of today, 2026-02-01, I have data up to 31 Dec 2025.",
                "There is nothing I can say about that.",
                "One of your holdings is ACME.",
                "As shown in [1], ACME is 23.4 %.",
            })
    void passesWhatTheResultsSay(String answer) {
        assertThat(check("How risky is my biggest holding?").reviewAll(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACME is worth 28,151.10 USD.",
                "ACME is worth 28,051.10 EUR.",
                "ACME is worth £28,051.10.",
                "ACME is worth 28.05 million USD.",
                "ACME is worth about 30,000 to 35,000 dollars.",
                "ACME makes up 24 % of the portfolio.",
                "ACME makes up 23.5 % of the portfolio.",
                "ACME makes up twenty-five per cent of the portfolio.",
                "ACME makes up a third of the portfolio.",
                "ACME makes up 23.4 basis points of the portfolio.",
                "ACME makes up ２９.４％ of the portfolio.",
                "ACME makes up 2\u200b9.4 % of the portfolio.",
                "ACME makes up 𝟐𝟗.𝟒 % of the portfolio.",
                "ACME makes up 12.1 % of the portfolio.",
                "DAX has a weight of 23.4 %.",
                "1. ACME: 12.1 %\n2. DAX: 23.4 %",
                "DAX is a holding of yours. It makes up 23.4 %.",
                "You hold 14 shares of ACME.",
                "You have 4 holdings.",
                "You have seven holdings.",
                "ACME has gained 1,126.25 USD.",
                "ACME shows an unrealised gain of 1,126.25 USD.",
                "ACME shows a change of 1,126.25 USD.",
                "The return was -91.3 %.",
                "The portfolio lost 91.3 %.",
                "It grew by 5.21 % a year.",
                "It gained 21.6 %.",
                "The maximum drawdown was 26.1 %.",
                "The trough was on 24 March 2020.",
                "The trough was in April 2020.",
                "The trough was on 2020-03-22.",
                "The fall took place in 2019.",
                "It lasted 312 days.",
                "The Sharpe ratio is 0.54.",
                "The Sharpe ratio is 5.3.",
                "That is over the past 7 years.",
                "Your portfolio doubled.",
                "You paid forty dollars in fees.",
                "It is annualised with 365 days.",
                "You hold 1e6 shares.",
            })
    void stopsWhatNoResultSays(String answer) {
        assertThat(check("How risky is my biggest holding?").reviewAll(answer)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How did I do over the last 3 months? | Over the last 3 months I have no data.",
                "How did I do since 2021-05-01? | There is no data since 2021-05-01.",
                "How did I do in March 2024? | I have nothing for March 2024.",
                "How did I do in 2011? | I have nothing for the year 2011.",
                "Is my weight in ACME 40 %? | No, ACME is 23.4 %, not 40 %.",
                "What is my VaR at 99 %? | I have no figure at the 99 % level.",
                "Show my top 10 holdings | These are your top 10 holdings, of which there are 3.",
            })
    void letsTheQuestionsOwnFiguresBeRepeated(String question, String answer) {
        assertThat(check(question).reviewAll(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is my portfolio worth 1,000,000 USD? | Yes, your portfolio is worth 1,000,000 USD.",
                "Is my weight in ACME 40 %? | Your weight in ACME is 40 %.",
                "Did I gain 55 %? | You gained 55 %.",
                "Was my worst day 2021-05-01? | Your worst day was 2021-05-01.",
            })
    void doesNotTakeTheQuestionsFiguresForFacts(String question, String answer) {
        assertThat(check(question).reviewAll(answer)).isNotEmpty();
    }

    @Test
    void takesTheNamesOfTheQuestionForNames() {
        assertThat(check("How is BIG.8E4B74 doing?").reviewAll("I know nothing of BIG.8E4B74."))
                .isEmpty();
        assertThat(check("Am I worth USD5000?").reviewAll("You are worth USD5000."))
                .isNotEmpty();
        assertThat(check("Am I worth 5M dollars?").reviewAll("You are worth 5M dollars."))
                .isNotEmpty();
    }

    @Test
    void namesTheFigureThatCannotBeTraced() {
        assertThat(check("?").reviewAll("ACME is 23.4 % and DAX is 99.9 %."))
                .singleElement()
                .asString()
                .startsWith("99.9 %");
    }

    @Test
    void citesTheFiguresThatTheAnswerUsesAndNoOthers() {
        GroundingCheck check = check("?");
        check.reviewAll("ACME is worth 28,051.10 USD, 23.4 % of the portfolio. Its volatility is unknown to me.");
        assertThat(check.sources()).singleElement().satisfies(source -> {
            assertThat(source.tool()).isEqualTo("holdings");
            assertThat(source.href()).isEqualTo("/api/portfolio/1/holdings?as_of=2025-12-31");
            assertThat(source.figures())
                    .containsExactly(
                            new CitedFigure("ACME value", "28,051.10 USD"), new CitedFigure("ACME weight", "23.40 %"));
        });
    }

    @Test
    void doesNotCiteWhatAStoppedSentenceUsed() {
        GroundingCheck check = check("?");
        check.reviewAll("ACME is 23.4 % and gains 77 % a year.");
        assertThat(check.sources()).isEmpty();
    }

    @Test
    void letsAnAnswerRepeatWhatAnEarlierAnswerCited() {
        Source earlier = new Source(
                "holdings",
                "Holdings of Retirement on 2024-12-31",
                "/h",
                List.of(
                        new CitedFigure("ACME weight", "31.25 %"),
                        new CitedFigure("ACME unrealised gain", "-12.00 USD")));
        GroundingCheck check = new GroundingCheck(new Evidence("and now?", List.of(earlier), TODAY));
        assertThat(check.reviewAll("On 2024-12-31 it was 31.3 %.")).isEmpty();
        assertThat(check.sources())
                .containsExactly(new Source(
                        "holdings",
                        "Holdings of Retirement on 2024-12-31",
                        "/h",
                        List.of(new CitedFigure("ACME weight", "31.25 %"))));
        assertThat(check.reviewAll("It was 41.3 %.")).isNotEmpty();
    }

    @Test
    void citesTheToolOfThisQuestionRatherThanAnEarlierAnswer() {
        Source earlier = new Source(
                "instrument_risk", "Risk of ACME", "/r", List.of(new CitedFigure("ACME volatility a year", "31.00 %")));
        Evidence evidence = new Evidence("And the risk of DAX?", List.of(earlier), TODAY);
        evidence.add("instrument_risk", risk("DAX", 0.31));
        GroundingCheck check = new GroundingCheck(evidence);

        assertThat(check.reviewAll("It has a volatility of 31.00 % a year.")).isEmpty();

        assertThat(check.sources()).singleElement().satisfies(source -> assertThat(source.title())
                .isEqualTo("Risk of DAX"));
    }

    @Test
    void knowsNothingWithoutResults() {
        GroundingCheck check = new GroundingCheck(new Evidence("What am I worth?", List.of(), TODAY));
        assertThat(check.reviewAll("You are worth 5 USD.")).isNotEmpty();
        assertThat(check.reviewAll("I do not know.")).isEmpty();
    }

    @Test
    void tellsApartTheRisksOfTwoInstruments() {
        Evidence evidence = new Evidence("?", List.of(), TODAY);
        evidence.add("instrument_risk", risk("ACME", 0.31));
        evidence.add("instrument_risk", risk("DAX", 0.19));
        assertThat(new GroundingCheck(evidence).reviewAll("ACME has a volatility of 31 %; that of DAX is 19 %."))
                .isEmpty();
        assertThat(new GroundingCheck(evidence).reviewAll("ACME has a volatility of 19 %; that of DAX is 31 %."))
                .hasSize(2);
    }

    @Test
    void reviewsALongTextOfManyNumbersQuickly() {
        String text = "12.3 % of 45,678.90 USD on 2020-01-01, ".repeat(400);
        long start = System.nanoTime();
        assertThat(check("?").reviewAll(text)).isNotEmpty();
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private static ToolResult risk(String symbol, double volatility) {
        return new ToolResult(
                "Risk of " + symbol,
                "/api/market/prices/" + symbol,
                List.of(Metric.SYMBOL.text(symbol), Metric.VOLATILITY.percent(volatility)),
                List.of(),
                List.of());
    }

    private static GroundingCheck check(String question) {
        Evidence evidence = new Evidence(question, List.of(), TODAY);
        evidence.add("holdings", HOLDINGS);
        evidence.add("risk", RISK);
        return new GroundingCheck(evidence);
    }
}
