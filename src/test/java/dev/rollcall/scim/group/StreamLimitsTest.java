package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rollcall.sql.Sql;
import dev.rollcall.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers with large groups on a service that sends one at a time, for a few seconds.
@QuarkusTest
@TestProfile(StreamLimitsTest.OneAnswer.class)
class StreamLimitsTest {
    /// More than the buffers of both sides hold.
    private static final int MANY = 30_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestTokens tokens;
    private final Sql sql;
    private final AgroalDataSource pool;
    private String bearer = "";
    private GroupClient client = new GroupClient("");
    private String group = "";

    StreamLimitsTest(TestTokens tokens, Sql sql, AgroalDataSource pool) {
        this.tokens = tokens;
        this.sql = sql;
        this.pool = pool;
    }

    /// A service with little patience; more than a request waits for its turn.
    public static class OneAnswer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rollcall.streaming.answers", "1", "rollcall.streaming.longest-time", "PT13S");
        }
    }

    @BeforeEach
    void aLargeGroup() {
        var token = tokens.anOrganization().issue();
        bearer = token.bearer();
        client = new GroupClient(bearer);
        var rows = new MemberRows(sql, token.organizationId());
        rows.users(1, MANY + 1);
        group = client.group("All " + UUID.randomUUID());
        rows.members(group, 1, MANY + 1);
        await().atMost(PATIENCE).until(() -> connectionsInUse() == 0);
    }

    @Test
    void oneMoreThanAreSentAtOnceIsTooMuchAndWhoDoesNotReadIsCutOff() throws IOException {
        try (var slow = reader()) {
            assertThat(begin(slow)).startsWith("HTTP/1.1 200");
            assertThat(connectionsInUse()).isOne();

            client.read(group)
                    .statusCode(429)
                    .contentType("application/scim+json")
                    .header("Retry-After", "2")
                    .body("schemas[0]", equalTo("urn:ietf:params:scim:api:messages:2.0:Error"))
                    .body("detail", containsString("too many large answers on their way"));
            // What is not streamed is not concerned.
            client.request()
                    .queryParam("excludedAttributes", "members")
                    .get(GROUPS + "/" + group)
                    .then()
                    .statusCode(200);

            // Waits for its turn, which comes when the other is cut off.
            client.read(group).statusCode(200).body("members", hasSize(MANY));
            await().atMost(PATIENCE).until(() -> connectionsInUse() == 0);
            assertThat(endOf(slow)).doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void whoBreaksOffMakesRoom() throws IOException {
        try (var slow = reader()) {
            assertThat(begin(slow)).startsWith("HTTP/1.1 200");
        }
        client.read(group).statusCode(200).body("members", hasSize(MANY));
        await().atMost(PATIENCE).until(() -> connectionsInUse() == 0);
    }

    private long connectionsInUse() {
        return pool.getMetrics().activeCount();
    }

    /// A client that takes in little unless it reads.
    private Socket reader() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        var request = "GET " + GROUPS + "/" + group + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer
                + "\r\nAccept-Encoding: identity\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static String begin(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(1_000), US_ASCII);
    }

    /// The last that comes before the connection ends.
    private static String endOf(Socket socket) throws IOException {
        var end = "";
        try (InputStream in = socket.getInputStream()) {
            var buffer = new byte[8_192];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                end = new String(buffer, Math.max(0, read - 10), Math.min(10, read), US_ASCII);
            }
            return end;
        } catch (SocketException _) {
            return "reset";
        }
    }
}
