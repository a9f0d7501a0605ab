package dev.rollcall.scim.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sql.RecordingSql;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages by `startIndex`: a walk through them, and a jump to one.
@QuarkusTest
class IndexPagesTest {
    private static final int STAY = 40;
    private static final int PAGE = 6;

    private final TestTokens tokens;
    private final Sql sql;
    private final DataSource dataSource;
    private TestToken token = new TestToken(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0), "");

    IndexPagesTest(TestTokens tokens, Sql sql, DataSource dataSource) {
        this.tokens = tokens;
        this.sql = sql;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void anOrganization() {
        token = tokens.anOrganization().issue();
    }

    /// Whoever stays from the first page to the last is seen exactly once, whoever comes or goes meanwhile at most
    /// once.
    @ParameterizedTest
    @ValueSource(strings = {"", "filter=active eq true", "filter=title pr", "sortBy=userName", "sortBy=title"})
    void nobodyIsSkippedOrSeenTwiceWhileOthersComeAndGo(String query) throws Exception {
        // Half of those who will go stand before those who stay.
        var first = new ArrayList<>(add("first", STAY));
        add("stays", STAY);
        var done = new AtomicBoolean();
        var number = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var coming = CompletableFuture.runAsync(
                    () -> {
                        while (!done.get()) {
                            delete(create("comes-" + number.getAndIncrement()));
                        }
                    },
                    threads);
            var going = CompletableFuture.runAsync(
                    () -> {
                        while (!done.get() && !first.isEmpty()) {
                            delete(first.removeFirst());
                        }
                    },
                    threads);
            for (var walk = 0; walk < 3; walk++) {
                var seen = walk(query);
                assertThat(seen).doesNotHaveDuplicates();
                assertThat(seen)
                        .containsAll(IntStream.range(0, STAY)
                                .mapToObj("stays-%d"::formatted)
                                .toList());
            }
            done.set(true);
            coming.get();
            going.get();
        }
    }

    /// A client that believes the total goes on to the end, also where most of what it has seen is gone.
    @Test
    void aWalkGoesOnWhereAllThatItHasSeenIsDeleted() {
        add("u", 3 * PAGE);
        var seen = new ArrayList<String>();
        var startIndex = 1;
        while (true) {
            var page = page("", startIndex);
            var names = page.getList("Resources.userName", String.class);
            seen.addAll(names);
            page.getList("Resources.id", String.class).forEach(this::delete);
            startIndex += names.size();
            if (startIndex > page.getInt("totalResults")) {
                break;
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 3 * PAGE).mapToObj("u-%d"::formatted).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "filter=active eq true", "filter=title pr", "sortBy=userName&sortOrder=descending"})
    void aJumpFindsWhatStandsThere(String query) {
        add("u", 30);
        var all = names(query, 1, 30);
        assertThat(all).hasSize(30);
        for (var startIndex : new int[] {2, 11, 16, 25, 29, 30, 31, 99}) {
            var expected = all.subList(Math.min(30, startIndex - 1), Math.min(30, startIndex + 1));
            // A query of its own each, so that none has left a mark for it.
            assertThat(names(query + "&attributes=userName,x" + startIndex, startIndex, 2))
                    .as("%d", startIndex)
                    .isEqualTo(expected);
        }
    }

    /// Neither a walk nor a jump skips documents.
    @Test
    void pagesAreReadBehindAResourceAndNotByTheirNumber() {
        add("u", 3 * PAGE);
        var recording = new RecordingSql(dataSource);
        QuarkusMock.installMockForType(recording, Sql.class);

        page("", 1);
        page("", 1 + PAGE);
        page("filter=active eq true", 1 + PAGE);

        assertThat(recording.taken())
                .filteredOn(query -> query.sql().contains("r.document"))
                .hasSize(3)
                .allSatisfy(query -> assertThat(query.values().getLast()).isEqualTo(0L));
    }

    @Test
    void aWalkThatComesAgainFindsItsMarks() {
        add("u", 3 * PAGE);
        var first = walk("");
        var marks = marks();
        assertThat(walk("")).isEqualTo(first);
        assertThat(marks()).isEqualTo(marks).hasSize(3);
    }

    private List<String> marks() {
        return sql.query(
                SqlText.of(
                        "SELECT CONCAT(start_index, HEX(resource_id)) FROM page_mark WHERE organization_id = ?"
                                + " ORDER BY start_index",
                        (Object) ResourceIds.bytes(token.organizationId())),
                row -> row.getString(1));
    }

    private List<String> walk(String query) {
        var seen = new ArrayList<String>();
        while (true) {
            var page = page(query, seen.size() + 1);
            seen.addAll(page.getList("Resources.userName", String.class));
            if (seen.size() >= page.getInt("totalResults")) {
                return seen;
            }
        }
    }

    private JsonPath page(String query, int startIndex) {
        return page(query, startIndex, PAGE);
    }

    private List<String> names(String query, int startIndex, int count) {
        return page(query, startIndex, count).getList("Resources.userName", String.class);
    }

    private JsonPath page(String query, int startIndex, int count) {
        var request = given().header("Authorization", token.bearer())
                .queryParams(Map.of("startIndex", startIndex, "count", count));
        for (var parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                request.queryParam(parameter.split("=", 2)[0], parameter.split("=", 2)[1]);
            }
        }
        return request.get("/scim/v2/Users").then().statusCode(200).extract().jsonPath();
    }

    private List<String> add(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> create(prefix + "-" + i)).toList();
    }

    private String create(String name) {
        return given().header("Authorization", token.bearer())
                .contentType("application/json")
                .body("""
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","active":true,"title":"t%d"}
                        """.formatted(name, name.hashCode() % 3))
                .post("/scim/v2/Users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void delete(String id) {
        given().header("Authorization", token.bearer())
                .delete("/scim/v2/Users/" + id)
                .then()
                .statusCode(204);
    }
}
