package dev.rollcall.resilience;

import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.ManagementClient;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.testing.LoopbackNameServer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Three services on one database: what ends at one of them ends at all, and what can be had once is had once,
/// wherever it is asked for. `-Drollcall.resilience.rounds` repeats what happens at the same moment.
class DoorsIT {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final int REPLICA_COUNT = 3;
    private static final int ROUNDS = Integer.getInteger("rollcall.resilience.rounds", 3);
    private static final String ORGANIZATIONS = "/api/v1/organizations";
    private static final String SESSION = "/api/v1/session";
    private static final String USERS = "/scim/v2/Users?count=1";

    private static final LoopbackNameServer NAMES = LoopbackNameServer.onFreePort();
    private static final Replicas REPLICAS =
            Replicas.start(REPLICA_COUNT, Map.of("ROLLCALL_DOMAINS_RESOLVERS", NAMES.resolver()));
    private static final HttpCalls HTTP = new HttpCalls();
    private static final ManagementClient NOBODY =
            ManagementClient.nobody(HTTP, REPLICAS.service(0).origin());
    private static final ManagementClient OPERATOR =
            NOBODY.bearer(operatorToken().getString("token"));

    @AfterAll
    static void end() {
        HTTP.close();
        REPLICAS.close();
        NAMES.close();
    }

    @Test
    void aRevokedTokenIsRefusedEverywhereWithinTwoSeconds() {
        var tokens = connection(organization()) + "/tokens";
        var made = body(OPERATOR.post(tokens, Map.of("name", "One")), 201);
        var provider = NOBODY.bearer(made.getString("token"));
        acceptedEverywhere(provider, USERS);

        body(OPERATOR.delete(tokens + "/" + id(made.getJsonObject("credential"))), 204);

        refusedEverywhere(provider, USERS);
    }

    @Test
    void theTokensOfARevokedOAuthClientAreRefusedEverywhereWithinTwoSeconds() {
        var clients = connection(organization()) + "/oauth-clients";
        var made = body(OPERATOR.post(clients, Map.of("name", "One")), 201);
        var ofTheFirst = NOBODY.bearer(body(fetched(made, 0), 200).getString("access_token"));
        var ofTheSecond = NOBODY.bearer(body(fetched(made, 1), 200).getString("access_token"));
        acceptedEverywhere(ofTheFirst, USERS);
        acceptedEverywhere(ofTheSecond, USERS);

        body(OPERATOR.delete(clients + "/" + made.getString("clientId")), 204);

        refusedEverywhere(ofTheFirst, USERS);
        refusedEverywhere(ofTheSecond, USERS);
        replicas().forEach(replica -> body(fetched(made, replica), 401));
    }

    @Test
    void aRevokedTokenOfAnOperatorIsRefusedEverywhereWithinTwoSeconds() {
        var issued = operatorToken();
        var operator = NOBODY.bearer(issued.getString("token"));
        acceptedEverywhere(operator, ORGANIZATIONS);

        REPLICAS.database()
                .update(
                        "UPDATE operator_token SET revoked = ? WHERE id = ?",
                        System.currentTimeMillis(),
                        UUID.fromString(id(issued)));

        refusedEverywhere(operator, ORGANIZATIONS);
    }

    @Test
    void anEndedSessionIsRefusedEverywhereWithinTwoSeconds() {
        var organization = organization();
        var own = session(organization);
        var others = session(organization);
        acceptedEverywhere(own, SESSION);
        acceptedEverywhere(others, SESSION);
        var id = id(body(others.get(SESSION), 200));

        body(own.delete(organization + "/sessions/" + id), 204);
        refusedEverywhere(others, SESSION);

        body(own.delete(SESSION), 204);
        refusedEverywhere(own, SESSION);
    }

