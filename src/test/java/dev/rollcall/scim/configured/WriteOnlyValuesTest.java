package dev.rollcall.scim.configured;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.values.SecretHash;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WriteOnlyValuesTest {
    private static final String SPECIMEN = "urn:example:rollcall:schemas:1.0:Specimen";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String BADGE = "urn:example:params:scim:schemas:extension:badge:1.0:User";

    private final Sql sql;
    private final TestTokens tokens;

    WriteOnlyValuesTest(Sql sql, TestTokens tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    @Test
    void ofConfiguredTypesOnlyAHashIsKept() {
        var token = tokens.anOrganization().issue();
        var id = create(token, "/Specimens", """
                {"schemas": ["%s"], "code": "c", "secret": "only-hashed"}""".formatted(SPECIMEN));

        assertThat(hashes(id))
                .singleElement()
                .satisfies(hash ->
                        assertThat(SecretHash.matches("only-hashed", hash)).isTrue());
        assertThat(documents("scim_resource", id)).noneMatch(document -> document.contains("only-hashed"));
        delete(token, "/Specimens", id);
        assertThat(hashes(id)).isEmpty();
        assertThat(uniqueRows(id)).isZero();
    }

    @Test
    void ofExtensionsOnlyAHashIsKept() {
        var token = tokens.anOrganization().issue();
        var id = create(token, "/Users", """
                {"schemas": ["%1$s", "%2$s"], "userName": "u", "%2$s": {"pin": "only-hashed"}}""".formatted(USER, BADGE));

        assertThat(hashes(id))
                .singleElement()
                .satisfies(hash ->
                        assertThat(SecretHash.matches("only-hashed", hash)).isTrue());
        assertThat(documents("scim_user", id)).noneMatch(document -> document.contains("only-hashed"));
        delete(token, "/Users", id);
        assertThat(hashes(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op': 'remove', 'path': 'BADGE:pin'}|0",
                "{'op': 'replace', 'path': 'BADGE:pin', 'value': null}|0",
                "{'op': 'replace', 'value': {'BADGE': {'pin': null}}}|0",
                "{'op': 'remove', 'path': 'BADGE'}|0",
                "{'op': 'replace', 'path': 'schemas', 'value': ['USER']}|0",
                "{'op': 'remove', 'path': 'BADGE:pin'}, {'op': 'add', 'path': 'BADGE:pin', 'value': 'other'}|1",
                "{'op': 'replace', 'value': {'BADGE': {'number': 'other'}}}|1",
                "{'op': 'remove', 'path': 'BADGE:number'}|1"
            })
    void aPatchTakesAwayWhatItRemovesAndNothingElse(String operations, int kept) {
        var token = tokens.anOrganization().issue();
        var id = create(token, "/Users", """
                {"schemas": ["%1$s", "%2$s"], "userName": "u", "%2$s": {"number": "1", "pin": "p"}}""".formatted(USER, BADGE));

        var body = "{'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], 'Operations': [" + operations + "]}";
        change(token, "PATCH", "/Users/" + id, body);

        assertThat(hashes(id)).hasSize(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'code': 'c', 'secret': null}|0|W/\"2\"",
                "{'code': 'c'}|1|W/\"1\"",
                "{'code': 'c', 'secret': 's'}|1|W/\"1\""
            })
    void aReplacementTakesAwayWhatItSetsToNull(String body, int kept, String version) {
        var token = tokens.anOrganization().issue();
        var id = create(token, "/Specimens", """
                {"schemas": ["%s"], "code": "c", "secret": "s"}""".formatted(SPECIMEN));

        var answer = change(token, "PUT", "/Specimens/" + id, body.replace("{", "{'schemas': ['SPECIMEN'], "));

        assertThat(hashes(id)).hasSize(kept);
        assertThat(answer.header("ETag")).isEqualTo(version);
    }

    @Test
    void aUserWhoIsBroughtBackHasNoneButThoseThatWereSent() {
        var token = tokens.anOrganization().issue();
        var id = create(token, "/Users", """
                {"schemas": ["%1$s", "%2$s"], "userName": "u", "active": false, "%2$s": {"pin": "p"}}""".formatted(USER, BADGE));

        assertThat(create(token, "/Users", """
                {"schemas": ["%s"], "userName": "u"}""".formatted(USER))).isEqualTo(id);

        assertThat(hashes(id)).isEmpty();
    }

    private static Response change(TestToken token, String method, String path, String body) {
        var response = given().header("Authorization", token.bearer())
                .contentType("application/scim+json")
                .body(body.replace('\'', '"')
                        .replace("BADGE", BADGE)
                        .replace("USER", USER)
                        .replace("SPECIMEN", SPECIMEN))
                .request(method, "/scim/v2" + path);
        response.then().statusCode(200);
        return response;
    }

    private static String create(TestToken token, String endpoint, String body) {
        return given().header("Authorization", token.bearer())
                .contentType("application/scim+json")
                .body(body)
                .post("/scim/v2" + endpoint)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void delete(TestToken token, String endpoint, String id) {
        given().header("Authorization", token.bearer())
                .delete("/scim/v2" + endpoint + "/" + id)
                .then()
                .statusCode(204);
    }

    private List<String> hashes(String id) {
        return sql.query(
                SqlText.of("SELECT value_hash FROM secret_value WHERE resource_id = ?", bytes(id)),
                row -> row.getString(1));
    }

    private List<String> documents(String table, String id) {
        return sql.query(
                SqlText.of("SELECT CONCAT(document, search_document) FROM " + table + " WHERE id = ?", bytes(id)),
                row -> row.getString(1));
    }

    private long uniqueRows(String id) {
        return sql.query(
                        SqlText.of("SELECT COUNT(*) FROM unique_value WHERE resource_id = ?", bytes(id)),
                        row -> row.getLong(1))
                .getFirst();
    }

    private static byte[] bytes(String id) {
        return ResourceIds.bytes(UUID.fromString(id));
    }
}
