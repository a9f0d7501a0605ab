package dev.rollcall.scim.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/// How many statements the server keeps for the service.
@QuarkusTest
class PreparedStatementsTest {
    private static final int FILTERS = 20;
    private static final int ATTRIBUTES = 8;

    private final TestTokens tokens;
    private final Sql sql;

    PreparedStatementsTest(TestTokens tokens, Sql sql) {
        this.tokens = tokens;
        this.sql = sql;
    }

    @Test
    void filtersOfManyShapesLeaveNoStatementsBehind() {
        var bearer = tokens.anOrganization().issue().bearer();
        search(bearer, "userName eq \"nobody\"");
        var before = status("Prepared_stmt_count");
        assertThat(before).isPositive();
        for (var terms = 1; terms <= FILTERS; terms++) {
            for (var attribute = 0; attribute < ATTRIBUTES; attribute++) {
                var term = "name.familyName sw \"a\" or emails[type eq \"work\" and value co \"" + attribute + "\"]";
                search(
                        bearer,
                        "title pr and (" + String.join(" or ", Collections.nCopies(terms, term)) + ")"
                                + " or active eq true".repeat(attribute));
            }
        }
        assertThat(status("Prepared_stmt_count")).isLessThan(before + FILTERS * ATTRIBUTES / 2);
    }

    private static void search(String bearer, String filter) {
        given().header("Authorization", bearer)
                .queryParam("filter", filter)
                .get("/scim/v2/Users")
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(0));
    }

    private long status(String name) {
        return sql.query(SqlText.of("SHOW GLOBAL STATUS LIKE '" + name + "'"), row -> row.getLong(2))
                .getFirst();
    }
}