    @Test
    void aLinkThatIsUsedAtAllReplicasAtTheSameMomentBeginsOneSession() {
        for (var round = 0; round < ROUNDS; round++) {
            var organization = organization();
            var link = link(organization);

            var answers =
                    Parallel.run(2 * REPLICA_COUNT, i -> at(NOBODY, i).post("/api/v1/sessions", Map.of("link", link)));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 403);
            assertThat(body(OPERATOR.get(organization + "/sessions"), 200).getJsonArray("items"))
                    .hasSize(1);
        }
    }

    @Test
    void oneKeySentToAllReplicasAtOnceMakesOneOrganizationAndGivesEqualAnswers() {
        for (var round = 0; round < ROUNDS; round++) {
            var name = "Once " + UUID.randomUUID();
            var once = OPERATOR.with("Idempotency-Key", name);

            var answers = Parallel.run(
                    REPLICA_COUNT, i -> at(once, i).post(ORGANIZATIONS, Map.of("name", name, "plan", "enterprise")));

            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
            assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                    .hasSize(1);
            assertThat(REPLICAS.database()
                            .rows("SELECT COUNT(*) FROM organization WHERE name = ?", row -> row.getInt(1), name))
                    .containsExactly(1);
        }
    }

    @Test
    void ofOrganizationsThatProveOneDomainAtTheSameMomentOneHasIt() {
        for (var round = 0; round < ROUNDS; round++) {
            var name = "d" + UUID.randomUUID() + ".example";
            var claims =
                    replicas().stream().map(_ -> claim(organization(), name)).toList();

            var answers = Parallel.run(REPLICA_COUNT, i -> at(OPERATOR, i).post(claims.get(i) + "/check", Map.of()));

            assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
            assertThat(claims.stream().map(claim -> OPERATOR.get(claim)).filter(DoorsIT::isClaimed))
                    .hasSize(1);
            assertThat(answers).filteredOn(DoorsIT::isClaimed).hasSize(1);
        }
    }

    private static boolean isClaimed(Answer answer) {
        return answer.status() == 200 && "claimed".equals(body(answer, 200).getString("state"));
    }

    /// A claim with its TXT record set, as a path.
    private static String claim(String organization, String name) {
        var claimed = body(OPERATOR.post(organization + "/domains", Map.of("name", name)), 201);
        var record = claimed.getJsonObject("txtRecord");
        NAMES.txt(record.getString("name"), record.getString("value"));
        return organization + "/domains/" + id(claimed);
    }

    private static String organization() {
        var made = body(
                OPERATOR.post(ORGANIZATIONS, Map.of("name", "Acme " + UUID.randomUUID(), "plan", "enterprise")), 201);
        var path = ORGANIZATIONS + "/" + id(made);
        body(OPERATOR.patch(path + "/policies", Map.of("provisioningWithoutSso", true)), 200);
        return path;
    }

    private static String connection(String organization) {
        var connections = organization + "/connections";
        return connections + "/"
                + id(body(OPERATOR.post(connections, Map.of("name", "One", "identityProvider", "pingone")), 201));
    }

    private static String link(String organization) {
        var person = Map.of("email", "barbara@example.com", "name", "Barbara");
        return ManagementClient.secretOf(
                body(OPERATOR.post(organization + "/set-up-links", person), 201).getString("url"));
    }

    private static ManagementClient session(String organization) {
        return NOBODY.session(
                ManagementClient.sessionOf(NOBODY.post("/api/v1/sessions", Map.of("link", link(organization)))));
    }

    private static JsonObject operatorToken() {
        var said = REPLICAS.command("operator", "issue", "--json");
        return new JsonObject(said.lines()
                .filter(line -> line.contains("\"token\""))
                .map(line -> line.substring(line.indexOf('{'), line.lastIndexOf('}') + 1))
                .findFirst()
                .orElseThrow());
    }

    private static Answer fetched(JsonObject client, int replica) {
        var credentials = client.getString("clientId") + ":" + client.getString("clientSecret");
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return at(NOBODY, replica)
                .with("Authorization", "Basic " + basic)
                .send("POST", "/oauth2/token", "application/x-www-form-urlencoded", "grant_type=client_credentials");
    }

    private static void acceptedEverywhere(ManagementClient client, String path) {
        replicas().forEach(replica -> body(at(client, replica).get(path), 200));
    }

    private static void refusedEverywhere(ManagementClient client, String path) {
        await().atMost(TWO_SECONDS)
                .untilAsserted(() -> assertThat(replicas().stream()
                                .map(replica -> at(client, replica).get(path).status()))
                        .containsOnly(401));
    }

    private static ManagementClient at(ManagementClient client, int replica) {
        return client.at(REPLICAS.service(replica % REPLICA_COUNT).origin());
    }

    private static List<Integer> replicas() {
        return IntStream.range(0, REPLICA_COUNT).boxed().toList();
    }

    private static String id(JsonObject of) {
        return of.getString("id");
    }
}
