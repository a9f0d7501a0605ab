package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.connection.Connection;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenIssuerTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final TokenIssuer issuer;
    private final TokenConfig config;
    private final SigningKeys keys;
    private final TestTokens tokens;
    private final Connections connections;

    TokenIssuerTest(
            TokenIssuer issuer, TokenConfig config, SigningKeys keys, TestTokens tokens, Connections connections) {
        this.issuer = issuer;
        this.config = config;
        this.keys = keys;
        this.tokens = tokens;
        this.connections = connections;
    }

    @Test
    void saysWhoIssuedItForWhomAndForHowLong() {
        var connection = aConnection();
        var user = UUID.randomUUID();

        var issued = issuer.issue(connection, new NewToken("A user's", Set.of(Scope.READ), AN_HOUR, user));

        var claims = part(issued.token(), 1);
        assertThat(claims.<String, Object>getMap(""))
                .containsOnlyKeys("iss", "aud", "sub", "org", "jti", "scope", "user", "iat", "exp")
                .containsEntry("iss", config.issuer())
                .containsEntry("aud", config.audience())
                .containsEntry("sub", connection.id().toString())
                .containsEntry("org", connection.organizationId().toString())
                .containsEntry("jti", issued.credential().id().toString())
                .containsEntry("scope", "scim.read")
                .containsEntry("user", user.toString());
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(AN_HOUR.toSeconds());
        assertThat(part(issued.token(), 0).<String, Object>getMap(""))
                .containsAllEntriesOf(
                        Map.of("alg", "ES256", "kid", keys.active().id()));
    }

    @Test
    void livesAsLongAsIsConfiguredUnlessItIsSaid() {
        var credential =
                issuer.issue(aConnection(), "Token", EnumSet.allOf(Scope.class)).credential();

        assertThat(Duration.between(credential.created(), credential.expires()))
                .isBetween(config.lifetime().minusSeconds(1), config.lifetime());
    }

    @Test
    void isNotShownWhereItIsPrinted() {
        var issued = issuer.issue(aConnection(), "Token", Set.of(Scope.READ));

        assertThat(issued.toString())
                .contains(issued.credential().id().toString())
                .doesNotContain(issued.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1H", "P731DT1S"})
    void refusesALifeThatIsTooShortOrTooLong(Duration lifetime) {
        var wanted = new NewToken("Token", Set.of(Scope.READ), lifetime, null);

        assertThatThrownBy(() -> issuer.issue(aConnection(), wanted))
                .isInstanceOf(RefusedException.class)
                .hasMessage("A token lives between one second and 731 days.");
    }

    @Test
    void refusesATokenThatMayDoNothing() {
        assertThatThrownBy(() -> issuer.issue(aConnection(), "Token", Set.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("needs a scope");
    }

    private Connection aConnection() {
        var token = tokens.anOrganization().issue();
        return connections.find(token.organizationId(), token.connectionId()).orElseThrow();
    }

    private static JsonPath part(String token, int place) {
        var encoded = token.split("\\.", -1)[place];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }
}
