package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveTokensTest {
    private final TestTokens tokens;
    private final ForgedTokens forged;
    private final NewReplica replica;
    private final Credentials credentials;
    private final Clock clock;

    LiveTokensTest(TestTokens tokens, ForgedTokens forged, NewReplica replica, Credentials credentials, Clock clock) {
        this.tokens = tokens;
        this.forged = forged;
        this.replica = replica;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Test
    void containsATokenWhateverTheStateOfItsConnection() {
        var token = tokens.anOrganization().issue();
        assertThat(live(clock).contains(token.token())).isTrue();

        tokens.changeState(token, ConnectionState.OFF);

        assertThat(live(clock).contains(token.token())).isTrue();
    }

    @Test
    void containsNoTokenThatWasRevoked() {
        var revoked = tokens.anOrganization().issue();
        var other = tokens.another(revoked);

        tokens.revoke(revoked);

        assertThat(live(clock).contains(revoked.token())).isFalse();
        assertThat(live(clock).contains(other.token())).isTrue();
    }

    @Test
    void containsNoTokenThatHasExpired() {
        var token = tokens.anOrganization().living(Duration.ofHours(1)).issue();
        var afterwards = Clock.fixed(clock.instant().plus(Duration.ofHours(1)), ZoneOffset.UTC);

        assertThat(live(afterwards).contains(token.token())).isFalse();
    }

    @Test
    void containsNoForgery() {
        forged.of(tokens.anOrganization().issue())
                .forEach((fault, token) ->
                        assertThat(live(clock).contains(token)).as(fault).isFalse());
    }

    private LiveTokens live(Clock at) {
        return new LiveTokens(replica.verifier(), credentials, at);
    }
}
