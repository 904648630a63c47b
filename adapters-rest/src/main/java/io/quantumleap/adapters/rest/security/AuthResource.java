package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.session.OwnSessions;
import io.quantumleap.security.session.RefreshToken;
import io.quantumleap.security.session.SignOut;
import io.quantumleap.security.signin.Admission;
import io.quantumleap.security.signin.ChangePassword;
import io.quantumleap.security.signin.ClientAddress;
import io.quantumleap.security.signin.RefreshSession;
import io.quantumleap.security.signin.SignIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signing in, staying signed in, signing out, and the caller's own sessions and password. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Dependent
public class AuthResource {

    /** A page of another site cannot send this header here, since the server allows no cross-origin requests. */
    private static final String OWN_PAGE = "quantumleap";

    private final SignIn signIn;
    private final RefreshSession refresh;
    private final SignOut signOut;
    private final ChangePassword changePassword;
    private final OwnSessions ownSessions;
    private final PublishedKeys keys;
    private final RefreshCookie cookie;
    private final SignInPlace place;
    private final CurrentCaller current;

    /** Wires the resource. */
    @Inject
    public AuthResource(
            SignIn signIn,
            RefreshSession refresh,
            SignOut signOut,
            ChangePassword changePassword,
            OwnSessions ownSessions,
            PublishedKeys keys,
            RefreshCookie cookie,
            SignInPlace place,
            CurrentCaller current) {
        this.signIn = signIn;
        this.refresh = refresh;
        this.signOut = signOut;
        this.changePassword = changePassword;
        this.ownSessions = ownSessions;
        this.keys = keys;
        this.cookie = cookie;
        this.place = place;
        this.current = current;
    }

    /** Signs in. */
    @POST
    @Path("login")
    public Response login(
            @Valid @NotNull LoginJson login,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            @Context HttpServletRequest request) {
        place.requireHere();
        SignIn.Result result = signIn.signIn(
                login.username(),
                new Password(login.password()),
                Objects.requireNonNullElse(login.code(), ""),
                ClientAddress.of(request.getRemoteAddr()),
                userAgent == null ? "" : userAgent);
        if (result instanceof SignIn.Result.Admitted admitted) {
            return signedIn(admitted.admission(), request.isSecure());
        }
        if (result instanceof SignIn.Result.TooMany tooMany) {
            throw tooMany(tooMany.retryAfter());
        }
        if (result instanceof SignIn.Result.CodeNeeded) {
            throw Challenges.codeNeeded("A code of the second factor is needed.")
                    .asException();
        }
        if (result instanceof SignIn.Result.CodeWrong) {
            throw Challenges.codeNeeded("The code is wrong or was used before.").asException();
        }
        throw Challenges.refused("The user name or the password is wrong.").asException();
    }

    /** Exchanges the refresh cookie for a new access token. */
    @POST
    @Path("refresh")
    @Consumes(MediaType.WILDCARD)
    public Response refresh(
            @CookieParam(RefreshCookie.NAME) @Nullable String token,
            @HeaderParam("X-Requested-With") @Nullable String requestedWith,
            @HeaderParam("Sec-Fetch-Site") @Nullable String site,
            @Context HttpServletRequest request) {
        place.requireHere();
        requireOwnPage(requestedWith, site);
        if (token == null || token.isEmpty()) {
            throw Challenges.missing().asException();
        }
        RefreshSession.Result result = refresh.refresh(new RefreshToken(token));
        if (result instanceof RefreshSession.Result.GoesOn goesOn) {
            return signedIn(goesOn.admission(), request.isSecure());
        }
        throw Challenges.invalid()
                .withHeader(HttpHeaders.SET_COOKIE, cookie.clear(request.isSecure()))
                .asException();
    }

    /** Signs out, here. */
    @POST
    @Path("logout")
    @Consumes(MediaType.WILDCARD)
    public Response logout(@Context HttpServletRequest request) {
        signOut.signOut(current.caller());
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.clear(request.isSecure()))
                .build();
    }

    /** Changes the caller's password. */
    @POST
    @Path("password")
    public Response changePassword(@Valid @NotNull NewPasswordJson change, @Context HttpServletRequest request) {
        ChangePassword.Result result = changePassword.change(
                current.caller(),
                new Password(change.currentPassword()),
                new Password(change.newPassword()),
                ClientAddress.of(request.getRemoteAddr()));
        if (result instanceof ChangePassword.Result.TooMany tooMany) {
            throw tooMany(tooMany.retryAfter());
        }
        if (result instanceof ChangePassword.Result.PasswordRefused refused) {
            throw PasswordProblems.of("new_password", refused.faults()).asException();
        }
        if (result instanceof ChangePassword.Result.WrongPassword) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The current password is wrong.")
                    .withError("current_password", "wrong", "The current password is wrong.")
                    .asException();
        }
        return Response.noContent().build();
    }

    /** Who the caller is. */
    @GET
    @Path("me")
    public MeJson me() {
        return MeJson.of(current.caller());
    }

    /** Where the caller is signed in. */
    @GET
    @Path("sessions")
    public SessionsJson sessions() {
        Caller caller = current.caller();
        return new SessionsJson(
                ownSessions.list(caller).stream()
                        .map(session -> SessionJson.of(session, caller))
                        .toList(),
                null);
    }

    /** Signs out everywhere. */
    @DELETE
    @Path("sessions")
    public Response endAllSessions(@Context HttpServletRequest request) {
        ownSessions.endAll(current.caller());
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.clear(request.isSecure()))
                .build();
    }

    /** Ends one of the caller's sessions. */
    @DELETE
    @Path("sessions/{id}")
    public void endSession(@PathParam("id") String id) {
        ownSessions.end(current.caller(), sessionId(id));
    }

    /** The public keys that tokens are verified with. */
    @GET
    @Path("jwks")
    public String jwks() {
        return keys.json();
    }

    private Response signedIn(Admission admission, boolean overTls) {
        return Response.ok(SignedInJson.of(admission))
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie.set(admission.refreshToken(), admission.refreshExpiresIn(), overTls))
                .build();
    }

    private static void requireOwnPage(@Nullable String requestedWith, @Nullable String site) {
        boolean elsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
        if (!OWN_PAGE.equals(requestedWith) || elsewhere) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "Only this server's own page may ask for this.")
                    .withError("X-Requested-With", "missing", "The header X-Requested-With must be quantumleap.")
                    .asException();
        }
    }

    static ProblemException tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many attempts. Wait a moment before the next one.")
                .withRetryAfter(wait)
                .withHeader("RateLimit-Policy", "\"sign-in\";q=5")
                .withHeader("RateLimit", "\"sign-in\";r=0;t=" + seconds)
                .asException();
    }

    private static SessionId sessionId(String text) {
        try {
            return SessionId.parse(text);
        } catch (InvalidValueException noSuchId) {
            throw new MissingObjectException("You have no such session.");
        }
    }
}
