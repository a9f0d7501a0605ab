package dev.rollcall.scim.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.CredentialUse;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What the check of a token does to the database, and what the database's state does to it.
@QuarkusTest
class TokenCheckAndDatabaseTest {
    private static final int REQUESTS = 100;

    private final TestTokens tokens;
    private final Credentials credentials;
    private final DataSource dataSource;

    TokenCheckAndDatabaseTest(TestTokens tokens, Credentials credentials, DataSource dataSource) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.dataSource = dataSource;
    }

    @Test
    void doesNotBlockTheEventLoopWhileTheDatabaseIsSlow() throws Exception {
        var token = tokens.anOrganization().issue();
        // A connection for each request that waits, so that every event loop has some of them.
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var connection = dataSource.getConnection()) {
            send(client, "/event-loop", token).join();
            execute(connection, "LOCK TABLES credential WRITE");
            List<CompletableFuture<HttpResponse<String>>> waiting;
            try {
                waiting = IntStream.range(0, REQUESTS)
                        .mapToObj(_ -> send(client, "/scim/v2/Probe", token))
                        .toList();
                // As many as there are event loops, and more: each is free although each has requests that wait.
                for (var request = 0; request < REQUESTS; request++) {
                    assertThat(send(client, "/event-loop", token)
                                    .orTimeout(4, TimeUnit.SECONDS)
                                    .join()
                                    .body())
                            .contains("eventloop");
                }
                assertThat(waiting).noneMatch(CompletableFuture::isDone);
            } finally {
                execute(connection, "UNLOCK TABLES");
            }
            assertThat(waiting)
                    .allSatisfy(response -> assertThat(
                                    response.get(10, TimeUnit.SECONDS).statusCode())
                            .isEqualTo(200));
        }
    }

    @Test
    void answersUnavailableWhileTheDatabaseIsStuck() throws SQLException {
        var token = tokens.anOrganization().issue();
        try (var connection = dataSource.getConnection()) {
            execute(connection, "LOCK TABLES credential WRITE");
            try {
                given().header("Authorization", token.bearer())
                        .get("/scim/v2/Probe")
                        .then()
                        .statusCode(503);
            } finally {
                execute(connection, "UNLOCK TABLES");
            }
        }
    }

    @Test
    void answersUnavailableWhileTheDatabaseIsAwayAndRecovers() throws SQLException {
        var token = tokens.anOrganization().issue();
        try (var connection = dataSource.getConnection()) {
            execute(connection, "RENAME TABLE credential TO credential_away");
            try {
                given().header("Authorization", token.bearer())
                        .get("/scim/v2/Probe")
                        .then()
                        .statusCode(503)
                        .contentType("application/scim+json")
                        .header("Retry-After", "2")
                        .body("status", is("503"));
            } finally {
                execute(connection, "RENAME TABLE credential_away TO credential");
            }
        }
        await().atMost(Duration.ofSeconds(2))
                .until(() -> given().header("Authorization", token.bearer())
                                .get("/scim/v2/Probe")
                                .statusCode()
                        == 200);
    }

    @Test
    void notesTheLastUseOnceAMinute() {
        var token = tokens.anOrganization().issue();
        var before = credential(token).lastUsed();

        given().header("Authorization", token.bearer()).get("/scim/v2/Probe");
        await().atMost(Duration.ofSeconds(2)).until(() -> credential(token).lastUsed() != null);
        var first = credential(token).lastUsed();
        credentials.noteUse(token.organizationId(), token.credentialId(), new CredentialUse(null, "Another"));

        assertThat(before).isNull();
        assertThat(credential(token).lastUsed()).isEqualTo(first);
    }

    private Credential credential(TestToken token) {
        return credentials
                .find(token.organizationId(), CredentialKind.BEARER_TOKEN, token.credentialId())
                .orElseThrow();
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpClient client, String path, TestToken token) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", token.bearer())
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
