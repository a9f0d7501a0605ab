package dev.rollcall.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeatLimitTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final Given given;
    private UUID organization = UUID.randomUUID();
    private Provisioned provider = new Provisioned("");

    SeatLimitTest(Callers callers, TestTokens tokens, Given given) {
        this.callers = callers;
        this.tokens = tokens;
        this.given = given;
    }

    @BeforeEach
    void addAnOrganization() {
        var token = tokens.anOrganization().issue();
        organization = token.organizationId();
        provider = new Provisioned(token.token());
    }

    private String path(String rest) {
        return "/api/v1/organizations/" + organization + rest;
    }

    private Response limit(@Nullable Integer seats) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("seatLimit", seats);
        var answer = callers.operator().body(body).patch(path("/policies"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private int taken() {
        return callers.operator().get(path("/policies")).path("seatsTaken");
    }

    private int counted() {
        return given.number(
                "SELECT (SELECT COUNT(*) FROM scim_user WHERE organization_id = ? AND (active IS NULL OR active = TRUE))"
                        + " + (SELECT COUNT(*) FROM person WHERE organization_id = ? AND state IN ('INVITED', 'ACTIVE'))",
                ResourceIds.bytes(organization),
                ResourceIds.bytes(organization));
    }

    private Response invite(String email) {
        return callers.admin(organization).body(Map.of("email", email)).post(path("/invitations"));
    }

    @Test
    @DisplayName("A13 the user who is one too many is refused with a sentence for the IdP's admin, and nothing is done")
    void refusesTheOneTooMany() {
        limit(2);
        provider.created(Map.of("userName", "one"));
        var two = provider.created(Map.of("userName", "two"));

        var refused = provider.create(Map.of("userName", "three"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat((String) refused.path("detail"))
                .startsWith("All 2 seats of the organization are taken")
                .contains("Disable or delete somebody");
        assertThat(refused.<Object>path("scimType")).isNull();
        assertThat(provider.count()).isEqualTo(2);
        assertThat(given.number(
                        "SELECT COUNT(*) FROM provisioning_event WHERE organization_id = ? AND kind <> 'refused'",
                        (Object) ResourceIds.bytes(organization)))
                .isEqualTo(2);

        assertThat(provider.request()
                        .body(Map.of(
                                "schemas",
                                List.of("urn:ietf:params:scim:schemas:core:2.0:Group"),
                                "displayName",
                                "Sales",
                                "members",
                                List.of(Map.of("value", two))))
                        .post("/scim/v2/Groups")
                        .statusCode())
                .as("groups still sync")
                .isEqualTo(201);
    }

    @Test
    @DisplayName("A13 whoever is disabled or deleted leaves a seat, and takes one when enabled")
    void seatsAreLeftAndTaken() {
        limit(2);
        var one = provider.created(Map.of("userName", "one"));
        var two = provider.created(Map.of("userName", "two"));
        provider.created(Map.of("userName", "inactive", "active", false));
        assertThat(taken()).isEqualTo(2);

        provider.active(one, false);
        var three = provider.created(Map.of("userName", "three"));
        var refused = provider.active(one, true);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
        assertThat((boolean) provider.read(one).path("active")).isFalse();
        provider.delete(three);
        provider.delete(one);
        assertThat(taken()).isOne();
        assertThat(provider.create(Map.of("userName", "four")).statusCode()).isEqualTo(201);
        assertThat(provider.create(Map.of("userName", "five")).statusCode()).isEqualTo(403);
        provider.active(two, false);
        assertThat(provider.create(Map.of("userName", "five")).statusCode()).isEqualTo(201);
        assertThat(taken()).isEqualTo(counted()).isEqualTo(2);
    }

    @Test
    @DisplayName("A13 of a bulk request the others are done")
    void theOthersOfABulkRequestAreDone() {
        limit(2);
        var operations = IntStream.range(0, 4)
                .mapToObj(i -> Map.of(
                        "method",
                        "POST",
                        "path",
                        "/Users",
                        "bulkId",
                        "b" + i,
                        "data",
                        Provisioned.user(Map.of("userName", "user" + i, "active", i != 1))))
                .toList();

        var answer = provider.request()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                        "Operations",
                        operations))
                .post("/scim/v2/Bulk");

        assertThat(answer.jsonPath().getList("Operations.status", String.class))
                .containsExactly("201", "201", "201", "403");
        assertThat(provider.count()).isEqualTo(3);
    }

    @Test
    @DisplayName("A13 invited and noted people take seats; one who joins takes no second")
    void peopleTakeSeats() {
        limit(2);
        assertThat(invite("babs@example.com").statusCode()).isEqualTo(201);
        var noted =
                callers.operator().body(Map.of("email", "mandy@example.com")).post(path("/members"));
        assertThat(noted.statusCode()).isEqualTo(201);

        var refused = invite("jane@example.com");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat((String) refused.path("type")).isEqualTo("urn:rollcall:problem:limit");
        assertThat(given.people(organization)).isEqualTo(2);
        assertThat(provider.create(Map.of("userName", "jane@example.com")).statusCode())
                .isEqualTo(403);
        assertThat(provider.create(Map.of("userName", "babs@example.com")).statusCode())
                .isEqualTo(201);
        assertThat(taken()).isEqualTo(counted()).isEqualTo(2);
        callers.admin(organization).body(Map.of("active", false)).patch(path("/members/" + noted.path("id")));
        assertThat(taken()).isEqualTo(counted()).isOne();
        assertThat(invite("jane@example.com").statusCode()).isEqualTo(201);
        assertThat(callers.admin(organization)
                        .body(Map.of("active", true))
                        .patch(path("/members/" + noted.path("id")))
                        .statusCode())
                .isEqualTo(409);
        assertThat(provider.create(Map.of("userName", "jane@example.com", "active", false))
                        .statusCode())
                .isEqualTo(201);
        assertThat(taken()).isEqualTo(counted()).isOne();
    }

    @Test
    @DisplayName("A13 a limit below what is there is accepted, says so, and refuses the next ones only")
    void aLimitBelowWhatIsThere() {
        IntStream.range(0, 3)
                .forEach(i -> given.update(
                        "INSERT INTO person (id, organization_id, origin, state, email, account_key, made_by, created, changed,"
                                + " version) VALUES (?, ?, 'JIT', 'ACTIVE', ?, ?, '', 1, 1, 1)",
                        ResourceIds.bytes(UUID.randomUUID()),
                        ResourceIds.bytes(organization),
                        i + "@example.com",
                        i + "@example.com"));

        assertThat((int) limit(1).path("seatsTaken")).isEqualTo(3);

        assertThat(provider.create(Map.of("userName", "one")).statusCode()).isEqualTo(403);
        assertThat(provider.create(Map.of("userName", "1@example.com")).statusCode())
                .as("has a seat")
                .isEqualTo(201);
        assertThat(taken()).isEqualTo(counted()).isEqualTo(3);
        assertThat((int) limit(4).path("seatsTaken")).isEqualTo(3);
        assertThat(provider.create(Map.of("userName", "one")).statusCode()).isEqualTo(201);
        assertThat(limit(null).<Object>path("seatsTaken")).isNull();
        assertThat(provider.create(Map.of("userName", "two")).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("A13 of many at once as many come in as there are seats")
    void exactUnderParallelCreates() throws InterruptedException, ExecutionException {
        limit(5);
        var work = IntStream.range(0, 24)
                .<Callable<Integer>>mapToObj(i -> () -> i % 3 == 0
                        ? invite("p" + i + "@example.com").statusCode()
                        : provider.create(Map.of("userName", "u" + i)).statusCode())
                .toList();
        var made = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(work)) {
                made += done.get() == 201 ? 1 : 0;
            }
        }

        assertThat(made).isEqualTo(5);
        assertThat(taken()).isEqualTo(counted()).isEqualTo(5);
    }
}
