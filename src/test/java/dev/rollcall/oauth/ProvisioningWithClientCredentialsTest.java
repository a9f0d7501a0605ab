package dev.rollcall.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.connection.Connection;
import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.Rotation;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.organization.Plan;
import dev.rollcall.refusal.Condition;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// PingOne with the authentication method *OAuth 2 Client Credentials*: it fetches a token at the token URL, goes on
/// with it, and fetches the next one when it is refused.
@QuarkusTest
class ProvisioningWithClientCredentialsTest {
    private final TestTokens tokens;
    private final Connections connections;
    private final OAuthClients clients;
    private final Credentials credentials;

    ProvisioningWithClientCredentialsTest(
            TestTokens tokens, Connections connections, OAuthClients clients, Credentials credentials) {
        this.tokens = tokens;
        this.connections = connections;
        this.clients = clients;
        this.credentials = credentials;
    }

    private MadeClient aClient(TestToken of) {
        return clients.add(connection(of), "PingOne", EnumSet.allOf(Scope.class), Duration.ofDays(365));
    }

    private Connection connection(TestToken of) {
        return connections.find(of.organizationId(), of.connectionId()).orElseThrow();
    }

    private static String fetch(MadeClient client) {
        var answer = given().auth()
                .preemptive()
                .basic(client.credential().id().toString(), client.secret())
                .contentType("application/x-www-form-urlencoded")
                .body("grant_type=client_credentials")
                .post("/oauth2/token");
        answer.then().statusCode(200);
        return answer.jsonPath().getString("access_token");
    }

    private static int create(String token, String userName) {
        return given().auth()
                .oauth2(token)
                .contentType("application/scim+json")
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName
                        + "\",\"active\":true}")
                .post("/scim/v2/Users")
                .statusCode();
    }

    private static int check(String token) {
        return given().auth().oauth2(token).get("/scim/v2/Users?count=1").statusCode();
    }

    @Test
    @DisplayName("PO-31 PingOne provisions with OAuth 2 Client Credentials")
    void provisionsAndFetchesTheNextToken() {
        var client = aClient(tokens.anOrganization().issue());

        var first = fetch(client);
        assertThat(check(first)).isEqualTo(200);
        assertThat(create(first, "a" + UUID.randomUUID() + "@example.com")).isEqualTo(201);

        var next = fetch(client);
        assertThat(create(next, "b" + UUID.randomUUID() + "@example.com")).isEqualTo(201);
        assertThat(check(first)).isEqualTo(200);
    }

    @Test
    void endsAllTokensOfAClientWithTheClient() {
        var token = tokens.anOrganization().issue();
        var client = aClient(token);
        var first = fetch(client);
        var second = fetch(client);
        assertThat(check(first)).isEqualTo(200);
        assertThat(check(second)).isEqualTo(200);

        credentials.revoke(
                token.organizationId(),
                CredentialKind.OAUTH_CLIENT,
                client.credential().id(),
                Condition.NONE);

        await().atMost(Duration.ofSeconds(2)).until(() -> check(first) == 401 && check(second) == 401);
        assertThat(check(token.token())).isEqualTo(200);
    }

    @Test
    void goesOnWithTheNextClientWhileTheOldOneIsReplaced() {
        var token = tokens.anOrganization().issue();
        var old = aClient(token);
        var ofTheOld = fetch(old);

        var next = clients.rotate(
                token.organizationId(), old.credential().id(), new Rotation(Duration.ofHours(1), Condition.NONE));

        assertThat(next.credential().id()).isNotEqualTo(old.credential().id());
        assertThat(next.secret()).isNotEqualTo(old.secret());
        assertThat(check(ofTheOld)).isEqualTo(200);
        assertThat(check(fetch(old))).isEqualTo(200);
        assertThat(check(fetch(next))).isEqualTo(200);
    }

    @Test
    void tellsWhyRequestsAreRefusedWhereTheIdentityProviderShowsIt() {
        var token = tokens.anOrganization().issue();
        var client = aClient(token);

        tokens.changeState(token, ConnectionState.PAUSED);
        assertThat(detail(fetch(client))).startsWith("Provisioning is paused");
        tokens.changeState(token, ConnectionState.ON);
        tokens.changePlan(token, Plan.TEAM);
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(detail(fetch(client))).startsWith("The organization's plan does not"));
    }

    private static String detail(String token) {
        var answer = given().auth().oauth2(token).get("/scim/v2/Users?count=1");
        assertThat(answer.statusCode()).isEqualTo(403);
        return answer.jsonPath().getString("detail");
    }
}
