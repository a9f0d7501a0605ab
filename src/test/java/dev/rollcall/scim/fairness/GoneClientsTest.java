package dev.rollcall.scim.fairness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.LockedTable;
import dev.rollcall.testing.Places;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Clients that close their connection while they wait for a place.
@QuarkusTest
@TestProfile(GoneClientsTest.LongWait.class)
class GoneClientsTest {
    private static final int REQUESTS_OF_ONE = 3;

    private final TestTokens tokens;
    private final DataSource dataSource;
    private final Places places;

    GoneClientsTest(TestTokens tokens, DataSource dataSource, Places places) {
        this.tokens = tokens;
        this.dataSource = dataSource;
        this.places = places;
    }

    /// Four requests at once, and a wait that nobody sees the end of.
    public static class LongWait implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rollcall.fairness.requests", "4", "rollcall.fairness.longest-wait", "PT10M");
        }
    }

    @Test
    void whoIsGoneWaitsNoMoreAndItsWorkIsNeverBegun() throws Exception {
        var token = tokens.anOrganization().issue();
        var running = new ArrayList<CompletableFuture<Response>>();
        try (var _ = LockedTable.of(dataSource, "scim_user")) {
            for (var i = 0; i < REQUESTS_OF_ONE; i++) {
                running.add(CompletableFuture.supplyAsync(() -> users(token), Thread::startVirtualThread));
            }
            places.awaitTaken("requests", REQUESTS_OF_ONE);

            try (var _ = create(token)) {
                places.awaitWaiting("requests", 1);
            }

            places.awaitWaiting("requests", 0);
            places.awaitTaken("requests", REQUESTS_OF_ONE);
        }
        for (var one : running) {
            one.get().then().statusCode(200);
        }
        places.awaitTaken("requests", 0);
        assertThat(places.refused("requests", "withdrawn")).isEqualTo(1);
        assertThat(users(token).jsonPath().getInt("totalResults")).isZero();
    }

    private static Response users(TestToken token) {
        return given().header("Authorization", token.bearer()).get("/scim/v2/Users");
    }

    private static Socket create(TestToken token) throws IOException {
        var body = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"gone\"}";
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.getOutputStream()
                .write("""
                        POST /scim/v2/Users HTTP/1.1\r
                        Host: localhost\r
                        Authorization: %s\r
                        Content-Type: application/scim+json\r
                        Content-Length: %d\r
                        \r
                        %s""".formatted(token.bearer(), body.length(), body).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
