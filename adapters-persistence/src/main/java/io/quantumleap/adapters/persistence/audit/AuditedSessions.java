package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.AuditScene;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.session.RefreshDigest;
import io.quantumleap.security.session.RefreshGrant;
import io.quantumleap.security.session.Session;
import io.quantumleap.security.session.port.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Sessions whose beginning and end leave a trace in the audit log, in the same unit of work. */
public final class AuditedSessions implements Sessions {

    private final Sessions kept;
    private final RecordAudit audit;
    private final Supplier<AuditScene> scene;

    /** Audits what begins and ends there. */
    public AuditedSessions(Sessions kept, RecordAudit audit, Supplier<AuditScene> scene) {
        this.kept = kept;
        this.audit = audit;
        this.scene = scene;
    }

    /** Whoever signs in is nobody yet for the request itself. */
    @Override
    public void add(Session session, RefreshGrant first) {
        kept.add(session, first);
        AuditScene here = scene.get();
        AuditScene signedIn = new AuditScene(session.user().toString(), here.address(), here.route(), here.requestId());
        audit.write(AuditAction.SIGNED_IN, signedIn, session.id().toString(), 1, "");
    }

    @Override
    public void end(SessionId id, Instant now) {
        kept.end(id, now);
        audit.write(AuditAction.SIGNED_OUT, id.toString(), 1, "this session");
    }

    @Override
    public void endAllOf(UserId user, Instant now) {
        kept.endAllOf(user, now);
        audit.write(AuditAction.SIGNED_OUT, user.toString(), 1, "all sessions of the user");
    }

    @Override
    public void endOthersOf(UserId user, SessionId sparedOne, Instant now) {
        kept.endOthersOf(user, sparedOne, now);
        audit.write(AuditAction.SIGNED_OUT, user.toString(), 1, "all other sessions of the user");
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return kept.find(id);
    }

    @Override
    public List<Session> liveOf(UserId user, Instant now) {
        return kept.liveOf(user, now);
    }

    @Override
    public Optional<RefreshGrant> lock(RefreshDigest digest) {
        return kept.lock(digest);
    }

    @Override
    public void rotate(RefreshGrant used, RefreshGrant next, Instant now) {
        kept.rotate(used, next, now);
    }

    @Override
    public void forgetEndedBefore(Instant moment) {
        kept.forgetEndedBefore(moment);
    }
}
