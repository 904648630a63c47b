package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.security.account.OverloadedException;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordHash;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idHasherTest {

    private static final Password PASSWORD = new Password("quiet river 47 lamps");

    private final Argon2idHasher hasher = new Argon2idHasher(new SecureRandom(), 1);

    @Test
    void knowsThePasswordAgainAndNoOther() {
        PasswordHash hash = hasher.hash(PASSWORD);

        assertThat(hasher.matches(PASSWORD, hash)).isTrue();
        assertThat(hasher.matches(new Password("quiet river 47 lamp"), hash)).isFalse();
        assertThat(hasher.matches(new Password(""), hash)).isFalse();
    }

    @Test
    void saltsEachHashAndWritesItsParameters() {
        PasswordHash one = hasher.hash(PASSWORD);
        PasswordHash two = hasher.hash(PASSWORD);

        assertThat(one).isNotEqualTo(two);
        assertThat(one.encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("river");
        assertThat(hasher.isOutdated(one)).isFalse();
    }

    /** From the test program of the reference implementation (P-H-C/phc-winner-argon2). */
    @Test
    void agreesWithTheReferenceImplementation() {
        PasswordHash published = new PasswordHash(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(hasher.matches(new Password("password"), published)).isTrue();
        assertThat(hasher.isOutdated(published)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2a$10$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=19456,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void refusesAStoredHashThatIsNoneOrCostsTooMuch(String stored) {
        assertThatThrownBy(() -> hasher.matches(PASSWORD, new PasswordHash(stored)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    }

    @Test
    void closesTheDoorToAFlood() {
        PasswordHash hash = hasher.hash(PASSWORD);
        ExecutorService crowd = Executors.newFixedThreadPool(64);
        try {
            List<CompletableFuture<String>> attempts = IntStream.range(0, 64)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> attempt(hash), crowd))
                    .toList();

            assertThat(attempts.stream().map(CompletableFuture::join)).contains("checked", "refused");
        } finally {
            crowd.shutdownNow();
        }
        assertThat(hasher.matches(PASSWORD, hash)).isTrue();
    }

    private String attempt(PasswordHash hash) {
        try {
            return hasher.matches(PASSWORD, hash) ? "checked" : "wrong";
        } catch (OverloadedException refused) {
            return "refused";
        }
    }
}
