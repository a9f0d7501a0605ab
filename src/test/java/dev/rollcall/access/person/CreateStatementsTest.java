package dev.rollcall.access.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.sql.RecordingSql;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What it costs to create a user that people may be known whom the user could be.
@QuarkusTest
class CreateStatementsTest {
    private final TestTokens tokens;
    private final RecordingSql sql;

    CreateStatementsTest(TestTokens tokens, DataSource dataSource) {
        this.tokens = tokens;
        this.sql = new RecordingSql(dataSource);
    }

    @BeforeEach
    void recordStatements() {
        QuarkusMock.installMockForType(sql, Sql.class);
    }

    private List<String> queries(ConformanceMode mode, Map<String, ?> user) {
        var token = tokens.anOrganization().inMode(mode).issue();
        create(token.token(), user("first"));
        sql.taken();
        sql.takenUpdates();
        create(token.token(), user);
        return sql.taken().stream().map(SqlText::sql).toList();
    }

    private static void create(String token, Map<String, ?> attributes) {
        assertThat(given().auth()
                        .oauth2(token)
                        .contentType("application/scim+json")
                        .body(attributes)
                        .post("/scim/v2/Users")
                        .statusCode())
                .isEqualTo(201);
    }

    private static Map<String, ?> user(String userName) {
        return Map.of("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:User"), "userName", userName);
    }

    private static Map<String, ?> user() {
        return Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                "userName",
                "babs@example.com",
                "externalId",
                "1",
                "emails",
                List.of(Map.of("type", "work", "value", "barbara@example.com")));
    }

    @Test
    void whoIsMeantIsAskedForByOneStatementAsBefore() {
        var queries = queries(ConformanceMode.COMPATIBLE, user());

        assertThat(queries)
                .as("one look-up before the user is written")
                .hasSize(1)
                .first()
                .asString()
                .contains("scim_user_user_name", "scim_user_external_id", "person_live");
        assertThat(sql.takenUpdates().stream().map(SqlText::sql))
                .as("nothing is written for seats, people or grants")
                .noneMatch(update -> update.contains("seat") || update.contains("person") || update.contains("grant"))
                .hasSize(3);
    }

    @Test
    void whereNobodyCanBeMeantNothingIsAsked() {
        assertThat(queries(ConformanceMode.STRICT, user("babs"))).isEmpty();
        assertThat(queries(ConformanceMode.STRICT, user())).hasSize(1);
    }

    @Test
    void eachPartOfItIsOneLookUp() {
        var token = tokens.anOrganization().issue();
        sql.taken();
        create(token.token(), user());
        var asked = sql.taken().getFirst();

        var plan = sql.query(
                new SqlText("EXPLAIN " + asked.sql(), asked.values()),
                row -> row.getString("type") + " " + row.getString("key"));

        assertThat(plan)
                .isNotEmpty()
                .noneMatch(part -> part.startsWith("ALL ") || part.startsWith("index ") || part.startsWith("range "));
    }
}
