package dev.rollcall.security.signin;

import dev.rollcall.api.problem.ProblemException;
import dev.rollcall.api.problem.ProblemKind;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.IdentityProviderManager;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The authorization code flow with the identity provider, step by step. It is asked by the one endpoint that needs it:
/// no other request is looked at, whatever it brings.
@ApplicationScoped
class CodeFlow {
    private static final Logger LOG = Logger.getLogger(CodeFlow.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SESSION = "q_session";

    private final OidcAuthenticationMechanism mechanism;
    private final IdentityProviderManager identities;

    CodeFlow(OidcAuthenticationMechanism mechanism, IdentityProviderManager identities) {
        this.mechanism = mechanism;
        this.identities = identities;
    }

    /// The claims about who comes back from the identity provider; empty where the request is not of one who does.
    ///
    /// @throws ProblemException if the flow failed, or the identity provider does not answer
    Optional<Map<String, Object>> finish(RoutingContext request) {
        var identity = waitFor(mechanism.authenticate(request, identities));
        forget(request);
        return identity != null && identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
                ? Optional.of(token.getClaims().getClaimsMap())
                : Optional.empty();
    }

    /// The URL to which the browser goes to sign in. The answer gets the cookie that ties the flow to this browser.
    ///
    /// @throws ProblemException if the identity provider does not answer
    String begin(RoutingContext request) {
        var challenge = waitFor(mechanism.getChallenge(request));
        if (challenge == null) {
            throw failed();
        }
        return challenge.getHeaders().entrySet().stream()
                .filter(header ->
                        HttpHeaders.LOCATION.equalsIgnoreCase(header.getKey().toString()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(CodeFlow::failed);
    }

    // What Quarkus would recognize the person by: the session of ours is the only one.
    private static void forget(RoutingContext request) {
        var names = request.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SESSION))
                .collect(Collectors.toSet());
        names.forEach(name -> request.response().removeCookies(name, true));
    }

    private static <T> @Nullable T waitFor(Uni<T> step) {
        try {
            return step.await().atMost(PATIENCE);
        } catch (RuntimeException failure) {
            // Its message can hold the claims of a person.
            LOG.infof("Sign-in failed: %s", failure.getClass().getSimpleName());
            LOG.debug("Sign-in failed", failure);
            throw isAway(failure)
                    ? new ProblemException(
                            ProblemKind.UNAVAILABLE, "The identity provider does not answer: try again in a moment.")
                    : failed();
        }
    }

    private static ProblemException failed() {
        return new ProblemException(
                ProblemKind.FORBIDDEN, "The sign-in could not be finished. Begin it again at /sign-in.");
    }

    private static boolean isAway(Throwable failure) {
        if (failure instanceof OIDCException) {
            return true;
        }
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // The last is what Quarkus makes of a connection that breaks.
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof NullPointerException) {
                return true;
            }
        }
        return false;
    }
}
