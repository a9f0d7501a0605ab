package dev.rollcall.scim.security;

import dev.rollcall.activity.Call;
import dev.rollcall.activity.health.Mistake;
import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.CredentialStatus;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.organization.Prerequisite;
import dev.rollcall.scim.security.Admission.Admitted;
import dev.rollcall.scim.security.Admission.Refused;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.token.InvalidTokenException;
import dev.rollcall.token.TokenConfig;
import dev.rollcall.token.TokenVerifier;
import dev.rollcall.token.VerifiedToken;
import dev.rollcall.token.VerifiedTokens;
import dev.rollcall.token.state.Reading;
import dev.rollcall.web.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Decides about tokens. A token is verified once and then known by its hash until it expires; what may change
/// about it is asked from {@link CredentialStatuses} for every request. Nothing here blocks the caller.
@ApplicationScoped
class Admissions {
    private static final Logger LOG = Logger.getLogger(Admissions.class);

    private final VerifiedTokens<VerifiedToken> tokens;
    private final CredentialStatuses statuses;
    private final Clock clock;
    private final Duration leeway;

    Admissions(
            TokenVerifier verifier,
            CredentialStatuses statuses,
            ExecutorService workers,
            TokenConfig config,
            Clock clock) {
        this.tokens = new VerifiedTokens<>(
                token -> verifier.verify(token, SecretHash.of(token)), VerifiedToken::expires, workers, config, clock);
        this.statuses = statuses;
        this.clock = clock;
        this.leeway = config.leeway();
    }

    /// Whether the token may do what needs this access. Done already when it is known and was checked a moment
    /// ago; never fails.
    CompletableFuture<Admission> decide(String token, Access needed, Origin origin) {
        var decision = tokens.of(token).thenCompose(verified -> decide(verified, needed, origin));
        return decision.isDone() && !decision.isCompletedExceptionally()
                ? decision
                : decision.exceptionally(Admissions::refusal);
    }

    private CompletableFuture<Admission> decide(VerifiedToken token, Access needed, Origin origin) {
        return statuses.of(token.organizationId(), token.credentialId()).thenApply(reading -> switch (reading) {
            case Reading.Read<CredentialStatus> read ->
                read.value()
                        .map(status -> decide(token, status, needed, origin))
                        .orElseGet(() -> new Refused(
                                Refusal.INVALID_TOKEN, "unknown credential", caller(token, Mistake.WRONG_TOKEN)));
            case Reading.Unavailable<CredentialStatus> _ ->
                new Refused(Refusal.UNAVAILABLE, "no database", caller(token, null));
        });
    }

    private Admission decide(VerifiedToken token, CredentialStatus status, Access needed, Origin origin) {
        var credential = status.credential();
        if (!isOf(token, status)) {
            return new Refused(
                    Refusal.INVALID_TOKEN, "not the token that was issued", caller(token, Mistake.WRONG_TOKEN));
        }
        var time = clock.instant().minus(leeway);
        if (!credential.isLive(time) || !time.isBefore(token.expires())) {
            return credential.revoked() == null
                    ? new Refused(Refusal.INVALID_TOKEN, "expired", caller(token, Mistake.EXPIRED_TOKEN))
                    : new Refused(Refusal.INVALID_TOKEN, "revoked", caller(token, Mistake.REVOKED_TOKEN));
        }
        var scopes = scopes(token, credential);
        var refusal = refusal(status, scopes, needed);
        if (refusal != null) {
            return new Refused(refusal, refusal.name(), caller(token, null));
        }
        statuses.noteUse(credential.organizationId(), credential.id(), origin);
        return new Admitted(new ProvisioningClient(
                credential.organizationId(),
                credential.connectionId(),
                credential.id(),
                Tolerances.of(status.tolerances()),
                scopes,
                credential.userId(),
                AddressRule.of(
                        status.admittance().domainPolicy(), status.admittance().domains()),
                status.members(),
                Call.of(credential.organizationId(), credential.connectionId())));
    }

    private static Admission.Caller caller(VerifiedToken token, @Nullable Mistake mistake) {
        return new Admission.Caller(token.organizationId(), token.connectionId(), token.credentialId(), mistake);
    }

    /// Whether this is what became of the token: of a bearer token the very one is known, of an OAuth client's that it
    /// was given to the client.
    private static boolean isOf(VerifiedToken token, CredentialStatus status) {
        var credential = status.credential();
        return credential.kind() == token.kind()
                && credential.connectionId().equals(token.connectionId())
                && switch (token.kind()) {
                    case BEARER_TOKEN -> status.tokenHash().equals(token.hash());
                    case OAUTH_CLIENT -> true;
                };
    }

    private static Set<Scope> scopes(VerifiedToken token, Credential credential) {
        var scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(token.scopes());
        scopes.retainAll(credential.scopes());
        return scopes;
    }

    private static @Nullable Refusal refusal(CredentialStatus status, Set<Scope> scopes, Access needed) {
        var missing = status.admittance().missing(status.plan());
        if (missing.isPresent()) {
            return refusal(missing.get());
        }
        var refusal = switch (status.connectionState()) {
            case ON -> null;
            case PAUSED -> Refusal.CONNECTION_PAUSED;
            case OFF -> Refusal.CONNECTION_OFF;
        };
        if (refusal != null) {
            return refusal;
        }
        if (status.credential().userId() != null && !needed.openToUsers()) {
            return Refusal.ONLY_ME;
        }
        if (!Collections.disjoint(scopes, needed.scopes())) {
            return null;
        }
        return needed.scopes().contains(Scope.WRITE) ? Refusal.NO_WRITE_SCOPE : Refusal.NO_READ_SCOPE;
    }

    private static Refusal refusal(Prerequisite missing) {
        return switch (missing) {
            case PLAN -> Refusal.PLAN_WITHOUT_SCIM;
            case SINGLE_SIGN_ON -> Refusal.NO_SINGLE_SIGN_ON;
            case DOMAIN -> Refusal.NO_DOMAIN;
        };
    }

    private static Admission refusal(Throwable failure) {
        var cause = VerifiedTokens.cause(failure);
        if (cause instanceof InvalidTokenException invalid) {
            return new Refused(Refusal.INVALID_TOKEN, String.valueOf(invalid.getMessage()));
        }
        LOG.error("A token cannot be checked", cause);
        return new Refused(Refusal.UNAVAILABLE, "cannot be checked");
    }
}
