package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.security.account.Password;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1_000, 20_000})
    void findsEveryPasswordThatIsListedAndNoOther(int size) throws IOException {
        BreachedPasswordFile list = open(lines(size, "\n", true));

        for (int i = 0; i < size; i += Math.max(1, size / 500)) {
            assertThat(list.contain(new Password("stolen " + i)))
                    .as("stolen %d", i)
                    .isTrue();
            assertThat(list.contain(new Password("kept " + i))).as("kept %d", i).isFalse();
        }
    }

    @Test
    void findsThePasswordWhoseDigestThePublisherNames() throws IOException {
        // SHA-1 of "password", as the publisher's documentation shows it.
        BreachedPasswordFile list = open("5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:3861493\n");

        assertThat(list.contain(new Password("password"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void takesEitherEndOfLineAndListsWithoutCounts(String end) throws IOException {
        String text = lines(50, end, false);

        assertThat(open(text).contain(new Password("stolen 7"))).isTrue();
        assertThat(open(text.strip()).contain(new Password("stolen 7"))).isTrue();
        assertThat(open(text.toLowerCase(java.util.Locale.ROOT)).contain(new Password("stolen 7")))
                .isTrue();
    }

    @Test
    void refusesAFileThatIsSortedByCount() throws IOException {
        List<String> sorted = lines(100, "\n", true).lines().collect(Collectors.toList());
        java.util.Collections.reverse(sorted);

        assertThatThrownBy(() -> open(String.join("\n", sorted)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not sorted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "password1\npassword2\n", "5BAA61E4C9B93F3F0682250B6CF8331B:1\n"})
    void refusesAFileOfAnotherForm(String text) {
        assertThatThrownBy(() -> open(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() ->
                        BreachedPasswordFile.open(folder.resolve("nowhere").toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names a file that cannot be read");
    }

    private BreachedPasswordFile open(String text) throws IOException {
        return BreachedPasswordFile.open(
                Files.writeString(folder.resolve("breached"), text).toString());
    }

    private static String lines(int size, String end, boolean counts) {
        return IntStream.range(0, size)
                .mapToObj(i -> sha1("stolen " + i) + (counts ? ":" + (1L << (i % 40)) : ""))
                .sorted()
                .map(line -> line + end)
                .collect(Collectors.joining());
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
