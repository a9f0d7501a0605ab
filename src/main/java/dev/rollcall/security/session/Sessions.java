package dev.rollcall.security.session;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Author;
import dev.rollcall.audit.Change;
import dev.rollcall.digest.Secret;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.PersonAccess;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The sessions of people.
@ApplicationScoped
public class Sessions {
    /// How exact {@link Session#lastSeen} is.
    static final Duration LAST_SEEN_PRECISION = Duration.ofMinutes(1);

    private static final int LONGEST_USER_AGENT = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final SessionRepository sessions;
    private final SessionConfig config;
    private final Audit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    Sessions(SessionRepository sessions, SessionConfig config, Audit audit, UuidV7 identifiers, Clock clock) {
        this.sessions = sessions;
        this.config = config;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Begins a session. This is the only time its secret is seen.
    @Transacted
    public BegunSession begin(NewSession wanted) {
        var secret = Secret.random();
        var now = clock.millis();
        var entity = new SessionEntity();
        entity.id = identifiers.next();
        entity.organizationId = wanted.organizationId();
        entity.email = wanted.email();
        entity.name = wanted.name();
        entity.admin = wanted.access() == PersonAccess.WRITE;
        entity.readOnly = wanted.access() == PersonAccess.READ;
        entity.secretHash = secret.hash().bytes();
        entity.origin = wanted.origin();
        entity.address = wanted.address();
        entity.userAgent = shown(wanted.userAgent());
        entity.created = now;
        entity.lastSeen = now;
        entity.expires = now + config.maximumLifetime().toMillis();
        sessions.persistAndFlush(entity);
        var author = new Author(
                Author.Kind.PERSON,
                entity.id.toString(),
                entity.email,
                wanted.address(),
                Author.current().requestId());
        return author.during(() -> {
            note("session.begun", entity, Map.of("origin", entity.origin, "access", wanted.access()));
            return new BegunSession(entity.toSession(), secret.text());
        });
    }

    /// The live sessions of the organization, the oldest first.
    ///
    /// @param after the last one that was seen; null at the beginning
    @Transactional
    public List<Session> page(UUID organizationId, @Nullable UUID after, int limit) {
        var now = clock.millis();
        return sessions
                .page(
                        organizationId,
                        after == null ? FIRST : after,
                        now,
                        now - config.idle().toMillis(),
                        limit)
                .stream()
                .map(SessionEntity::toSession)
                .toList();
    }

    /// The session with this id in the organization.
    ///
    /// @throws RefusedException if the organization has no such session
    @Transactional
    public Session required(UUID organizationId, UUID id) {
        return sessions.find(organizationId, id).map(SessionEntity::toSession).orElseThrow(() -> missing(id));
    }

    private static RefusedException missing(UUID id) {
        return RefusedException.notFound("The organization has no session " + id + ".");
    }

    /// Ends a session for good. Every replica refuses it within two seconds.
    ///
    /// @throws RefusedException if the organization has no such session
    @Transacted
    public void end(UUID organizationId, UUID id) {
        var entity = sessions.find(organizationId, id).orElseThrow(() -> missing(id));
        if (entity.ended == null) {
            entity.ended = clock.millis();
            note("session.ended", entity, Map.of("ended", entity.ended));
        }
    }

    /// The session of this secret, if it goes on.
    @Transactional
    Optional<Session> live(byte[] hash) {
        var now = clock.millis();
        return sessions.withHash(hash)
                .filter(entity -> entity.ended == null
                        && now < entity.expires
                        && now < entity.lastSeen + config.idle().toMillis())
                .map(SessionEntity::toSession);
    }

    /// Notes that the session was used now.
    @Transactional
    void noteUse(byte[] hash) {
        var now = clock.millis();
        sessions.update(
                "lastSeen = ?1 where secretHash = ?2 and lastSeen < ?3",
                now,
                hash,
                now - LAST_SEEN_PRECISION.toMillis());
    }

    private void note(String action, SessionEntity entity, Map<String, ?> after) {
        audit.note(new Change(entity.organizationId, action, entity.id.toString(), entity.email, Map.of(), after));
    }

    private static @Nullable String shown(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        var plain = userAgent.replaceAll("[^ -~]", "?");
        return plain.substring(0, Math.min(LONGEST_USER_AGENT, plain.length()));
    }
}
