package dev.rollcall.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConnectionsEndpointTest {
    private final Callers callers;
    private final Connections connections;
    private final TestTokens tokens;
    private UUID organization = UUID.randomUUID();
    private UUID connection = UUID.randomUUID();

    ConnectionsEndpointTest(Callers callers, Connections connections, TestTokens tokens) {
        this.callers = callers;
        this.connections = connections;
        this.tokens = tokens;
    }

    @BeforeEach
    void addOrganizationWithConnection() {
        var token = tokens.anOrganization().issue();
        organization = token.organizationId();
        connection = token.connectionId();
    }

    private String path() {
        return "/api/v1/organizations/" + organization + "/connections";
    }

    @Test
    void whatIsAddedIsOnAndCompatible() {
        var added = callers.admin(organization)
                .body(Map.of("name", "Okta", "identityProvider", "okta"))
                .post(path());

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.jsonPath().getMap(""))
                .containsEntry("name", "Okta")
                .containsEntry("organizationId", organization.toString())
                .containsEntry("identityProvider", "okta")
                .containsEntry("state", "on")
                .containsEntry("mode", "compatible")
                .containsEntry("tolerances", Map.of())
                .doesNotContainKeys("lastSuccess", "lastRefusal");
        assertThat(callers.admin(organization).get(added.header("Location")).asString())
                .isEqualTo(added.asString());
    }

    @ParameterizedTest
    @EnumSource
    void anyIdentityProviderCanBeNamed(IdentityProvider provider) {
        var keyword = provider.name().toLowerCase(java.util.Locale.ROOT);
        var added = callers.admin(organization)
                .body(Map.of("name", "Another", "identityProvider", keyword, "mode", "strict"))
                .post(path());

        assertThat((String) added.path("identityProvider")).isEqualTo(keyword);
        assertThat((String) added.path("mode")).isEqualTo("strict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "off"})
    void isPausedOrTurnedOffAndOnAgain(String state) {
        var changed = patched(Map.of("state", state));
        patched(Map.of("state", "on"));

        assertThat((String) changed.path("state")).isEqualTo(state);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(actions())
                .containsExactly(
                        "connection.turned-on",
                        state.equals("off") ? "connection.turned-off" : "connection.paused",
                        "connection.added",
                        "policies.changed",
                        "organization.added");
    }

    @Test
    void tolerancesAreSetByTheirKeywords() {
        var set = patched(Map.of("tolerances", Map.of("url", "refused", "country", "forgiven")));
        var left = patched("{\"tolerances\":{\"url\":null,\"country\":\"default\"}}");

        assertThat(set.jsonPath().getMap("tolerances")).isEqualTo(Map.of("url", "refused", "country", "forgiven"));
        assertThat(set.jsonPath().getList("forgiven", String.class))
                .contains("country")
                .doesNotContain("url");
        assertThat(left.jsonPath().getMap("tolerances")).isEmpty();
        assertThat(left.jsonPath().getList("forgiven", String.class)).contains("url");
    }

    @Test
    void whatIsNoToleranceIsNamed() {
        var refused = patched(Map.of("name", "Other", "tolerances", Map.of("nothing", "refused")));
        var unreadable = patched(Map.of("tolerances", Map.of("url", "maybe")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.field", String.class)).containsExactly("tolerances.nothing");
        assertThat(unreadable.jsonPath().getList("errors.detail", String.class))
                .containsExactly("'tolerances.url' is one of forgiven, refused, default.");
        assertThat(connections.required(organization, connection).name()).isEqualTo("PingOne");
    }

    @Test
    void ofManyWhoHaveSeenTheSameVersionOneChangesIt() throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Integer> change = () -> callers.admin(organization)
                    .header("If-Match", "\"1\"")
                    .body(Map.of("name", "Name " + UUID.randomUUID()))
                    .patch(path() + "/" + connection)
                    .statusCode();
            for (var answer : threads.invokeAll(Collections.nCopies(6, change))) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(connections.required(organization, connection).version()).isEqualTo(2);
    }

    @Test
    void changesOfDifferentFieldsAtOnceAreAllKept() throws Exception {
        var changes = List.<Map<String, String>>of(
                Map.of("name", "Renamed"), Map.of("mode", "strict"), Map.of("identityProvider", "google"));
        try (var threads = Executors.newFixedThreadPool(3)) {
            var work = changes.stream()
                    .<Callable<Response>>map(change -> () -> patched(change))
                    .toList();
            for (var answer : threads.invokeAll(work)) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }

        var now = connections.required(organization, connection);
        assertThat(now.name()).isEqualTo("Renamed");
        assertThat(now.mode()).isEqualTo(ConformanceMode.STRICT);
        assertThat(now.identityProvider()).isEqualTo(IdentityProvider.GOOGLE);
        assertThat(now.version()).isEqualTo(4);
    }

    @Test
    void theConnectionOfAnotherOrganizationIsNotThere() {
        var other = tokens.anOrganization().issue();

        for (var request : List.<Response>of(
                callers.operator().get(path() + "/" + other.connectionId()),
                callers.operator().get(path() + "/" + other.connectionId() + "/set-up"),
                callers.operator().body(Map.of("state", "off")).patch(path() + "/" + other.connectionId()))) {
            assertThat(request.statusCode()).isEqualTo(404);
        }
        assertThat(connections
                        .required(other.organizationId(), other.connectionId())
                        .version())
                .isEqualTo(1);
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        connections.add(organization, "Okta", IdentityProvider.OKTA, ConformanceMode.STRICT);

        assertThat(patched(Map.of("name", "Okta")).statusCode()).isEqualTo(409);
        assertThat(callers.admin(organization)
                        .body(Map.of("name", "PingOne", "identityProvider", "pingone"))
                        .post(path())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void listsByNamePageByPage() {
        connections.add(organization, "A", IdentityProvider.OKTA, ConformanceMode.STRICT);
        connections.add(organization, "Z", IdentityProvider.OKTA, ConformanceMode.STRICT);

        var first = callers.admin(organization).queryParam("limit", 2).get(path());
        var second = callers.admin(organization)
                .queryParam("cursor", first.<String>path("next"))
                .get(path());

        assertThat(first.jsonPath().getList("items.name", String.class)).containsExactly("A", "PingOne");
        assertThat(second.jsonPath().getList("items.name", String.class)).containsExactly("Z");
        assertThat(second.jsonPath().getMap("")).containsOnlyKeys("items");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        connections.add(organization, "A", IdentityProvider.OKTA, ConformanceMode.STRICT);
        String cursor =
                callers.admin(organization).queryParam("limit", 1).get(path()).path("next");
        var other = tokens.anOrganization().issue().organizationId();

        var ofAnother =
                callers.operator().queryParam("cursor", cursor).get("/api/v1/organizations/" + other + "/connections");
        var ofAnotherCaller = callers.operator().queryParam("cursor", cursor).get(path());

        assertThat(ofAnother.statusCode()).isEqualTo(400);
        assertThat(ofAnotherCaller.statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsEnteredIntoTheIdentityProviderIsShownWithoutTheToken() {
        var setUp = callers.admin(organization).get(path() + "/" + connection + "/set-up");

        assertThat(setUp.statusCode()).isEqualTo(200);
        assertThat((String) setUp.path("uniqueIdentifier")).isEqualTo("userName");
        assertThat((String) setUp.path("endpoint")).startsWith("http").endsWith(ScimPaths.BASE);
        assertThat(setUp.jsonPath().getList("tokens.name", String.class)).containsExactly("Test");
        assertThat(SetUpEndpoint.SCIM).isEqualTo(ScimPaths.BASE);
    }

    private Response patched(Object body) {
        return callers.admin(organization).body(body).patch(path() + "/" + connection);
    }

    private List<String> actions() {
        return callers
                .admin(organization)
                .get("/api/v1/organizations/" + organization + "/audit")
                .jsonPath()
                .getList("items.action", String.class)
                .stream()
                .filter(action -> !action.startsWith("credential") && !action.startsWith("token"))
                .toList();
    }
}
