package io.quantumleap.security.session.port;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.RefreshDigest;
import io.quantumleap.security.session.RefreshGrant;
import io.quantumleap.security.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions of all users, with the refresh tokens of each. What one instance ends, every instance sees at once. */
public interface Sessions {

    /** Keeps a new session and its first refresh token. */
    void add(Session session, RefreshGrant first);

    /** The session with this id, live or not. */
    Optional<Session> find(SessionId id);

    /** The live sessions of a user, the last used first. */
    List<Session> liveOf(UserId user, Instant now);

    /**
     * The refresh token with this digest, used or not, locked until the unit of work ends, so that of two who come with the
     * same token only one is the first.
     */
    Optional<RefreshGrant> lock(RefreshDigest digest);

    /** Marks a refresh token as used, keeps its successor, and notes that the session was used. */
    void rotate(RefreshGrant used, RefreshGrant next, Instant now);

    /** Ends a session. Ending it again changes nothing. */
    void end(SessionId id, Instant now);

    /** Ends every session of a user. */
    void endAllOf(UserId user, Instant now);

    /** Ends every session of a user but one. */
    void endOthersOf(UserId user, SessionId kept, Instant now);

    /** Deletes the sessions that ended or expired before this moment, with their refresh tokens. */
    void forgetEndedBefore(Instant moment);
}
