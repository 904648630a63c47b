package io.quantumleap.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.account.port.BreachedPasswords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final Username ANNA = new Username("anna.smith");

    private static java.util.List<PasswordFault> check(String password) {
        return new PasswordRules(BreachedPasswords.NONE).check(ANNA, new Password(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quiet river 47 lamps",
                "correct horse battery",
                "ÄäÖöÜüßéàçñø",
                "密码很长而且没有人知道它",
                "🙂🐘🌊🏔🚲🎻🍋🧭🪁📎🧊🎈",
                "        spaced12        "
            })
    void takesAnythingThatIsLongAndNotEasy(String password) {
        assertThat(check(password)).isEmpty();
    }

    @Test
    void refusesWhatBecameKnownElsewhere() {
        Password stolen = new Password("quiet river 47 lamps");

        assertThat(new PasswordRules(stolen::equals).check(ANNA, stolen)).containsExactly(PasswordFault.BREACHED);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(check("🙂🐘🌊🏔🚲🎻🍋🧭🪁📎🧊")).containsExactly(PasswordFault.TOO_SHORT);
        assertThat(check("abcdefgh-ijk")).isEmpty();
        assertThat(check("abcdefgh-ij")).containsExactly(PasswordFault.TOO_SHORT);
        assertThat(check("xk29 ".repeat(25) + "abc")).as("128 characters").isEmpty();
        assertThat(check("xk29 ".repeat(25) + "abcd")).containsExactly(PasswordFault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password123!",
                "123456789012",
                "qwertyuiop123",
                "qwertyuiopas",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "ABCDEFGHIJKL",
                "QuantumLeap2026",
                "!!iloveyou!!1",
                "P@ssw0rd2024!!",
                "Welcome2Summer2025",
                "Letmein!Letmein",
                "m0nkey-Dragon-99"
            })
    void refusesWhatAnyoneWouldTryFirst(String password) {
        assertThat(check(password)).containsExactly(PasswordFault.TOO_EASY);
    }

    @Test
    void refusesTheUserNameInsideThePassword() {
        assertThat(check("my-Anna.Smith-2026")).containsExactly(PasswordFault.CONTAINS_NAME);
    }

    @Test
    void refusesWhatCannotBeTyped() {
        assertThat(check("long enough\u0000 with nul")).containsExactly(PasswordFault.UNPRINTABLE);
        assertThat(check("long enough \ud83d alone")).containsExactly(PasswordFault.UNPRINTABLE);
    }

    @Test
    void readsOnePasswordFromTwoKeyboards() {
        assertThat(new Password("Ang\u0301stro\u0308m")).isEqualTo(new Password("An\u01F5str\u00f6m"));
    }
}
