package io.quantumleap.adapters.persistence.security;

import io.quantumleap.security.account.OverloadedException;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/**
 * Argon2id (RFC 9106) with the parameters of OWASP's password storage cheat sheet: 19 MiB, two passes, one lane. Only a few
 * hashes are computed at once and only a few more wait, so that a flood of sign-ins finds a closed door instead of taking
 * every processor and the heap.
 */
public final class Argon2idHasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int WAITING_PER_PERMIT = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SecureRandom random;
    private final Semaphore permits;
    private final int mostWaiting;

    /**
     * A hasher.
     *
     * @param atOnce how many hashes are computed at the same moment
     */
    public Argon2idHasher(SecureRandom random, int atOnce) {
        this.random = random;
        this.permits = new Semaphore(atOnce, true);
        this.mostWaiting = WAITING_PER_PERMIT * atOnce;
    }

    /** A hasher that leaves at least half of the processors to everyone else. */
    public static Argon2idHasher forThisMachine(SecureRandom random) {
        return new Argon2idHasher(random, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = bounded(() -> compute(Argon2Encoding.TODAY, salt, password, HASH_BYTES));
        return new PasswordHash(
                Argon2Encoding.of(Argon2Encoding.TODAY, salt, hash).encoded());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        Argon2Encoding stored = Argon2Encoding.parse(hash.encoded());
        byte[] wanted = stored.hashBytes();
        byte[] computed = bounded(() -> compute(stored.cost(), stored.saltBytes(), password, wanted.length));
        return MessageDigest.isEqual(computed, wanted);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !Argon2Encoding.parse(hash.encoded()).cost().equals(Argon2Encoding.TODAY);
    }

    @Override
    public boolean isFull() {
        return permits.getQueueLength() >= mostWaiting;
    }

    private static byte[] compute(Argon2Encoding.Cost cost, byte[] salt, Password password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(cost.parameters(salt));
        byte[] hash = new byte[length];
        generator.generateBytes(password.secret().getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private <T> T bounded(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void enter() {
        try {
            if (isFull() || !permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OverloadedException();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OverloadedException();
        }
    }
}
