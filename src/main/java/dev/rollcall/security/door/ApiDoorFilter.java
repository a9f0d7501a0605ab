package dev.rollcall.security.door;

import dev.rollcall.security.CurrentCaller;
import dev.rollcall.security.Proof;
import dev.rollcall.security.foreign.ForeignOperators;
import dev.rollcall.security.operator.OperatorProofs;
import dev.rollcall.security.session.SessionCookie;
import dev.rollcall.security.session.SessionProofs;
import dev.rollcall.security.throttling.ApiLimits;
import dev.rollcall.security.throttling.TooMany;
import dev.rollcall.web.AwaitedDecision;
import dev.rollcall.web.Origin;
import dev.rollcall.web.SafeMethods;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/// Lets a request below `/api` pass with the token of an operator or with a session only, whatever it asks for: it
/// runs before routing, so that who has no proof gets the same answer on every path.
///
/// It runs on the event loop. What needs the database or a signature check goes on a worker thread, and the request
/// is suspended until then.
@Provider
@PreMatching
@Priority(Stages.AUTHENTICATION)
class ApiDoorFilter implements ContainerRequestFilter {
    /// The property of a request that holds the {@link Proof.Proved}.
    static final String PROVED = ApiDoorFilter.class.getName() + ".proved";

    /// The property of a request that needs no proof, where nothing else is wrong with it.
    static final String OPEN = ApiDoorFilter.class.getName() + ".open";

    private static final Logger LOG = Logger.getLogger(ApiDoorFilter.class);
    private static final String UNFORGEABLE = "X-Rollcall-Request";

    private final OperatorProofs operators;
    private final ForeignOperators foreign;
    private final SessionProofs sessions;
    private final SessionCookie cookie;
    private final CurrentCaller current;
    private final ApiLimits limits;
    private final ExecutorService workers;

    ApiDoorFilter(
            OperatorProofs operators,
            ForeignOperators foreign,
            SessionProofs sessions,
            SessionCookie cookie,
            CurrentCaller current,
            ApiLimits limits,
            ExecutorService workers) {
        this.operators = operators;
        this.foreign = foreign;
        this.workers = workers;
        this.sessions = sessions;
        this.cookie = cookie;
        this.current = current;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        if (!ApiPaths.covers(path)) {
            return;
        }
        if (ApiPaths.isOpen(request.getMethod(), path)) {
            forgery(request)
                    .ifPresentOrElse(
                            refusal -> refuse(request, refusal, "forgeable"), () -> request.setProperty(OPEN, path));
            return;
        }
        switch (BroughtProof.of(request, cookie.values(request))) {
            case BroughtProof.None _ -> refuse(request, DoorRefusal.NO_PROOF, "no proof");
            case BroughtProof.Ambiguous _ -> refuse(request, DoorRefusal.AMBIGUOUS, "more than one proof");
            case BroughtProof.Token(var token) ->
                AwaitedDecision.take(request, decide(token), proof -> apply(request, proof, DoorRefusal.INVALID_TOKEN));
            case BroughtProof.Session(var secret) -> session(request, secret);
        }
    }

    private CompletableFuture<Proof> decide(String token) {
        return foreign.isIssuerOf(token)
                ? CompletableFuture.supplyAsync(() -> foreign.verify(token), workers)
                : operators.decide(token);
    }

    private void session(ContainerRequestContext request, String secret) {
        forgery(request)
                .ifPresentOrElse(
                        refusal -> refuse(request, refusal, "forgeable"),
                        () -> AwaitedDecision.take(
                                request,
                                sessions.decide(secret),
                                proof -> apply(request, proof, DoorRefusal.INVALID_SESSION)));
    }

    /// Whether a page of another site can have made a browser send it.
    private static Optional<DoorRefusal> forgery(ContainerRequestContext request) {
        if ("cross-site".equals(request.getHeaderString("Sec-Fetch-Site"))) {
            return Optional.of(DoorRefusal.CROSS_SITE);
        }
        return SafeMethods.contain(request.getMethod()) || request.getHeaderString(UNFORGEABLE) != null
                ? Optional.empty()
                : Optional.of(DoorRefusal.FORGEABLE);
    }

    /// Whether the request goes on.
    private boolean apply(ContainerRequestContext request, Proof proof, DoorRefusal otherwise) {
        return switch (proof) {
            case Proof.Proved proved -> {
                request.setProperty(PROVED, proved);
                current.set(proved);
                yield true;
            }
            case Proof.Refused(var reason) -> {
                limits.ofFailure(Origin.of(request).address())
                        .ifPresentOrElse(
                                wait -> refuse(request, TooMany.failures(wait), reason),
                                () -> refuse(request, otherwise, reason));
                yield false;
            }
            case Proof.Unavailable _ -> {
                refuse(request, DoorRefusal.UNAVAILABLE, "cannot be checked");
                yield false;
            }
        };
    }

    private static void refuse(ContainerRequestContext request, DoorRefusal refusal, String reason) {
        refuse(request, refusal.answer(), reason);
    }

    private static void refuse(ContainerRequestContext request, Response answer, String reason) {
        LOG.infof("Refused with %d: %s", answer.getStatus(), reason);
        request.abortWith(answer);
    }
}
