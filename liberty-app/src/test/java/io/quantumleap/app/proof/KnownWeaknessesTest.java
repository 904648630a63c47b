package io.quantumleap.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownWeaknessesTest {

    private static final Path ADVISORIES = Path.of("src", "test", "resources", "advisories");

    @TempDir
    private Path folder;

    private static Advisory advisory(String text) {
        return Advisory.of(Json.createReader(new StringReader(text)).readObject());
    }

    private static Advisory between(String events) {
        return advisory("""
                {"id": "X-1", "database_specific": {"severity": "HIGH"}, "affected": [{
                  "package": {"ecosystem": "Maven", "name": "org.example:lamp"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [%s]}], "versions": ["0.9-odd"]}]}""".formatted(events));
    }

    private static Component lamp(String version) {
        return Component.of("pkg:maven/org.example/lamp@" + version + "?type=jar");
    }

    @ParameterizedTest
    @CsvSource({
        "1.9, false",
        "1.10-rc1, false",
        "1.10, true",
        "1.10.0, true",
        "1.11.Final, true",
        "2.0-alpha-1, true",
        "2.0-SNAPSHOT, true",
        "2.0, false",
        "2.0.1, false",
        "3.0, true",
        "3.1, true",
        "3.1.1, false",
        "0.9-odd, true",
        "10.0, false"
    })
    void ordersVersionsAsMavenDoes(String version, boolean weak) {
        Advisory advisory = between("{\"fixed\": \"2.0\"}, {\"introduced\": \"1.10\"},"
                + " {\"introduced\": \"3.0\"}, {\"last_affected\": \"3.1\"}");

        assertThat(advisory.concerns(lamp(version))).isEqualTo(weak);
    }

    @Test
    void beginsBeforeEveryVersionWhereNoneIsNamed() {
        assertThat(between("{\"introduced\": \"0\"}, {\"fixed\": \"1.0\"}").concerns(lamp("0.0.1-alpha")))
                .isTrue();
        assertThat(between("{\"introduced\": \"0\"}").concerns(lamp("99"))).isTrue();
    }

    @Test
    void comparesTheWholeNameOfAPackage() {
        Advisory advisory = between("{\"introduced\": \"0\"}");

        assertThat(advisory.concerns(Component.of("pkg:maven/org.example/lamp-shade@1.0")))
                .isFalse();
        assertThat(advisory.concerns(Component.of("pkg:maven/org.other/lamp@1.0")))
                .isFalse();
    }

    @Test
    void knowsAWebJarByItsNameInNpm() {
        Advisory advisory = advisory("""
                {"id": "X-2", "affected": [{"package": {"ecosystem": "npm", "name": "uplot"},
                 "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "2.0.0"}]}]}]}""");

        assertThat(advisory.concerns(Component.of("pkg:maven/org.webjars.npm/uplot@1.6.30")))
                .isTrue();
        assertThat(advisory.severity()).as("nobody says how bad it is").isEqualTo(Severity.UNKNOWN);
        assertThat(advisory.severity().isCritical()).isTrue();
    }

    /** Scores that the National Vulnerability Database gives for these vectors. */
    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N, 9.1",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H, 7.5",
        "CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H, 7.0",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0.0"
    })
    void ratesAVectorWhereThereIsNoWord(String vector, double score) {
        assertThat(Cvss3.baseScore(vector)).isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:maven/org.postgresql/postgresql@42.7.1?type=jar",
                "pkg:maven/com.nimbusds/nimbus-jose-jwt@7.8",
                "pkg:maven/org.bouncycastle/bcprov-jdk18on@1.84"
            })
    void findsAPlantedCriticalComponent(String planted) throws IOException {
        KnownWeaknesses found =
                KnownWeaknesses.of(List.of(lamp("1.0"), Component.of(planted)), Advisory.in(ADVISORIES));

        assertThat(found.critical()).isNotEmpty();
        assertThat(found.page())
                .contains("CRITICAL")
                .contains(Component.of(planted).toString());
    }

    @Test
    void leavesOutWhatWasWithdrawn() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"id\": \"X-3\", \"withdrawn\": \"2026-01-01T00:00:00Z\"}");
        Files.writeString(folder.resolve("b.json"), "{\"id\": \"X-4\"}");

        assertThat(Advisory.in(folder)).extracting(Advisory::id).containsExactly("X-4");
    }

    @Test
    void doesNotTakeAnEmptyOrBrokenFolderForAGoodOne() throws IOException {
        assertThatThrownBy(() -> Advisory.in(folder)).isInstanceOf(IOException.class);
        Files.writeString(folder.resolve("a.json"), "{");
        assertThatThrownBy(() -> Advisory.in(folder)).isInstanceOf(IOException.class);
    }
}
