package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.RestApplication;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.token.PresentedToken;
import io.quantumleap.security.token.RecogniseCaller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who calls, before a route is chosen. On every path that is not public to the letter there must be a token, once
 * and in the {@code Authorization} header, with a good signature, which satisfies our policy, and whose session is
 * live. On a public path no token is looked at, so that nobody is anyone there.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {

    private static final System.Logger LOG = System.getLogger(AuthenticationFilter.class.getName());

    @Inject
    private AccessRules rules;

    @Inject
    private TokenVerifier verifier;

    @Inject
    private RecogniseCaller recognise;

    @Inject
    private CurrentCaller current;

    /** For the framework, which makes filters by this and then fills the fields. */
    public AuthenticationFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {
        String path = RestApplication.ROOT + slashed(request.getUriInfo().getPath(false));
        if (rules.isPublicPath(path)) {
            return;
        }
        List<String> values = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        if (values.isEmpty()) {
            request.abortWith(ProblemResponses.of(Challenges.missing()));
            return;
        }
        Optional<BearerToken> token = BearerToken.in(values);
        Optional<PresentedToken> remembered = token.flatMap(verifier::remembered);
        if (remembered.isPresent()) {
            admit(request, remembered.get());
        } else {
            verify(request, token);
        }
    }

    private void verify(ContainerRequestContext request, Optional<BearerToken> token) {
        Optional<PresentedToken> said = token.flatMap(TokenReader::read);
        if (token.isEmpty() || said.isEmpty()) {
            refuse(request, "malformed");
        } else if (!verifier.isGenuine(token.get(), said.get())) {
            refuse(request, "not genuine");
        } else {
            admit(request, said.get());
        }
    }

    private void admit(ContainerRequestContext request, PresentedToken token) {
        RecogniseCaller.Result result = recognise.recognise(token);
        if (result instanceof RecogniseCaller.Result.Recognised recognised) {
            current.is(recognised.caller());
        } else if (result instanceof RecogniseCaller.Result.Refused refused) {
            refuse(request, refused.reason().name());
        }
    }

    /** The caller hears only that the token is not accepted; the log says why. */
    private static void refuse(ContainerRequestContext request, String reason) {
        LOG.log(System.Logger.Level.INFO, "A token was not accepted: {0}", reason);
        request.abortWith(ProblemResponses.of(Challenges.invalid()));
    }

    private static String slashed(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }
}
