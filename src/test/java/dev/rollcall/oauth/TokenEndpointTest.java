package dev.rollcall.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.rollcall.connection.Connection;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.refusal.Condition;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TokenEndpointTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GRANT = "grant_type=client_credentials";

    private final TestTokens tokens;
    private final Connections connections;
    private final OAuthClients clients;
    private final Credentials credentials;

    TokenEndpointTest(TestTokens tokens, Connections connections, OAuthClients clients, Credentials credentials) {
        this.tokens = tokens;
        this.connections = connections;
        this.clients = clients;
        this.credentials = credentials;
    }

    private Connection aConnection() {
        var token = tokens.anOrganization().issue();
        return connections.find(token.organizationId(), token.connectionId()).orElseThrow();
    }

    private MadeClient aClient(Scope... scopes) {
        var wanted = scopes.length == 0 ? EnumSet.allOf(Scope.class) : Set.of(scopes);
        return clients.add(aConnection(), "PingOne", wanted, Duration.ofDays(1));
    }

    private static Response post(RequestSpecification request, String body) {
        return request.body(body).post("/oauth2/token");
    }

    private static RequestSpecification form() {
        return given().header("Content-Type", FORM);
    }

    private static String basic(String id, String secret) {
        var both =
                URLEncoder.encode(id, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(MadeClient client) {
        return basic(client.credential().id().toString(), client.secret());
    }

    private static RequestSpecification as(MadeClient client) {
        return form().header("Authorization", basic(client));
    }

    private static String inForm(MadeClient client) {
        return "&client_id=" + client.credential().id() + "&client_secret=" + client.secret();
    }

    @Test
    void givesATokenThatWorksToAClientWithBasic() {
        works(post(as(aClient()), GRANT));
    }

    @Test
    void givesATokenThatWorksToAClientWithAForm() {
        works(post(form(), GRANT + inForm(aClient())));
    }

    private static void works(Response answer) {
        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .body("token_type", is("Bearer"), "expires_in", is(3600), "scope", is("scim.read scim.write"));
        assertThat(answer.jsonPath().<String, Object>getMap(""))
                .containsOnlyKeys("access_token", "token_type", "expires_in", "scope");
        assertThat(users(answer)).isEqualTo(200);
    }

    private static int users(Response answer) {
        return given().auth()
                .oauth2(answer.jsonPath().getString("access_token"))
                .get("/scim/v2/Users?count=1")
                .statusCode();
    }

    @Test
    void givesNoMoreThanTheScopeThatIsAskedFor() {
        var answer = post(as(aClient()), GRANT + "&scope=scim.read");

        assertThat(answer.jsonPath().getString("scope")).isEqualTo("scim.read");
        assertThat(users(answer)).isEqualTo(200);
        given().auth()
                .oauth2(answer.jsonPath().getString("access_token"))
                .contentType("application/scim+json")
                .body("{}")
                .post("/scim/v2/Users")
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"scim\", error=\"insufficient_scope\""));
    }

    @Test
    void givesNoTokenThatOutlivesItsClient() {
        var client = clients.add(aConnection(), "Short", EnumSet.allOf(Scope.class), Duration.ofMinutes(5));

        assertThat(post(as(client), GRANT).jsonPath().getInt("expires_in")).isBetween(290, 300);
    }

    @Test
    void givesAnotherTokenEachTime() {
        var client = aClient();

        assertThat(post(as(client), GRANT).jsonPath().getString("access_token"))
                .isNotEqualTo(post(as(client), GRANT).jsonPath().getString("access_token"));
    }

    @Test
    void notesWhoFetchedAToken() {
        var client = aClient();

        post(as(client).header("User-Agent", "PingOne/7"), GRANT).then().statusCode(200);

        var use = Objects.requireNonNull(credentials
                        .find(
                                client.credential().organizationId(),
                                CredentialKind.OAUTH_CLIENT,
                                client.credential().id())
                        .orElseThrow()
                        .lastUse())
                .use();
        assertThat(use.product()).isEqualTo("PingOne/7");
        assertThat(use.address()).isEqualTo("127.0.0.1");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                request(
                        "two grant types",
                        400,
                        "invalid_request",
                        (it, client) -> post(it.header("Authorization", basic(client)), GRANT + "&" + GRANT)),
                request(
                        "two scopes",
                        400,
                        "invalid_request",
                        (it, client) -> post(
                                it.header("Authorization", basic(client)),
                                GRANT + "&scope=scim.read&scope=scim.write")),
                request(
                        "any parameter twice",
                        400,
                        "invalid_request",
                        (it, client) -> post(it.header("Authorization", basic(client)), GRANT + "&x=&x=")),
                request(
                        "a repeat in another spelling",
                        400,
                        "invalid_request",
                        (it, client) ->
                                post(it.header("Authorization", basic(client)), GRANT + "&grant%5Ftype=password")),
                request(
                        "no grant type",
                        400,
                        "invalid_request",
                        (it, client) -> post(it.header("Authorization", basic(client)), "scope=scim.read")),
                request(
                        "an empty grant type",
                        400,
                        "invalid_request",
                        (it, client) -> post(it.header("Authorization", basic(client)), "grant_type=")),
                request(
                        "another grant",
                        400,
                        "unsupported_grant_type",
                        (it, client) -> post(it.header("Authorization", basic(client)), "grant_type=password")),
                request(
                        "an unknown scope",
                        400,
                        "invalid_scope",
                        (it, client) -> post(it.header("Authorization", basic(client)), GRANT + "&scope=admin.read")),
                request(
                        "more scope than the client has",
                        400,
                        "invalid_scope",
                        (it, client) ->
                                post(it.header("Authorization", basic(client)), GRANT + "&scope=scim.read+scim.write")),
                request(
                        "both ways at once",
                        400,
                        "invalid_request",
                        (it, client) -> post(it.header("Authorization", basic(client)), GRANT + inForm(client))),
                request(
                        "another client in the form",
                        400,
                        "invalid_request",
                        (it, client) -> post(it.header("Authorization", basic(client)), GRANT + "&client_id=x")),
                request(
                        "a secret in the query",
                        400,
                        "invalid_request",
                        (it, client) -> it.body(GRANT)
                                .post("/oauth2/token?client_id="
                                        + client.credential().id() + "&client_secret=" + client.secret())),
                request(
                        "another media type",
                        400,
                        "invalid_request",
                        (_, client) -> post(
                                given().header("Content-Type", "application/json")
                                        .header("Authorization", basic(client)),
                                "{\"grant_type\":\"client_credentials\"}")),
                request(
                        "a body that is too large",
                        400,
                        "invalid_request",
                        (it, client) ->
                                post(it.header("Authorization", basic(client)), GRANT + "&x=" + "y".repeat(8192))),
                request(
                        "a percent sign alone",
                        400,
                        "invalid_request",
                        (it, client) -> post(it.header("Authorization", basic(client)), GRANT + "&x=%")),
                request("no client", 401, "invalid_client", (it, _) -> post(it, GRANT)),
                request("no body", 401, "invalid_client", (it, _) -> post(it, "")),
                request(
                        "no secret",
                        401,
                        "invalid_client",
                        (it, client) -> post(
                                it, GRANT + "&client_id=" + client.credential().id())),
                request(
                        "a wrong secret",
                        401,
                        "invalid_client",
                        (it, client) -> post(
                                it.header(
                                        "Authorization",
                                        basic(client.credential().id().toString(), "wrong")),
                                GRANT)),
                request(
                        "an unknown client",
                        401,
                        "invalid_client",
                        (it, client) -> post(
                                it.header(
                                        "Authorization", basic(UUID.randomUUID().toString(), client.secret())),
                                GRANT)),
                request(
                        "a client that is no id",
                        401,
                        "invalid_client",
                        (it, client) -> post(it.header("Authorization", basic("x", client.secret())), GRANT)),
                request(
                        "Basic without a colon",
                        401,
                        "invalid_client",
                        (it, _) -> post(it.header("Authorization", "Basic eA=="), GRANT)),
                request(
                        "Basic that is no Base64",
                        401,
                        "invalid_client",
                        (it, _) -> post(it.header("Authorization", "Basic ***"), GRANT)),
                request(
                        "a bearer token",
                        401,
                        "invalid_client",
                        (it, _) -> post(it.header("Authorization", "Bearer x"), GRANT)),
                request("GET", 405, "invalid_request", (it, _) -> it.get("/oauth2/token")),
                request("another path", 404, "invalid_request", (it, _) -> it.get("/oauth2/authorize")));
    }

    private static Arguments request(
            String what, int status, String error, BiFunction<RequestSpecification, MadeClient, Response> send) {
        return Arguments.of(what, status, error, send);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refuses(String what, int status, String error, BiFunction<RequestSpecification, MadeClient, Response> send) {
        var client = aClient(Scope.READ);

        var answer = send.apply(form(), client);

        answer.then()
                .statusCode(status)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .body("error", is(error));
        assertThat(answer.jsonPath().<String, Object>getMap("")).containsOnlyKeys("error", "error_description");
        assertThat(answer.asString()).doesNotContain(client.secret());
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo(status == 401 ? "Basic realm=\"oauth2\", charset=\"UTF-8\"" : null);
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of("revoked", Duration.ofDays(1), true),
                Arguments.of("expired", Duration.ofSeconds(1), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void givesNothingToAClientThatHasEnded(String how, Duration lifetime, boolean revoked) {
        var client = clients.add(aConnection(), "PingOne", EnumSet.allOf(Scope.class), lifetime);
        if (revoked) {
            var credential = client.credential();
            credentials.revoke(
                    credential.organizationId(), CredentialKind.OAUTH_CLIENT, credential.id(), Condition.NONE);
        }

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(
                        () -> post(as(client), GRANT).then().statusCode(401).body("error", is("invalid_client")));
    }

    @Test
    void takesNoTokenOfAConnectionForASecret() {
        var token = tokens.anOrganization().issue();

        post(form().header("Authorization", basic(token.credentialId().toString(), token.token())), GRANT)
                .then()
                .statusCode(401);
    }

    @Test
    void endsGuessesForAWhile() {
        var client = aClient();
        var id = client.credential().id().toString();
        for (var attempt = 0; attempt < ClientAttempts.MOST; attempt++) {
            post(form().header("Authorization", basic(id, "wrong " + attempt)), GRANT)
                    .then()
                    .statusCode(401);
        }

        var answer = post(as(client), GRANT);

        answer.then().statusCode(429).body("error", is("temporarily_unavailable"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
        works(post(as(aClient()), GRANT));
    }

    @Test
    void forgetsMistakesOnceTheSecretIsRight() {
        var client = aClient();
        var id = client.credential().id().toString();
        for (var round = 0; round < 2; round++) {
            for (var attempt = 1; attempt < ClientAttempts.MOST; attempt++) {
                post(form().header("Authorization", basic(id, "wrong")), GRANT);
            }
            works(post(as(client), GRANT));
        }
    }

    @Test
    void tellsHowToGetAToken() {
        var answer = given().get("/.well-known/oauth-authorization-server");

        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body(
                        "grant_types_supported[0]", is("client_credentials"),
                        "token_endpoint_auth_methods_supported[0]", is("client_secret_basic"),
                        "token_endpoint_auth_methods_supported[1]", is("client_secret_post"),
                        "scopes_supported[0]", is("scim.read"),
                        "response_types_supported.size()", is(0));
        var issuer = answer.jsonPath().getString("issuer");
        assertThat(answer.jsonPath().getString("token_endpoint")).isEqualTo(issuer + "/oauth2/token");
        given().get(answer.jsonPath().getString("jwks_uri")).then().statusCode(200);
    }
}
