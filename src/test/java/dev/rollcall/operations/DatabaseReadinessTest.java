package dev.rollcall.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Readiness follows the tables, not the server that holds them.
@QuarkusTest
class DatabaseReadinessTest {
    private static final String READY = "/q/health/ready";

    private final DataSource dataSource;

    DatabaseReadinessTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void aServerThatServesIsReady() {
        given().get(READY).then().statusCode(200).body("checks.name", contains("database"));
    }

    @Test
    void aServerThatAnswersButDoesNotServeIsNotReady() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            execute(connection, "RENAME TABLE signing_key TO signing_key_away");
            try {
                given().get(READY).then().statusCode(503).body("checks[0].data.reason", equalTo("not served"));
                given().get("/q/health/live").then().statusCode(200);
            } finally {
                execute(connection, "RENAME TABLE signing_key_away TO signing_key");
            }
        }
        given().get(READY).then().statusCode(200);
    }

    @Test
    void aServerThatIsStuckIsNotReadyUntilItGoesOn() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            execute(connection, "LOCK TABLES signing_key WRITE");
            try {
                given().get(READY).then().statusCode(503).body("checks[0].data.reason", equalTo("no answer"));
            } finally {
                execute(connection, "UNLOCK TABLES");
            }
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> given().get(READY).statusCode() == 200);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
