package io.quantumleap.adapters.rest.chat.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.chat.InMemoryHouse;
import io.quantumleap.adapters.rest.chat.model.BuiltInAnalystModel;
import io.quantumleap.adapters.rest.chat.model.MaskedModel;
import io.quantumleap.adapters.rest.chat.model.ProviderEndpoint;
import io.quantumleap.adapters.rest.chat.model.WireChatModel;
import io.quantumleap.adapters.rest.chat.model.WireFormat;
import io.quantumleap.chat.analyst.BuiltInAnalyst;
import io.quantumleap.chat.conversation.Answer;
import io.quantumleap.chat.conversation.AnswerListener;
import io.quantumleap.chat.conversation.AskAssistant;
import io.quantumleap.chat.conversation.AssistantLimits;
import io.quantumleap.chat.conversation.FakeConversations;
import io.quantumleap.chat.conversation.FakeProposals;
import io.quantumleap.chat.conversation.Question;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.guardrail.port.KnownNames;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.port.ChatModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Asks the published questions over the sample portfolio and compares the answers with facts that another program worked out
 * ({@code expected.py}). The built-in analyst is held to a floor; {@code -Peval} with a base URL asks a provider instead.
 */
class AssistantEvaluationTest {

    private static final double FLOOR = 0.97;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?");

    private final InMemoryHouse house = new InMemoryHouse();

    record Case(String question, List<String> facts) {}

    @Test
    void answersThePublishedQuestions() throws IOException {
        List<Case> cases = cases();
        house.sample(InMemoryHouse.ANNA);
        String baseUrl = System.getProperty("eval.base-url", "");
        AskAssistant assistant = assistant(model(baseUrl));
        int right = 0;
        int withheld = 0;
        TokenUsage tokens = TokenUsage.NONE;
        List<Long> millis = new ArrayList<>();
        for (Case one : cases) {
            long start = System.nanoTime();
            String text;
            try {
                Answer answer = assistant
                        .ask(
                                new Question(InMemoryHouse.ANNA, one.question(), null, null),
                                AnswerListener.NONE,
                                new Cancellation())
                        .toCompletableFuture()
                        .join();
                text = answer.turn().text();
                tokens = tokens.plus(answer.turn().usage().orElse(TokenUsage.NONE));
            } catch (CompletionException failed) {
                text = "failed: " + failed.getCause();
            }
            millis.add((System.nanoTime() - start) / 1_000_000);
            String answered = text;
            boolean holds = one.facts().stream().allMatch(fact -> states(answered, fact));
            right += holds ? 1 : 0;
            withheld += text.contains("withheld") ? 1 : 0;
            if (!holds) {
                System.out.println("not right: " + one.question() + " | expected " + one.facts() + " | " + text);
            }
        }
        report(cases.size(), right, withheld, tokens, millis);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        if (baseUrl.isEmpty()) {
            assertThat(right / (double) cases.size()).isGreaterThanOrEqualTo(FLOOR);
        }
    }

    private static void report(int all, int right, int withheld, TokenUsage tokens, List<Long> millis) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        double price = tokens.input() * Double.parseDouble(System.getProperty("eval.price-in", "0")) / 1e6
                + tokens.output() * Double.parseDouble(System.getProperty("eval.price-out", "0")) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "evaluation: accuracy %.1f %% (%d of %d), answers with something withheld %d, latency median %d ms, 95 %% under %d ms,"
                        + " tokens %d in and %d out, cost %.4f%n",
                100.0 * right / all,
                right,
                all,
                withheld,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                tokens.input(),
                tokens.output(),
                price);
    }

    /** A number is stated when a number of the text is it, rounded as the text writes it; a word or a date when it is there. */
    private static boolean states(String text, String fact) {
        if (!fact.matches("-?\\d+(?:\\.\\d+)?")) {
            return text.contains(fact);
        }
        BigDecimal wanted = new BigDecimal(fact).abs();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            BigDecimal said = new BigDecimal(number.group().replace(",", ""));
            BigDecimal half =
                    BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, said.scale())).divide(BigDecimal.valueOf(2));
            boolean precise = said.scale() >= wanted.scale() - 1 || said.precision() >= 3;
            if (precise && said.subtract(wanted).abs().compareTo(half.max(new BigDecimal("0.006"))) <= 0) {
                return true;
            }
        }
        return false;
    }

    private ChatModel model(String baseUrl) {
        return baseUrl.isEmpty()
                ? new BuiltInAnalystModel(new BuiltInAnalyst(house.clock))
                : new MaskedModel(
                        WireChatModel.of(
                                ProviderEndpoint.at(
                                        WireFormat.OPENAI,
                                        baseUrl,
                                        System.getenv("EVAL_API_KEY"),
                                        System.getProperty("eval.model", "gpt-4o-mini")),
                                HttpClient.newHttpClient()),
                        KnownNames.NONE);
    }

    private AskAssistant assistant(ChatModel model) {
        return new AskAssistant(
                new FakeConversations(),
                new FakeProposals(),
                house.work,
                model,
                house.tools.toolbox(),
                UUID::randomUUID,
                house.clock,
                AssistantLimits.DEFAULT,
                Guardrails.DEFAULT,
                Runnable::run);
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                AssistantEvaluationTest.class.getResourceAsStream("questions.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" \\| ", 2);
                    cases.add(new Case(parts[0], Arrays.asList(parts[1].split(" ; ", -1))));
                }
            }
        }
        return cases;
    }
}
