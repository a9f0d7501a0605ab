package dev.rollcall.security.operator;

import dev.rollcall.digest.SecretHash;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Proof;
import dev.rollcall.token.InvalidTokenException;
import dev.rollcall.token.JwtCheck;
import dev.rollcall.token.TokenConfig;
import dev.rollcall.token.VerifiedTokens;
import dev.rollcall.token.state.Reading;
import dev.rollcall.token.state.Readings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Decides about the tokens of operators. Nothing here blocks the caller.
@ApplicationScoped
public class OperatorProofs {
    private static final Logger LOG = Logger.getLogger(OperatorProofs.class);
    private static final Set<String> REQUIRED_CLAIMS =
            Set.of(Claims.sub.name(), Claims.iat.name(), Claims.exp.name(), Claims.jti.name(), "scope");

    private final VerifiedTokens<Verified> verified;
    private final Readings<Verified, OperatorToken> readings;
    private final OperatorTokens tokens;
    private final Clock clock;
    private final Duration leeway;

    OperatorProofs(
            JwtCheck check,
            OperatorTokens tokens,
            OperatorConfig operators,
            TokenConfig config,
            ExecutorService workers,
            Clock clock) {
        this.verified = new VerifiedTokens<>(
                token -> verified(check.claims(token, operators.audience(), REQUIRED_CLAIMS), token),
                Verified::expires,
                workers,
                config,
                clock);
        this.readings = new Readings<>(
                token -> tokens.status(token.id, token.hash.bytes()),
                OperatorTokens.LAST_USED_PRECISION,
                workers,
                config);
        this.tokens = tokens;
        this.clock = clock;
        this.leeway = config.leeway();
    }

    /// What a token proves. Done already when it is known and was checked a moment ago; never fails.
    public CompletableFuture<Proof> decide(String token) {
        return verified.of(token)
                .thenCompose(known -> readings.of(known).thenApply(reading -> proof(known, reading)))
                .exceptionally(OperatorProofs::refusal);
    }

    private Proof proof(Verified known, Reading<OperatorToken> reading) {
        return switch (reading) {
            case Reading.Unavailable<OperatorToken> _ -> new Proof.Unavailable();
            case Reading.Read<OperatorToken> read -> {
                var token = read.value().orElse(null);
                if (token == null) {
                    yield new Proof.Refused("unknown token of an operator");
                }
                if (!token.isLive(clock.instant().minus(leeway))) {
                    yield new Proof.Refused("token " + token.id() + " is revoked or expired");
                }
                readings.noteUse(known, () -> tokens.noteUse(known.id));
                yield new Proof.Proved(
                        new Caller.Operator(
                                token.id().toString(), token.name(), token.organizationId(), token.scopes()),
                        token.expires());
            }
        };
    }

    private static Verified verified(JsonWebToken claims, String token) {
        try {
            return new Verified(
                    UUID.fromString(claims.getTokenID()),
                    SecretHash.of(token),
                    Instant.ofEpochSecond(claims.getExpirationTime()));
        } catch (RuntimeException _) {
            throw new InvalidTokenException("claims of another form");
        }
    }

    private static Proof refusal(Throwable failure) {
        var cause = VerifiedTokens.cause(failure);
        if (cause instanceof InvalidTokenException invalid) {
            return new Proof.Refused(String.valueOf(invalid.getMessage()));
        }
        LOG.error("The token of an operator cannot be checked", cause);
        return new Proof.Unavailable();
    }

    /// What a token says of itself.
    private record Verified(UUID id, SecretHash hash, Instant expires) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Verified verified && hash.equals(verified.hash);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }
}
