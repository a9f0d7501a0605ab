package dev.rollcall.security.session;

import dev.rollcall.digest.SecretHash;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Proof;
import dev.rollcall.token.TokenConfig;
import dev.rollcall.token.state.Reading;
import dev.rollcall.token.state.Readings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;

/// Decides about the secrets of sessions. Nothing here blocks the caller.
@ApplicationScoped
public class SessionProofs {
    private static final Pattern SECRET = Pattern.compile("[-_A-Za-z0-9]{43}");

    private final Readings<SecretHash, Session> readings;
    private final Sessions sessions;
    private final Clock clock;

    SessionProofs(Sessions sessions, ExecutorService workers, TokenConfig config, Clock clock) {
        this.readings =
                new Readings<>(hash -> sessions.live(hash.bytes()), Sessions.LAST_SEEN_PRECISION, workers, config);
        this.sessions = sessions;
        this.clock = clock;
    }

    /// What the secret of a session proves. Done already when it was checked a moment ago; never fails.
    public CompletableFuture<Proof> decide(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            return CompletableFuture.completedFuture(new Proof.Refused("no secret of a session"));
        }
        var hash = SecretHash.of(secret);
        return readings.of(hash).thenApply(reading -> proof(hash, reading));
    }

    private Proof proof(SecretHash hash, Reading<Session> reading) {
        return switch (reading) {
            case Reading.Unavailable<Session> _ -> new Proof.Unavailable();
            case Reading.Read<Session> read -> {
                var session = read.value().orElse(null);
                if (session == null || !clock.instant().isBefore(session.expires())) {
                    yield new Proof.Refused("unknown or ended session");
                }
                readings.noteUse(hash, () -> sessions.noteUse(hash.bytes()));
                yield new Proof.Proved(
                        new Caller.Person(
                                session.id().toString(), session.email(), session.organizationId(), session.access()),
                        session.expires());
            }
        };
    }
}
