package dev.rollcall.api.flow;

import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.ManagementClient;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.testing.LoopbackNameServer;
import dev.rollcall.testing.PackagedProgram;
import dev.rollcall.testing.PackagedService;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole way of a customer with the packaged service, begun with what its first run has written: the operator
/// adds the organization, an org admin sets provisioning up, the identity provider provisions, and the audit tells
/// all of it. The executable needs an installed `mariadbd`.
class ManagementFlowIT {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final String BARBARA = "barbara@example.com";

    private final HttpCalls http = new HttpCalls();
    private final int port = PackagedProgram.freePort();
    private final ManagementClient nobody = ManagementClient.nobody(http, "http://localhost:" + port);
    private final String domain = "d" + UUID.randomUUID() + ".example";
    private final List<String> secrets = new ArrayList<>();
    private final LoopbackNameServer names = LoopbackNameServer.onFreePort();
    private Path directory = Path.of("target");
    private ManagementClient operator = nobody;
    private ManagementClient admin = nobody;
    private String organization = "";
    private String connection = "";

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "management-flow").toAbsolutePath()), "run");
    }

    @AfterEach
    void close() {
        names.close();
        http.close();
    }

    @Test
    void aCustomerComesInProvisionsAndIsInTheAudit() throws IOException {
        var settings = Map.of("ROLLCALL_DOMAINS_RESOLVERS", names.resolver(), "ROLLCALL_RATE_LIMITS_ENABLED", "false");
        try (var service = PackagedService.start(directory, settings, port)) {
            operator = nobody.bearer(operatorToken(service));
            addTheOrganizationOnce();
            meetTheGates();
            claimTheDomain();
            letAnAdminIn();
            var token = setUpPingOne();
            var client = addAnOAuthClient();
            keepTheDoorsApart(token, client);
            stopAndGoOn(token);
            refuseAChangeOfWhatNobodyHasSeen();
            signOut();
            readTheAudit();
            assertThat(service.output()).doesNotContain(secrets);
        }
    }

    private String operatorToken(PackagedService service) throws IOException {
        var file = directory.resolve("data").resolve("first-run.json");
        service.awaitUntil("first-run.json", () -> Files.exists(file));
        var values = new JsonObject(Files.readString(file));
        assertThat(values.getString("setUpLink")).startsWith(nobody.origin() + "/console#link=");
        return values.getString("operatorToken");
    }

    private void addTheOrganizationOnce() {
        var once = operator.with("Idempotency-Key", "first-customer");
        var wanted = Map.of("name", "Acme", "plan", "enterprise");

        var made = once.post("/api/v1/organizations", wanted);
        var again = once.post("/api/v1/organizations", wanted);

        organization = "/api/v1/organizations/" + body(made, 201).getString("id");
        assertThat(again.text()).isEqualTo(made.text());
        assertThat(again.header("Location")).isEqualTo(made.header("Location"));
        body(once.post("/api/v1/organizations", Map.of("name", "Other", "plan", "free")), 422);
        body(operator.post("/api/v1/organizations", wanted), 409);
    }

    /// The plan has SCIM; single sign-on and a domain come first.
    private void meetTheGates() {
        var early = body(
                operator.post(organization + "/connections", Map.of("name", "Early", "identityProvider", "other")),
                201);
        var tokens = organization + "/connections/" + early.getString("id") + "/tokens";
        var token = secret(body(operator.post(tokens, Map.of("name", "Early")), 201), "token");
        var provider = nobody.bearer(token);

        assertThat(refusal(Users.find(provider, "nobody"))).startsWith("Single sign-on comes before");
        body(operator.put(organization + "/sso", Map.of("name", "PingOne", "state", "on")), 200);
        awaitRefusal(provider, "domain");
    }

    private void claimTheDomain() {
        var claimed = operator.post(organization + "/domains", Map.of("name", domain));
        var record = body(claimed, 201).getJsonObject("txtRecord");
        var check = claimed.header("Location").orElseThrow() + "/check";
        assertThat(body(operator.post(check, Map.of()), 200).getString("state")).isEqualTo("waiting");

        names.txt(record.getString("name"), record.getString("value"));

        assertThat(body(operator.post(check, Map.of()), 200).getString("state")).isEqualTo("claimed");
    }

    private void letAnAdminIn() {
        var link =
                body(operator.post(organization + "/set-up-links", Map.of("email", BARBARA, "name", "Barbara")), 201);
        var secret = ManagementClient.secretOf(link.getString("url"));
        secrets.add(secret);

        var begun = nobody.post("/api/v1/sessions", Map.of("link", secret));

        assertThat(body(begun, 201).getString("email")).isEqualTo(BARBARA);
        body(nobody.post("/api/v1/sessions", Map.of("link", secret)), 403);
        var session = ManagementClient.sessionOf(begun);
        secrets.add(session);
        admin = nobody.session(session);
        body(admin.post("/api/v1/organizations", Map.of("name", "Mine", "plan", "enterprise")), 403);
    }

    /// Barbara enters three values, and renews the third while PingOne provisions.
    private String setUpPingOne() {
        var added = body(
                admin.post(organization + "/connections", Map.of("name", "PingOne", "identityProvider", "pingone")),
                201);
        connection = organization + "/connections/" + added.getString("id");
        var made = admin.post(connection + "/tokens", Map.of("name", "PingOne"));
        var old = secret(body(made, 201), "token");
        var values = body(admin.get(connection + "/set-up"), 200);
        assertThat(values.getString("uniqueIdentifier")).isEqualTo("userName");
        assertThat(values.getString("endpoint")).isEqualTo(nobody.origin() + "/scim/v2");
        assertThat(values.getJsonArray("tokens")).hasSize(1);
        assertThat(values.encode()).doesNotContain(old);

        try (var sync = new RunningSync(nobody, old)) {
            sync.goOn();
            var rotate = made.header("Location").orElseThrow() + "/rotate";
            var next = secret(body(admin.post(rotate, Map.of("overlapHours", 1)), 201), "token");
            sync.goOn();
            sync.use(next);
            sync.goOn();
            body(admin.delete(made.header("Location").orElseThrow()), 204);
            sync.goOn();
            await().atMost(TWO_SECONDS)
                    .until(() -> Users.find(nobody.bearer(old), "any").status() == 401);
            assertThat(sync.statuses()).containsOnly(201);
            return next;
        }
    }

    private String addAnOAuthClient() {
        var made = body(admin.post(connection + "/oauth-clients", Map.of("name", "PingOne")), 201);
        var credentials = made.getString("clientId") + ":" + secret(made, "clientSecret");
        assertThat(made.getString("tokenEndpoint")).isEqualTo(nobody.origin() + "/oauth2/token");

        var token = secret(
                body(
                        nobody.with("Authorization", basic(credentials))
                                .send(
                                        "POST",
                                        "/oauth2/token",
                                        "application/x-www-form-urlencoded",
                                        "grant_type=client_credentials"),
                        200),
                "access_token");

        body(Users.add(nobody.bearer(token), "by-client"), 201);
        return token;
    }

    private void keepTheDoorsApart(String token, String accessToken) {
        var operatorProof = proof(operator, "Authorization", "Bearer ");
        var session = proof(admin, "Cookie", "rollcall-session=");
        for (var scim : List.of(nobody, nobody.bearer(operatorProof), admin, nobody.bearer(session))) {
            body(Users.find(scim, "bjensen"), 401);
        }
        for (var proof : List.of(token, accessToken, session)) {
            body(nobody.bearer(proof).get(organization), 401);
        }
        for (var proof : List.of(token, accessToken, operatorProof)) {
            body(nobody.session(proof).get(organization), 401);
            body(nobody.post("/api/v1/sessions", Map.of("link", proof)), proof.length() > 200 ? 400 : 403);
            var form = "grant_type=client_credentials";
            var asked = nobody.with("Authorization", basic(UUID.randomUUID() + ":" + proof))
                    .send("POST", "/oauth2/token", "application/x-www-form-urlencoded", form);
            assertThat(body(asked, 401).getString("error")).isEqualTo("invalid_client");
        }
    }

    private void stopAndGoOn(String token) {
        var provider = nobody.bearer(token);
        body(Users.add(provider, "stays"), 201);
        change(Map.of("state", "paused"));
        awaitRefusal(provider, "paused");
        change(Map.of("state", "off"));
        awaitRefusal(provider, "turned off");
        change(Map.of("state", "on"));
        await().atMost(TWO_SECONDS).until(() -> Users.find(provider, "stays").status() == 200);
        assertThat(body(Users.find(provider, "stays"), 200).getInteger("totalResults"))
                .isEqualTo(1);
    }

    private void refuseAChangeOfWhatNobodyHasSeen() {
        var old = admin.get(connection).header("ETag").orElseThrow();
        change(Map.of("name", "PingOne production"));

        var late = admin.with("If-Match", old).patch(connection, Map.of("name", "Late"));

        assertThat(body(late, 412).getString("type")).isEqualTo("urn:rollcall:problem:changed");
        assertThat(body(admin.get(connection), 200).getString("name")).isEqualTo("PingOne production");
    }

    private void signOut() {
        body(admin.delete("/api/v1/session"), 204);
        await().atMost(TWO_SECONDS).until(() -> admin.get("/api/v1/session").status() == 401);
    }

    private void readTheAudit() {
        var answer = operator.get(organization + "/audit?limit=200");
        var entries = new ArrayList<>(body(answer, 200).getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .toList())
                .reversed();

        assertThat(entries.stream().map(ManagementFlowIT::told))
                .containsExactly(
                        "First run organization.added",
                        "First run connection.added",
                        "First run token.issued",
                        "First run sso.noted",
                        "First run domain.claimed",
                        "First run domain.proved",
                        "First run set-up-link.made",
                        BARBARA + " session.begun",
                        BARBARA + " connection.added",
                        BARBARA + " token.issued",
                        BARBARA + " token.rotated",
                        BARBARA + " token.issued",
                        BARBARA + " token.revoked",
                        BARBARA + " oauth-client.added",
                        BARBARA + " connection.paused",
                        BARBARA + " connection.turned-off",
                        BARBARA + " connection.turned-on",
                        BARBARA + " connection.changed",
                        BARBARA + " session.ended");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.getJsonObject("author").getString("address"))
                        .isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1"));
        assertThat(entries.stream().map(entry -> Instant.parse(entry.getString("time"))))
                .isSorted();
        assertThat(answer.text()).doesNotContain(secrets);
    }

    private static String told(JsonObject entry) {
        return entry.getJsonObject("author").getString("name") + " " + entry.getString("action");
    }

    private void change(Map<String, ?> change) {
        body(admin.patch(connection, change), 200);
    }

    private static void awaitRefusal(ManagementClient provider, String words) {
        await().atMost(TWO_SECONDS)
                .untilAsserted(() ->
                        assertThat(refusal(Users.find(provider, "nobody"))).contains(words));
    }

    private static String refusal(Answer answer) {
        return body(answer, 403).getString("detail");
    }

    private String secret(JsonObject made, String name) {
        secrets.add(made.getString(name));
        return made.getString(name);
    }

    private static String proof(ManagementClient client, String header, String before) {
        return client.headers().getOrDefault(header, before).substring(before.length());
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
