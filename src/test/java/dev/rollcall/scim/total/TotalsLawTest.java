package dev.rollcall.scim.total;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.sql.RecordingSql;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is kept is what the rows come to, at any moment, whoever writes what.
@QuarkusTest
class TotalsLawTest {
    private static final String TYPE = "application/scim+json";
    private static final int WRITERS = 6;
    private static final int STEPS = 25;

    private final TestTokens tokens;
    private final TotalChecks checks;
    private final Transactions transactions;
    private final Sql sql;
    private final DataSource dataSource;
    private TestToken token = new TestToken(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0), "");

    TotalsLawTest(TestTokens tokens, TotalChecks checks, Transactions transactions, Sql sql, DataSource dataSource) {
        this.tokens = tokens;
        this.checks = checks;
        this.transactions = transactions;
        this.sql = sql;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void anOrganization() {
        token = tokens.anOrganization().issue();
    }

    /// Each writer has users and a seed of its own. Somebody compares meanwhile, and corrects what is right already.
    @Test
    void totalsAreTheRowsAtEveryMomentOfParallelWrites() throws Exception {
        var done = new AtomicBoolean();
        var live = 0;
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            var looker = CompletableFuture.runAsync(
                    () -> {
                        do {
                            assertThat(checks.compare(token.organizationId())).allMatch(TotalCheck::isRight);
                            assertThat(checks.correct(token.organizationId())).allMatch(TotalCheck::isRight);
                        } while (!done.get());
                    },
                    threads);
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.supplyAsync(() -> write(writer), threads))
                    .toList();
            try {
                for (var writer : writers) {
                    live += writer.get();
                }
            } finally {
                done.set(true);
            }
            looker.get();
        }

        assertThat(total("/Users", null)).isEqualTo(live);
        var states = Stream.of("active eq true", "active eq false", "not (active pr)")
                .mapToInt(filter -> total("/Users", filter))
                .sum();
        assertThat(states).isEqualTo(live);
        // The same users by a filter that is no state, so that they are counted.
        assertThat(total("/Users", "active eq true"))
                .isEqualTo(total("/Users", "active eq true and userName pr"))
                .isPositive();
        assertThat(total("/Groups", null)).isEqualTo(WRITERS);
        assertThat(total("", null)).isEqualTo(live + WRITERS);
    }

    /// @return how many users it leaves
    private int write(int writer) {
        var random = new Random(writer);
        var users = new ArrayList<String>();
        var group =
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"g" + writer + "\"}";
        assertThat(send("POST", "/Groups", group).statusCode()).isEqualTo(201);
        for (var step = 0; step < STEPS; step++) {
            var any = users.isEmpty() ? null : users.get(random.nextInt(users.size()));
            if (any == null || random.nextInt(5) < 2) {
                var name = "u" + writer + "-" + step;
                var created = send("POST", "/Users", user(name, random.nextBoolean()));
                users.add(created.then().statusCode(201).extract().path("id"));
                // Who is inactive comes back; of the others only the row tells that the name is taken.
                assertThat(send("POST", "/Users", user(name, true)).statusCode())
                        .isIn(201, 409);
            } else if (random.nextBoolean()) {
                patch(any, "{\"op\":\"replace\",\"path\":\"active\",\"value\":" + random.nextBoolean() + "}");
            } else if (random.nextBoolean()) {
                patch(any, "{\"op\":\"remove\",\"path\":\"active\"}");
            } else {
                assertThat(send("DELETE", "/Users/" + any, null).statusCode()).isEqualTo(204);
                users.remove(any);
            }
        }
        return users.size();
    }

    @Test
    void whatIsRolledBackWasNeverCounted() {
        send("POST", "/Users", user("stays", true)).then().statusCode(201);

        assertThatThrownBy(() -> transactions.write(() -> {
                    sql.update(SqlText.of("DELETE FROM scim_user WHERE organization_id = ?", (Object)
                            ResourceIds.bytes(token.organizationId())));
                    assertThat(total()).isZero();
                    throw new IllegalStateException("not after all");
                }))
                .hasMessage("not after all");

        assertThat(total()).isEqualTo(1);
        assertThat(total("/Users", null)).isEqualTo(1);
    }

    private long total() {
        return sql.query(
                        SqlText.of(
                                "SELECT SUM(resources) FROM resource_total WHERE organization_id = ?"
                                        + " AND resource_type = 'User'",
                                (Object) ResourceIds.bytes(token.organizationId())),
                        row -> row.getLong(1))
                .getFirst();
    }

    @Test
    void aWrongTotalIsFoundAndMadeRight() {
        send("POST", "/Users", user("one", true)).then().statusCode(201);
        sql.update(SqlText.of(
                "UPDATE resource_total SET resources = resources + 7, active = active - 1 WHERE organization_id = ?",
                (Object) ResourceIds.bytes(token.organizationId())));
        assertThat(total("/Users", null)).isNotEqualTo(1);

        assertThat(checks.compare(token.organizationId())).anyMatch(check -> !check.isRight());
        checks.correct(token.organizationId());

        assertThat(checks.compare(token.organizationId())).allMatch(TotalCheck::isRight);
        assertThat(total("/Users", null)).isEqualTo(1);
        assertThat(total("/Users", "active eq true")).isEqualTo(1);
    }

    /// A statement for each, and none that counts rows of resources.
    @Test
    void whatIsKeptIsNotCounted() {
        send("POST", "/Users", user("one", true)).then().statusCode(201);
        send("POST", "/Users", user("two", true)).then().statusCode(201);
        var recording = new RecordingSql(dataSource);
        QuarkusMock.installMockForType(recording, Sql.class);

        for (var path : new String[] {"/Users", "/Groups", ""}) {
            total(path, null);
            assertThat(recording.taken()).noneMatch(query -> query.sql().contains("COUNT("));
        }
        total("/Users", "active eq true");
        total("/Users", "active eq false");
        page("/Users", null, 1);
        assertThat(recording.taken()).noneMatch(query -> query.sql().contains("COUNT("));
        total("/Users", "title pr");
        assertThat(recording.taken()).anyMatch(query -> query.sql().contains("COUNT("));
    }

    private int total(String path, @Nullable String filter) {
        return page(path, filter, 0);
    }

    private int page(String path, @Nullable String filter, int count) {
        var request = given().header("Authorization", token.bearer()).queryParam("count", count);
        if (filter != null) {
            request.queryParam("filter", filter);
        }
        return request.get("/scim/v2" + path).then().statusCode(200).extract().path("totalResults");
    }

    private void patch(String id, String operation) {
        var body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
        assertThat(send("PATCH", "/Users/" + id, body).statusCode()).isEqualTo(200);
    }

    private Response send(String method, String path, @Nullable String body) {
        var request = given().header("Authorization", token.bearer()).contentType(TYPE);
        return (body == null ? request : request.body(body)).request(method, "/scim/v2" + path);
    }

    private static String user(String name, boolean active) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\",\"active\":%s}"
                .formatted(name, active);
    }
}
