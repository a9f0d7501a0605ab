package dev.rollcall.security.foreign;

import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.Caller;
import dev.rollcall.security.OperatorScope;
import dev.rollcall.security.Proof;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/// What the claims of a token say about its caller, once it is proved who made them.
final class ForeignClaims {
    private static final int LONGEST_SUBJECT = 200;

    private final ForeignOperatorsConfig config;

    ForeignClaims(ForeignOperatorsConfig config) {
        this.config = config;
    }

    Proof proof(JwtClaims claims) throws MalformedClaimException {
        var subject = claims.getSubject();
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            return new Proof.Refused("a subject that is empty or has more than " + LONGEST_SUBJECT + " characters");
        }
        try {
            var operator = new Caller.Operator(
                    Names.checked("a subject", subject), name(claims), organization(claims), scopes(claims));
            return new Proof.Proved(
                    operator, Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (IllegalArgumentException _) {
            return new Proof.Refused("an organization that is no id");
        } catch (RefusedException refused) {
            return new Proof.Refused(String.valueOf(refused.getMessage()));
        }
    }

    /// As the issuer calls its client (RFC 9068 §2.2), otherwise its subject.
    private static String name(JwtClaims claims) throws MalformedClaimException {
        var name = claims.getClaimValue("client_id") instanceof String client ? client : claims.getSubject();
        return Names.checked("a client", name);
    }

    /// Null where the token is for all.
    private @Nullable UUID organization(JwtClaims claims) {
        var claim = config.organizationClaim().orElse(null);
        if (claim == null || !claims.getClaimNames().contains(claim)) {
            return null;
        }
        return UUID.fromString(String.valueOf(claims.getClaimValue(claim)));
    }

    private Set<OperatorScope> scopes(JwtClaims claims) {
        return switch (claims.getClaimValue(config.scopeClaim())) {
            case String text -> OperatorScope.parse(text);
            case Collection<?> texts ->
                OperatorScope.parse(texts.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            case null, default -> Set.of();
        };
    }
}
