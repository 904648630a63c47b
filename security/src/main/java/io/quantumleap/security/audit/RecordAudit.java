package io.quantumleap.security.audit;

import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.audit.port.AuditTrail;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes to the log. Safe for use by many threads. */
public final class RecordAudit {

    private static final int LONGEST = 300;

    private final AuditTrail trail;
    private final Supplier<AuditScene> scene;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    /** @param scene tells the circumstances on the thread that asks */
    public RecordAudit(AuditTrail trail, Supplier<AuditScene> scene, UnitOfWork work, IdGenerator ids, Clock clock) {
        this.trail = trail;
        this.scene = scene;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes one row about what happens now; inside a unit of work it commits or vanishes with it. */
    public void write(AuditAction action, String subject, long count, String note) {
        write(action, scene.get(), subject, count, note);
    }

    /** Writes one row about what happened elsewhere. */
    public void write(AuditAction action, AuditScene where, String subject, long count, String note) {
        trail.append(
                new AuditEntry(ids.next(), clock.instant(), action, where, shortened(subject), count, shortened(note)));
    }

    /** Does something and writes about it in one unit of work: neither is there without the other. */
    public <T> T with(Supplier<T> effect, Function<T, Trace> trace) {
        return work.run(() -> {
            T result = effect.get();
            Trace told = trace.apply(result);
            write(told.action(), told.subject(), told.count(), told.note());
            return result;
        });
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** What is written about an effect. */
    public record Trace(AuditAction action, String subject, long count, String note) {

        /** One thing that was done. */
        public static Trace of(AuditAction action, String subject) {
            return new Trace(action, subject, 1, "");
        }
    }
}
