package io.quantumleap.security.audit;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts what happens often and by anybody's will, so that a flood of refusals becomes a few rows: one for each kind, person,
 * address and route, every time that the counts are written. Safe for use by many threads.
 */
public final class RefusalTally {

    private static final int MOST = 1_000;
    private static final String MANY = "many";

    private final Object lock = new Object();
    private Map<Key, Long> counts = new HashMap<>();

    private record Key(AuditAction action, AuditScene scene, String note) {}

    /** Nothing counted yet. */
    public RefusalTally() {}

    /** Counts one more. */
    public void count(AuditAction action, AuditScene scene, String note) {
        synchronized (lock) {
            Key key = new Key(action, scene, note);
            boolean room = counts.size() < MOST || counts.containsKey(key);
            counts.merge(room ? key : new Key(action, others(scene), MANY), 1L, Long::sum);
        }
    }

    /** Writes the counts and begins again at nothing; what could not be written is counted further. */
    public void writeTo(RecordAudit audit) {
        Map<Key, Long> taken;
        synchronized (lock) {
            taken = counts;
            counts = new HashMap<>();
        }
        try {
            taken.forEach((key, count) -> audit.write(key.action(), key.scene(), "", count, key.note()));
        } catch (RuntimeException notNow) {
            synchronized (lock) {
                taken.forEach((key, count) -> counts.merge(key, count, Long::sum));
            }
            throw notNow;
        }
    }

    private static AuditScene others(AuditScene scene) {
        return new AuditScene(null, MANY, scene.route(), MANY);
    }
}
