package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.digest.SecretHash;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenVerifierTest {
    /// What only the credential that is kept of a token can tell.
    private static final Set<String> BEYOND_THE_TOKEN =
            Set.of("unknown jti", "of another organization", "other subject", "same claims, another hash");

    private final TestTokens tokens;
    private final ForgedTokens forged;
    private final SigningKeys keys;
    private final SigningKeyRepository stored;
    private final TokenConfig config;
    private final NewReplica replica;
    private final Clock clock;

    TokenVerifierTest(
            TestTokens tokens,
            ForgedTokens forged,
            SigningKeys keys,
            SigningKeyRepository stored,
            TokenConfig config,
            NewReplica replica,
            Clock clock) {
        this.tokens = tokens;
        this.forged = forged;
        this.keys = keys;
        this.stored = stored;
        this.config = config;
        this.replica = replica;
        this.clock = clock;
    }

    @Test
    void readsWhatTheIssuerWrote() {
        var before = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var issued = tokens.anOrganization().living(Duration.ofHours(1)).issue();

        var verified = verify(issued.token());

        assertThat(verified.hash()).isEqualTo(SecretHash.of(issued.token()));
        assertThat(verified.credentialId()).isEqualTo(issued.credentialId());
        assertThat(verified.connectionId()).isEqualTo(issued.connectionId());
        assertThat(verified.organizationId()).isEqualTo(issued.organizationId());
        assertThat(verified.expires())
                .isBetween(before.plus(Duration.ofHours(1)), clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void refusesWhateverTheTokenItselfShows() {
        forged.of(aToken())
                .forEach((fault, token) ->
                        assertThat(isValid(token)).as(fault).isEqualTo(BEYOND_THE_TOKEN.contains(fault)));
    }

    @Test
    void tellsAKeyThatMayStillBecomeKnownFromEverythingElse() {
        var token = aToken();

        assertThatThrownBy(() -> verify(forged(token, "unknown key"))).isInstanceOf(UnknownKeyException.class);
        assertThatThrownBy(() -> verify(forged(token, "wrong signature"))).isNotInstanceOf(UnknownKeyException.class);
    }

    @Test
    void takesTokensOfARetiredKey() {
        var token = aToken();

        keys.rotate();

        assertThat(verify(token.token()).credentialId()).isEqualTo(token.credentialId());
    }

    @Test
    void takesNoneOfAKeyThatIsNoLongerPublished() {
        var token = aToken();
        var old = keys.active().id();
        keys.rotate();
        var longAgo = clock.instant().minus(config.maximumLifetime()).minusSeconds(1);
        QuarkusTransaction.requiringNew()
                .run(() -> stored.update("retired = ?1 where id = ?2", longAgo.toEpochMilli(), old));

        assertThatThrownBy(() -> verify(token.token())).isInstanceOf(UnknownKeyException.class);
    }

    private String forged(TestToken good, String fault) {
        return Objects.requireNonNull(forged.of(good).get(fault));
    }

    private TestToken aToken() {
        return tokens.anOrganization().issue();
    }

    private boolean isValid(String token) {
        try {
            verify(token);
            return true;
        } catch (InvalidTokenException _) {
            return false;
        }
    }

    private VerifiedToken verify(String token) {
        return replica.verifier().verify(token, SecretHash.of(token));
    }
}
