package dev.rollcall.scim.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rollcall.connection.Connections;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import dev.rollcall.token.TokenIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchesTest {
    private static final String USERS = "/scim/v2/Users";

    private final TestTokens tokens;
    private final Connections connections;
    private final TokenIssuer issuer;
    private final Sql sql;
    private TestToken token = new TestToken(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0), "");

    SearchesTest(TestTokens tokens, Connections connections, TokenIssuer issuer, Sql sql) {
        this.tokens = tokens;
        this.connections = connections;
        this.issuer = issuer;
        this.sql = sql;
    }

    @BeforeEach
    void anOrganization() {
        token = tokens.anOrganization().issue();
    }

    @Test
    @Proves({"CU-014", "CU-015"})
    void aCursorIsGoodForEveryCredentialOfItsConnectionAndForNoOtherConnection() {
        create(3);
        var next = page(Map.of("cursor", "", "count", "2")).path("nextCursor").toString();
        var rotated = tokens.another(token);
        tokens.revoke(token);
        var asked = Map.of("cursor", next, "count", "2");
        search(rotated.bearer(), asked).then().statusCode(200).body("itemsPerPage", equalTo(1));
        var other =
                connections.add(token.organizationId(), "Other", IdentityProvider.PINGONE, ConformanceMode.COMPATIBLE);
        var foreign = issuer.issue(other, "Other", Set.of(Scope.READ));
        search("Bearer " + foreign.token(), asked).then().statusCode(400).body("scimType", equalTo("invalidCursor"));
    }

    /// In a URI the blank may have been a `+`, in a body it was none, so the two are no one query.
    @Test
    void aCursorOfAFilterThatLostItsPlusIsOfNoUseInABody() {
        create(3);
        var filter = "userName eq \"lost plus@example.com\" or userName sw \"stays\"";
        var next = page(Map.of("cursor", "", "count", "2", "filter", filter)).path("nextCursor");
        given().header("Authorization", token.bearer())
                .contentType("application/scim+json")
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:SearchRequest"),
                        "filter",
                        filter,
                        "cursor",
                        next,
                        "count",
                        2))
                .post(USERS + "/.search")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidCursor"));
    }

    /// Whoever stays from the first page to the last is seen exactly once, whoever comes or goes meanwhile at
    /// most once.
    @ParameterizedTest
    @ValueSource(strings = {"", "userName", "title", "meta.lastModified"})
    @Proves("CU-006")
    void nobodyIsSkippedOrSeenTwiceWhileOthersComeAndGo(String sortBy) throws Exception {
        create(40);
        var done = new AtomicBoolean();
        var number = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var others = IntStream.range(0, 2)
                    .mapToObj(_ -> CompletableFuture.runAsync(
                            () -> {
                                while (!done.get()) {
                                    comeAndGo(number.getAndIncrement());
                                }
                            },
                            threads))
                    .toList();
            for (var walk = 0; walk < 3; walk++) {
                var seen = walk(sortBy);
                assertThat(seen).doesNotHaveDuplicates();
                assertThat(seen)
                        .containsAll(IntStream.range(0, 40)
                                .mapToObj("stays-%d"::formatted)
                                .toList());
            }
            done.set(true);
            for (var other : others) {
                other.get();
            }
        }
    }

    private void comeAndGo(int number) {
        var id = given().header("Authorization", token.bearer())
                .contentType("application/json")
                .body(user((number * 7919 % 10) + "comes-" + number))
                .post(USERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().header("Authorization", token.bearer())
                .delete(USERS + "/" + id)
                .then()
                .statusCode(204);
    }

    private List<String> walk(String sortBy) {
        var seen = new ArrayList<String>();
        @Nullable String cursor = "";
        while (cursor != null) {
            var page = page(Map.of("cursor", cursor, "count", "6", "sortBy", sortBy));
            seen.addAll(page.jsonPath().getList("Resources.userName", String.class));
            cursor = page.path("nextCursor");
        }
        return seen;
    }

    @Test
    void aPageTakesTheSameStatementsWhateverItHolds() {
        create(12);
        var small = statements(Map.of("count", "10"));
        var emails = IntStream.range(0, 30)
                .mapToObj("{\"value\":\"%d@example.com\",\"type\":\"t\"}"::formatted)
                .toList();
        for (var i = 0; i < 100; i++) {
            create(
                    "{\"userName\":\"large-%d\",\"emails\":%s,\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]}"
                            .formatted(i, emails));
        }
        var large = statements(Map.of("count", "100", "sortBy", "emails.value", "sortOrder", "descending"));
        assertThat(large).isEqualTo(small);
        // The page and the count, and what tells who asks and which groups they are in.
        assertThat(large).isBetween(2L, 4L);
    }

    /// The fewest SELECTs that the server ran for one request; others may run some meanwhile.
    private long statements(Map<String, String> parameters) {
        return IntStream.range(0, 6)
                .mapToLong(_ -> {
                    var before = selects();
                    page(parameters);
                    return selects() - before;
                })
                .min()
                .orElseThrow();
    }

    private long selects() {
        return sql.query(SqlText.of("SHOW GLOBAL STATUS LIKE 'Com_select'"), row -> row.getLong(2))
                .getFirst();
    }

    private Response page(Map<String, String> parameters) {
        var answer = search(token.bearer(), parameters);
        answer.then().statusCode(200);
        return answer;
    }

    private static Response search(String bearer, Map<String, String> parameters) {
        return given().header("Authorization", bearer).queryParams(parameters).get(USERS);
    }

    private void create(int users) {
        for (var i = 0; i < users; i++) {
            create(user("stays-" + i));
        }
    }

    private void create(String body) {
        given().header("Authorization", token.bearer())
                .contentType("application/json")
                .body(body)
                .post(USERS)
                .then()
                .statusCode(201);
    }

    private static String user(String name) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","title":"t%d"}
                """.formatted(name, name.hashCode() % 3);
    }
}
