package dev.rollcall.scim.protocol.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.RawCalls;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Large bodies share a bounded memory, on a service that has little.
@QuarkusTest
@TestProfile(BodyMemoryTest.LittleMemory.class)
class BodyMemoryTest {
    /// Values of which the service counts 72 bytes each: nearly all of the memory, and a third of it.
    private static final int NEARLY_ALL = 27_000;

    private static final int A_THIRD = 9_000;
    private static final int TOO_MANY = 40_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestTokens tokens;
    private final DataSource dataSource;
    private Map<String, String> headers = Map.of();

    BodyMemoryTest(TestTokens tokens, DataSource dataSource) {
        this.tokens = tokens;
        this.dataSource = dataSource;
    }

    /// A service with room for a few small bodies.
    public static class LittleMemory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rollcall.bodies.memory", "2M",
                    "rollcall.groups.body-size", "2M",
                    "rollcall.bulk.max-payload-size", "2M");
        }
    }

    @BeforeEach
    void allOfTheMemoryIsFree() {
        headers = Map.of(
                "Authorization",
                tokens.anOrganization().unhindered().issue().bearer(),
                "Content-Type",
                "application/scim+json");
        awaitRoomForOneThatTakesNearlyAll();
    }

    @Test
    void whatFindsNoRoomBesideItsOwnOrganizationsIsTooMuchAndWhatIsServedGivesItsRoomBack() throws Exception {
        try (var holder = holder()) {
            holder.sendHalf();
            awaitNoRoom();
            refusedForNow(sendUnannounced(A_THIRD));
            refusedForNow(sendAnnounced(padded()));
            // What is small is not counted.
            assertThat(sendAnnounced(body(1)).status()).isEqualTo(400);

            assertThat(holder.finish()).contains("400");
        }
        awaitRoomForOneThatTakesNearlyAll();
        assertThat(sendAnnounced(padded()).status()).isEqualTo(400);
    }

    @Test
    void oneThatTellsItsLengthWaitsForRoom() throws Exception {
        try (var holder = holder()) {
            holder.sendHalf();
            awaitNoRoom();
            var waiting = CompletableFuture.supplyAsync(() -> sendAnnounced(padded()));
            assertThat(waiting).isNotDone();
            assertThat(holder.finish()).contains("400");
            assertThat(waiting).succeedsWithin(PATIENCE).returns(400, Answer::status);
        }
        awaitRoomForOneThatTakesNearlyAll();
    }

    @Test
    void whoBreaksOffInTheMiddleOfTheBodyKeepsNothing() throws Exception {
        try (var holder = holder()) {
            holder.sendHalf();
            awaitNoRoom();
        }
        awaitRoomForOneThatTakesNearlyAll();
    }

    @Test
    void whatIsStillWorkedOnKeepsItsRoomThoughItsClientIsGone() throws Exception {
        var name = "locked-" + UUID.randomUUID();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("LOCK TABLES scim_user WRITE");
            try {
                try (var gone = new HalfSent(
                        headers, body(1).replace("{", "{\"userName\":\"" + name + "\",") + padding(), true)) {
                    gone.sendAll();
                    awaitNoRoom();
                }
                for (var i = 0; i < 20; i++) {
                    assertThat(sendUnannounced(A_THIRD).status()).isEqualTo(429);
                }
            } finally {
                statement.execute("UNLOCK TABLES");
            }
        }
        awaitRoomForOneThatTakesNearlyAll();
    }

    @Test
    void whoBreaksOffWhileWaitingKeepsNothing() throws Exception {
        try (var holder = holder()) {
            holder.sendHalf();
            awaitNoRoom();
            try (var waiting = holder()) {
                waiting.sendHalf();
            }
            assertThat(holder.finish()).contains("400");
        }
        awaitRoomForOneThatTakesNearlyAll();
    }

    @Test
    void whoSendsMuchAndIsGoneKeepsNothing() throws Exception {
        for (var i = 0; i < 20; i++) {
            try (var gone = new HalfSent(headers, body(NEARLY_ALL), i % 2 == 0)) {
                gone.sendAllButTheEnd();
            }
        }
        awaitRoomForOneThatTakesNearlyAll();
    }

    @Test
    void oneThatCouldNeverBeTakenIsTooLarge() {
        assertThat(sendUnannounced(TOO_MANY).status()).isEqualTo(413);
        awaitRoomForOneThatTakesNearlyAll();
    }

    private HalfSent holder() throws IOException {
        return new HalfSent(headers, padded(), true);
    }

    /// Takes all of the memory by its length.
    private static String padded() {
        return body(1) + padding();
    }

    private static String padding() {
        return " ".repeat(700_000);
    }

    private void awaitNoRoom() {
        await().atMost(PATIENCE).until(() -> sendUnannounced(A_THIRD).status() == 429);
    }

    private void awaitRoomForOneThatTakesNearlyAll() {
        await().atMost(PATIENCE).until(() -> sendUnannounced(NEARLY_ALL).status() == 400);
    }

    private static void refusedForNow(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).contains("2");
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/scim+json"));
        assertThat(answer.text())
                .contains("urn:ietf:params:scim:api:messages:2.0:Error", "\"status\":\"429\"", "too many large bodies");
    }

    private Answer sendAnnounced(String body) {
        return RawCalls.send(call(headers, body));
    }

    private Answer sendUnannounced(int values) {
        var chunked = Stream.concat(headers.entrySet().stream(), Stream.of(Map.entry("Transfer-Encoding", "chunked")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return RawCalls.send(call(chunked, body(values)));
    }

    private static Call call(Map<String, String> headers, String body) {
        return new Call(
                "POST",
                "http://localhost:" + RestAssured.port + "/scim/v2/Users",
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    /// A user without a name, who is refused with 400 once the body was read.
    private static String body(int values) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"unknown\":"
                + IntStream.range(0, values).mapToObj(_ -> "1").collect(Collectors.joining(",", "[", "]}"));
    }
}
