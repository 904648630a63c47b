package io.quantumleap.chat.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.conversation.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInAnalystTest {

    private final AnalystHarness analyst = new AnalystHarness();

    record Form(String call, String says, String wording) {

        @Override
        public String toString() {
            return wording;
        }
    }

    static Stream<Form> forms() throws IOException {
        List<Form> forms = new ArrayList<>();
        String call = "";
        String says = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                BuiltInAnalystTest.class.getResourceAsStream("questions.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("> ")) {
                    call = line.substring(2);
                } else if (line.startsWith("= ")) {
                    says = line.substring(2).replace("\\n", "\n");
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    forms.add(new Form(call, says, line));
                }
            }
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void answersEachWordingOfEachForm(Form form) {
        Answer answer = analyst.ask(form.wording());

        assertThat(answer.turn().text()).contains(form.says());
        if (form.call().equals("-")) {
            assertThat(analyst.tools.calls).allMatch(call -> call.startsWith("list_"));
        } else {
            assertThat(analyst.tools.calls).contains(form.call());
        }
        assertThat(answer.turn().text()).doesNotContain("unknown", "withheld");
    }

    @Test
    void understandsAtLeastFortyForms() throws IOException {
        assertThat(forms().map(form -> form.call() + form.says()).distinct().count())
                .isGreaterThanOrEqualTo(60);
    }

    @Test
    void answersTheQuestionOfTheFirstPage() {
        Answer answer = analyst.ask("What is my biggest holding and how risky is it?");

        assertThat(answer.turn().text()).isEqualTo("""
                        Your biggest holding in Retirement is ACME: 12.5 units worth 70,051.10 USD on 2025-12-31, which is 58.44 % of \
                        the portfolio. It has gained 10,051.10 USD on its cost of 60,000.00 USD (16.75 %).

                        Measured by its prices from 2016-01-04 to 2025-12-31, ACME had a volatility of 31.19 % a year. Its maximum \
                        drawdown was 45.12 %, from 2021-11-08 to 2022-06-16, not recovered by 2025-12-31. With 95 % confidence it lost \
                        no more than 2.91 % in a day (value at risk); on the days beyond that it lost 4.15 % on average (expected \
                        shortfall). Over that time its price changed by 79.30 %.

                        For comparison, from 2016-01-04 to 2025-12-31 the whole portfolio had a volatility of 14.37 % a year and a \
                        maximum drawdown of 21.60 %.""");
        assertThat(answer.turn().sources())
                .extracting(source -> source.tool())
                .containsExactly("holdings", "instrument_risk", "risk");
        assertThat(answer.turn().sources().get(0).figures())
                .extracting(figure -> figure.name() + " " + figure.value())
                .contains("ACME value 70,051.10 USD", "ACME weight 58.44 %")
                .noneMatch(figure -> figure.startsWith("DAX"));
    }

    @Test
    void answersSeveralQuestionsAtOnce() {
        assertThat(analyst.ask("What is my portfolio worth, what is my volatility and how much did I pay in fees?")
                        .turn()
                        .text())
                .contains("119,876.50 USD", "14.37 %", "Fees: 45.67 USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How did I do in 2024? | And in 2023? | performance{from=2023-01-01, portfolio_id=p-1, to=2023-12-31}",
                "How did I do last year? | and the year before last? | performance{from=2024-01-01, portfolio_id=p-1, to=2024-12-31}",
                "How risky is DAX? | and ACME? | instrument_risk{portfolio_id=p-1, symbol=ACME}",
                "What is my biggest holding? | How risky is it? | instrument_risk{portfolio_id=p-1, symbol=ACME}",
                "Tell me about DAX | What's its volatility? | instrument_risk{portfolio_id=p-1, symbol=DAX}",
                "How did I do in March? | Why? | contribution{from=2025-03-01, portfolio_id=p-1, to=2025-03-31}",
                "How did I do in March? | and the index? | benchmark_comparison{benchmark=SYNX, from=2025-03-01, portfolio_id=p-1, to=2025-03-31}",
                "performance in March | what about the index? | benchmark_comparison{benchmark=SYNX, from=2025-03-01, portfolio_id=p-1, to=2025-03-31}",
                "Why did I lose money in March? | would I have been better off in the index? | benchmark_comparison{benchmark=SYNX, from=2025-03-01, portfolio_id=p-1, to=2025-03-31}",
                "Why did I lose money in March? | and in April? | contribution{from=2025-04-01, portfolio_id=p-1, to=2025-04-30}",
                "What was my return last year? | which holdings made it? | contribution{from=2025-01-01, portfolio_id=p-1, to=2025-12-31}",
                "How did I do in March? | what about April? | performance{from=2025-04-01, portfolio_id=p-1, to=2025-04-30}",
            })
    void takesFromTheQuestionBeforeWhatAFollowUpLeavesOut(String first, String second, String call) {
        Answer answer = analyst.ask(first);
        analyst.ask(second, answer.conversation());
        assertThat(analyst.tools.calls).contains(call);
    }

    @Test
    void renamesAPortfolioWhenThePersonConfirms() {
        Answer proposed = analyst.ask("Rename my portfolio to Old age");
        assertThat(analyst.tools.renamed).isEmpty();
        Answer done = analyst.ask("yes", proposed.conversation());
        assertThat(done.turn().text()).isEqualTo("Done: the portfolio is now called Old age.");
        assertThat(analyst.tools.renamed).containsExactly("Old age");
    }

    @Test
    void answersWhyAndWhetherTheIndexWasBetter() {
        Answer answer = analyst.ask("Why did I lose money in March, and would I have been better off in the index?");
        assertThat(answer.turn().text())
                .contains(
                        "From 2025-02-28 to 2025-03-31 you lost 1,834.20 USD with Retirement.",
                        "- DAX lost 2,410.75 USD, a return of its own of -5.61 %, which adds -2.01 % to the return of the whole.",
                        "- ACME gained 512.30 USD",
                        "So you would have been better off in SYNX.");
        assertThat(answer.turn().sources())
                .extracting(source -> source.tool())
                .containsExactly("contribution", "benchmark_comparison");
    }

    @Test
    void startsAfreshWhenTheNextQuestionHasItsOwnSubject() {
        Answer answer = analyst.ask("How risky is DAX?");
        assertThat(analyst.ask("How much cash do I have?", answer.conversation())
                        .turn()
                        .text())
                .contains("2,000.00 USD in cash");
    }

    @Test
    void saysWhatToDoWhenThereIsNoPortfolio() {
        analyst.tools.portfolios = List.of();
        assertThat(analyst.ask("What is my biggest holding?").turn().text())
                .startsWith("You have no portfolio yet.")
                .contains("import", "sample portfolio");
    }

    @Test
    void takesTheFirstPortfolioAndNamesItWhenThereAreSeveral() {
        analyst.tools.portfolios = List.of(
                FixtureTools.portfolio("Children 2040", "p-2", "EUR"),
                FixtureTools.portfolio("Retirement", "p-1", "USD"));
        Answer answer = analyst.ask("What is my biggest holding?");
        assertThat(analyst.tools.calls).contains("holdings{portfolio_id=p-2}");
        assertThat(answer.turn().text()).contains("in Children 2040", "This is about your portfolio Children 2040");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the biggest holding in Retirement?",
                "How much is retirement worth?",
                "RETIREMENT: my cash?"
            })
    void takesThePortfolioThatTheQuestionNames(String question) {
        analyst.tools.portfolios = List.of(
                FixtureTools.portfolio("Children 2040", "p-2", "EUR"),
                FixtureTools.portfolio("Retirement", "p-1", "USD"));
        Answer answer = analyst.ask(question);
        assertThat(analyst.tools.calls)
                .contains("holdings{portfolio_id=p-1}")
                .doesNotContain("holdings{portfolio_id=p-2}");
        assertThat(answer.turn().text()).doesNotContain("This is about your portfolio");
    }

    @Test
    void saysWhenAPeriodLiesOutsideTheData() {
        assertThat(analyst.ask("How did I do in 2011?").turn().text())
                .isEqualTo("There is no data for that period: Retirement has data from 2016-01-04 to 2025-12-31.");
    }

    @Test
    void answersEveryQuestionThatAnAnswerSuggests() {
        for (String question : List.of("help", "What do I own?", "How did I do?", "My risk?", "My total gain?")) {
            for (String suggestion : analyst.ask(question).suggestions()) {
                assertThat(analyst.ask(suggestion).turn().text())
                        .as(suggestion)
                        .containsPattern("\\d")
                        .doesNotContain("beyond me", "withheld");
            }
        }
    }

    @Test
    void doesNotTakeALongTextForAQuestion() {
        assertThat(analyst.ask("My holdings and my risk. ".repeat(40)).turn().text())
                .startsWith("That is beyond me.");
    }
}
