package dev.rollcall.security.operator;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.OperatorScope;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import dev.rollcall.token.Lifetimes;
import dev.rollcall.token.SigningKeys;
import dev.rollcall.token.TokenConfig;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The tokens of operators: signed JWTs (RFC 7519) of which only a hash is kept.
@ApplicationScoped
public class OperatorTokens {
    /// How exact {@link OperatorToken#lastUsed} is.
    static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    private static final String TYPE = "JWT";

    private final OperatorTokenRepository tokens;
    private final Organizations organizations;
    private final SigningKeys keys;
    private final OperatorConfig config;
    private final TokenConfig all;
    private final Audit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    OperatorTokens(
            OperatorTokenRepository tokens,
            Organizations organizations,
            SigningKeys keys,
            OperatorConfig config,
            TokenConfig all,
            Audit audit,
            UuidV7 identifiers,
            Clock clock) {
        this.tokens = tokens;
        this.organizations = organizations;
        this.keys = keys;
        this.config = config;
        this.all = all;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Issues a token. This is the only time it is seen.
    ///
    /// @throws RefusedException without a scope or the organization, or with a lifetime out of bounds
    @Transacted
    public IssuedOperatorToken issue(NewOperatorToken wanted) {
        var lifetime = wanted.lifetime() == null ? config.lifetime() : wanted.lifetime();
        requirePossible(wanted, lifetime);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var entity = new OperatorTokenEntity();
        entity.id = identifiers.next();
        entity.name = Names.checked("a token", wanted.name());
        entity.organizationId = wanted.organizationId();
        entity.scope = OperatorScope.format(wanted.scopes());
        entity.created = clock.millis();
        entity.expires = now.plus(lifetime).toEpochMilli();
        var token = keys.sign(
                Jwt.issuer(all.issuer())
                        .audience(config.audience())
                        .subject(entity.id.toString())
                        .claim("jti", entity.id.toString())
                        .claim("scope", entity.scope)
                        .issuedAt(now)
                        .expiresAt(now.plus(lifetime)),
                TYPE);
        entity.tokenHash = SecretHash.of(token).bytes();
        tokens.persistAndFlush(entity);
        note("operator-token.issued", entity, Map.of(), Map.of("scope", entity.scope, "expires", entity.expires));
        return new IssuedOperatorToken(entity.toToken(), token);
    }

    /// All of them, the oldest first, also those that are revoked or expired.
    @Transactional
    public List<OperatorToken> list() {
        return tokens.all().stream().map(OperatorTokenEntity::toToken).toList();
    }

    /// Revokes a token for good. Revoking it again changes nothing. Every replica refuses it within two seconds.
    ///
    /// @throws RefusedException if there is no such token
    @Transacted
    public OperatorToken revoke(UUID id) {
        var entity = tokens.findByIdOptional(id)
                .orElseThrow(() -> RefusedException.notFound("There is no token " + id + " of an operator."));
        if (entity.revoked == null) {
            var now = clock.millis();
            entity.revoked = now;
            note("operator-token.revoked", entity, Map.of(), Map.of("revoked", now));
        }
        return entity.toToken();
    }

    /// The token with this id, if this is the hash of the one that was issued.
    @Transactional
    Optional<OperatorToken> status(UUID id, byte[] hash) {
        return tokens.findByIdOptional(id).filter(entity -> entity.isOf(hash)).map(OperatorTokenEntity::toToken);
    }

    /// Notes that the token was used now.
    @Transactional
    void noteUse(UUID id) {
        var now = clock.millis();
        tokens.update(
                "lastUsed = ?1 where id = ?2 and (lastUsed is null or lastUsed < ?3)",
                now,
                id,
                now - LAST_USED_PRECISION.toMillis());
    }

    private void requirePossible(NewOperatorToken wanted, Duration lifetime) {
        if (wanted.scopes().isEmpty()) {
            throw RefusedException.invalid(
                    "A token needs a scope: " + OperatorScope.format(Set.of(OperatorScope.values())) + ".");
        }
        Lifetimes.requireWithin("A token", lifetime, all.maximumLifetime());
        if (wanted.organizationId() != null) {
            var _ = organizations.required(wanted.organizationId());
        }
    }

    private void note(String action, OperatorTokenEntity entity, Map<String, ?> before, Map<String, ?> after) {
        audit.note(new Change(entity.organizationId, action, entity.id.toString(), entity.name, before, after));
    }
}
