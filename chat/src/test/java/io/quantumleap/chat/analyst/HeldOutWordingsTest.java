package io.quantumleap.chat.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.conversation.ConversationId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Measures the analyst on wordings that it was not tuned on. */
class HeldOutWordingsTest {

    private final AnalystHarness analyst = new AnalystHarness();

    record Wording(String call, String says, String before, String text) {}

    @Test
    void understandsMostWordingsThatItHasNeverSeen() throws IOException {
        assertThat(accuracy("held-out.txt")).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void understandsMostWordingsThatWereWrittenAfterTheLastChange() throws IOException {
        assertThat(accuracy("fresh.txt")).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void understandsTheWordingsThatWereOnceHeldOut() throws IOException {
        assertThat(accuracy("known-wordings.txt")).isGreaterThanOrEqualTo(0.85);
    }

    private double accuracy(String file) throws IOException {
        List<Wording> wordings = wordings(file);
        int right = 0;
        for (Wording wording : wordings) {
            boolean answered = isRight(wording);
            right += answered ? 1 : 0;
            if (!answered && Boolean.getBoolean("analyst.show")) {
                System.out.println("not understood: " + wording.text());
            }
        }
        assertThat(wordings).hasSizeGreaterThan(60);
        System.out.printf(
                Locale.ROOT,
                "analyst %s: %d of %d right, %.1f %%%n",
                file,
                right,
                wordings.size(),
                100.0 * right / wordings.size());
        return right / (double) wordings.size();
    }

    private boolean isRight(Wording wording) {
        ConversationId conversation = wording.before().isEmpty()
                ? null
                : analyst.ask(wording.before()).conversation();
        String answer = analyst.ask(wording.text(), conversation).turn().text();
        boolean called = wording.call().equals("-")
                ? analyst.tools.calls.stream().allMatch(call -> call.startsWith("list_"))
                : analyst.tools.calls.contains(wording.call());
        return called && answer.contains(wording.says());
    }

    private static List<Wording> wordings(String file) throws IOException {
        List<Wording> wordings = new ArrayList<>();
        String call = "";
        String says = "";
        String before = "";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(HeldOutWordingsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("> ")) {
                    call = line.substring(2);
                    before = "";
                } else if (line.startsWith("= ")) {
                    says = line.substring(2);
                } else if (line.startsWith("< ")) {
                    before = line.substring(2);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    wordings.add(new Wording(call, says, before, line));
                }
            }
        }
        return wordings;
    }
}
