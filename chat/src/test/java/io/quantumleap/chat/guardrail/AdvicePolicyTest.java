package io.quantumleap.chat.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.guardrail.AdvicePolicy.Mode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvicePolicyTest {

    private static final AdvicePolicy GENERAL = new AdvicePolicy(Mode.GENERAL_INFORMATION, "Germany", null);
    private static final AdvicePolicy LICENSED =
            new AdvicePolicy(Mode.SUITABLE_ADVICE, null, "Suitability was checked.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You should sell DAX.",
                "I recommend buying more ACME.",
                "I would suggest that you reduce your position in ACME.",
                "You might want to consider selling a part.",
                "It is time to buy.",
                "Sell all your DAX.",
                "Consider increasing your cash.",
            })
    void withholdsPersonalRecommendations(String sentence) {
        assertThat(AdvicePolicy.DEFAULT.objection(sentence, Set.of())).isPresent();
        assertThat(GENERAL.objection(sentence, Set.of())).isPresent();
        assertThat(LICENSED.objection(sentence, Set.of("what_if_trade"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME is a strong buy.", "DAX looks overvalued.", "The market will surely recover."})
    void withholdsOpinionsAndForecastsWhereOnlyFactsAreAllowed(String sentence) {
        assertThat(AdvicePolicy.DEFAULT.objection(sentence, Set.of())).isPresent();
        assertThat(GENERAL.objection(sentence, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I do not give advice on what to buy, sell or hold.",
                "You sold 5 units of ACME on 2025-03-01.",
                "ACME: sell 30,092.27 USD, from 58.44 % to 33.33 %.",
                "Your biggest holding is ACME.",
                "I cannot say whether you should sell.",
                "You should know that fees are included.",
                "At the price of 90.10 USD a trade to sell 5 ACME would move 450.50 USD.",
                "These were your purchases: buy 5 ACME.",
            })
    void letsFactsThrough(String sentence) {
        assertThat(AdvicePolicy.DEFAULT.objection(sentence, Set.of())).isEmpty();
    }

    @Test
    void advisesOnlyOnWhatWasWorkedOutForThePortfolioWhereAdviceIsAllowed() {
        String advice = "You should reduce your position in ACME.";
        assertThat(LICENSED.objection(advice, Set.of("holdings", "performance")))
                .hasValueSatisfying(objection -> assertThat(objection).contains("consequences", "what_if_trade"));
        for (String tool : List.of("what_if_trade", "rebalance", "stress", "portfolio_health")) {
            assertThat(LICENSED.objection(advice, Set.of("holdings", tool)))
                    .as(tool)
                    .isEmpty();
        }
        assertThat(LICENSED.objection("ACME is a strong buy.", Set.of())).isEmpty();
    }

    @Test
    void putsTheDisclaimerOfThePolicyBelow() {
        assertThat(AdvicePolicy.DEFAULT.disclaimer()).isEmpty();
        assertThat(GENERAL.disclaimer().orElseThrow()).contains("no personal investment advice", "law of Germany");
        assertThat(LICENSED.disclaimer()).contains("Suitability was checked.");
    }
}
