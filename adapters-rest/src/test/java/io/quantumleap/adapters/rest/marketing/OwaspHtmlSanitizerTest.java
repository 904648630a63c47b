package io.quantumleap.adapters.rest.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumleap.security.richtext.CleanHtml;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwaspHtmlSanitizerTest {

    /** All that may stand in a clean text: closing and opening elements of the list, and links as the sanitizer writes them. */
    private static final Pattern ALLOWED =
            Pattern.compile("</?(?:p|br|h2|h3|ul|ol|li|blockquote|strong|em|b|i|u|a)(?: /)?>"
                    + "|<a href=\"(?:https:|mailto:)[^\"<>]*\" rel=\"noopener noreferrer\">");

    private final OwaspHtmlSanitizer sanitizer = new OwaspHtmlSanitizer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>New in June</h2><p>Dear <strong>client</strong>,<br />markets <em>fell</em>.</p>",
                "<ul><li>one</li><li>two</li></ul>",
                "<blockquote><p>as they say</p></blockquote>",
                "<p>Call <a href=\"mailto:desk&#64;example.org\" rel=\"noopener noreferrer\">the desk</a></p>",
                "<a href=\"https://example.org/june?a&#61;1\" rel=\"noopener noreferrer\">more</a>"
            })
    void keepsWhatALetterNeeds(String html) {
        assertThat(sanitizer.sanitize(html)).isEqualTo(new CleanHtml(html, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<p>a<script>alert(1)</script>b</p>~<p>ab</p>~<script>",
                "<img src=x onerror=alert(1)>~''~<img>",
                "<p onclick=\"steal()\">a</p>~<p>a</p>~<p onclick>",
                "<a href=\"javascript:alert(1)\">a</a>~a~<a>",
                "<a href=\"http://example.org\">a</a>~a~<a>",
                "<p style=\"position:fixed\">a</p>~<p>a</p>~<p style>",
                "<form action=\"https://example.org\"><input name=\"password\"></form>~''~<form>",
            })
    void takesOutWhatCouldActAndSaysSo(String html, String clean, String removed) {
        CleanHtml sanitized = sanitizer.sanitize(html);

        assertThat(sanitized.html()).isEqualTo(clean);
        assertThat(sanitized.removed()).contains(removed);
    }

    @Test
    void takesTextForText() {
        assertThat(sanitizer.sanitize("O'Brien said: 1 < 2 & 3 > 2").html())
                .isEqualTo("O&#39;Brien said: 1 &lt; 2 &amp; 3 &gt; 2");
    }

    @Test
    void namesNoMoreThanAReaderCanUse() {
        StringBuilder odd = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            odd.append("<x").append(i).append('>');
        }
        assertThat(sanitizer.sanitize(odd.toString()).removed()).hasSize(50);
    }

    @Test
    void leavesNothingOfTheCollectedAttacksThatCouldAct() throws IOException {
        Path folder = Path.of(System.getProperty("quantumleap.shared.dir", "../../shared"), "corpora");
        assumeThat(folder).as("the corpora are not here").isDirectory();
        List<String> attacks;
        try (var lines = Files.lines(folder.resolve("xss.jsonl"))) {
            attacks = lines.filter(line -> !line.isBlank())
                    .map(OwaspHtmlSanitizerTest::payload)
                    .toList();
        }
        assertThat(attacks).hasSizeGreaterThan(200);
        assertThat(attacks).filteredOn(attack -> !isHarmless(attack)).isEmpty();
    }

    private boolean isHarmless(String attack) {
        String clean = sanitizer.sanitize(attack).html();
        boolean onlyAllowed = ALLOWED.matcher(clean).replaceAll("").indexOf('<') < 0;
        return onlyAllowed && sanitizer.sanitize(clean).html().equals(clean);
    }

    private static String payload(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject().getString("payload");
        }
    }
}
