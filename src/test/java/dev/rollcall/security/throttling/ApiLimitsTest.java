package dev.rollcall.security.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The limits of the management API, so low that a test meets them. Each test comes from addresses of its own.
@QuarkusTest
@TestProfile(ApiLimitsTest.LowLimits.class)
class ApiLimitsTest {
    private static final int FAILURES = 3;
    private static final int REQUESTS = 5;
    private static final String LIST = "/api/v1/organizations";

    private final Callers callers;
    private final TestTokens tokens;

    ApiLimitsTest(Callers callers, TestTokens tokens) {
        this.callers = callers;
        this.tokens = tokens;
    }

    /// A few a minute.
    public static class LowLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rollcall.management.rate-limits.failures-per-minute",
                    Integer.toString(FAILURES),
                    "rollcall.management.rate-limits.requests-per-minute",
                    Integer.toString(REQUESTS));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "token, 401, 127.0.1.1, 127.0.2.1",
        "session, 401, 127.0.1.2, 127.0.2.2",
        "link, 403, 127.0.1.3, 127.0.2.3"
    })
    void wrongProofsFromOneAddressMeetALimitAndThoseFromAnotherHaveTheirOwn(
            String kind, int wrong, String address, String another) throws Exception {
        for (var attempt = 0; attempt < FAILURES; attempt++) {
            assertThat(send(address, wrong(kind)).statusCode()).isEqualTo(wrong);
        }

        assertTooMany(send(address, wrong(kind)), "came from this address");
        assertThat(send(another, wrong(kind)).statusCode()).isEqualTo(wrong);
    }

    @Test
    void whoHasARightProofIsServedWhateverElseComesFromTheAddress() throws Exception {
        var address = "127.0.1.4";
        var organization = tokens.anOrganization().issue().organizationId();
        var session = callers.session(organization, true);
        for (var attempt = 0; attempt <= FAILURES; attempt++) {
            send(address, wrong("token"));
        }
        assertThat(send(address, wrong("token")).statusCode()).isEqualTo(429);

        assertThat(send(address, read(organization, session)).statusCode()).isEqualTo(200);
    }

    @Test
    void rightProofsAreNotCountedAsWrongOnes() throws Exception {
        var address = "127.0.1.5";
        var organization = tokens.anOrganization().issue().organizationId();
        var session = callers.session(organization, true);
        for (var request = 0; request < REQUESTS; request++) {
            assertThat(send(address, read(organization, session)).statusCode()).isEqualTo(200);
        }

        assertThat(send(address, wrong("session")).statusCode()).isEqualTo(401);
    }

    @Test
    void theFloodOfOneSessionIsRefusedAndNobodyElses() throws Exception {
        var address = "127.0.1.6";
        var organization = tokens.anOrganization().issue().organizationId();
        var session = callers.session(organization, true);
        var statuses = IntStream.range(0, REQUESTS)
                .mapToObj(_ -> status(address, read(organization, session)))
                .toList();
        assertThat(statuses).containsOnly(200);

        assertTooMany(send(address, read(organization, session)), "This token or session has sent too many");
        assertThat(send(address, read(organization, callers.another(organization)))
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpRequest.Builder wrong(String kind) {
        return switch (kind) {
            case "token" -> request(LIST).header("Authorization", "Bearer nonsense");
            case "session" -> request(LIST).header("Cookie", "__Host-rollcall-session=" + "A".repeat(43));
            default ->
                request("/api/v1/sessions")
                        .header("X-Rollcall-Request", "1")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"link\":\"" + "A".repeat(43) + "\"}"));
        };
    }

    private static HttpRequest.Builder read(UUID organization, String session) {
        return request(LIST + "/" + organization).header("Cookie", "__Host-rollcall-session=" + session);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path));
    }

    private static HttpResponse<String> send(String address, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int status(String address, HttpRequest.Builder request) {
        try {
            return send(address, request).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertTooMany(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        var problem = new JsonObject(answer.body());
        assertThat(problem.getString("type")).isEqualTo("urn:rollcall:problem:too-many-requests");
        assertThat(problem.getString("detail")).contains(sentence).contains("Try again in");
    }
}
