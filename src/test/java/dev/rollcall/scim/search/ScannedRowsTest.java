package dev.rollcall.scim.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The answer to a query that no index serves says among how many resources it was searched.
@QuarkusTest
class ScannedRowsTest {
    private static final String SEARCH = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],"
            + "\"filter\":\"title co \\\"zz\\\"\"}";

    private final Sql sql;
    private final TestTokens tokens;

    ScannedRowsTest(Sql sql, TestTokens tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    @Test
    void aSearchAmongManyWithoutAnIndexTellsAmongHowMany() {
        var token = tokens.anOrganization().issue();
        insert(token.organizationId(), ScannedRows.FEW + 1);
        var many = Long.toString(ScannedRows.FEW + 1);
        query(token.bearer(), "filter", "title co \"zz\"").header(ScannedRows.HEADER, many);
        query(token.bearer(), "sortBy", "title").header(ScannedRows.HEADER, many);
        given().header("Authorization", token.bearer())
                .contentType("application/scim+json")
                .body(SEARCH)
                .post("/scim/v2/.search")
                .then()
                .statusCode(200)
                .header(ScannedRows.HEADER, many);
        query(token.bearer(), "filter", "userName eq \"u1\"").header(ScannedRows.HEADER, nullValue());
        query(token.bearer(), "filter", "title co \"zz\" and userName eq \"u1\"")
                .header(ScannedRows.HEADER, nullValue());
        query(token.bearer(), "count", "1").header(ScannedRows.HEADER, nullValue());
    }

    @Test
    void aSearchAmongFewTellsNothing() {
        var token = tokens.anOrganization().issue();
        insert(token.organizationId(), ScannedRows.FEW);
        query(token.bearer(), "filter", "title co \"zz\"").header(ScannedRows.HEADER, nullValue());
    }

    private static ValidatableResponse query(String bearer, String parameter, String value) {
        return given().header("Authorization", bearer)
                .queryParam(parameter, value)
                .get("/scim/v2/Users")
                .then()
                .statusCode(200);
    }

    private void insert(UUID organization, long users) {
        sql.update(SqlText.of(
                "INSERT INTO scim_user (id, organization_id, user_name, user_name_key, active, created, last_modified,"
                        + " version, document, search_document) SELECT UNHEX(REPLACE(UUID(), '-', '')), ?,"
                        + " CONCAT('u', seq), CONCAT('u', seq), TRUE, 1, 1, 1, '{}', '{}' FROM seq_1_to_" + users,
                (Object) ResourceIds.bytes(organization)));
    }
}
