package dev.rollcall.access.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One person is one member, whoever comes first: administrators who invite, a product that notes, an identity provider
/// that creates.
@QuarkusTest
class JoiningLawTest {
    private static final long SEED = 20261127;
    private static final int PEOPLE = 12;
    private static final int TRIES = 4;

    private final TestTokens tokens;
    private final Invitations invitations;
    private final People people;
    private final PeopleSweep sweep;
    private final Sql sql;

    JoiningLawTest(TestTokens tokens, Invitations invitations, People people, PeopleSweep sweep, Sql sql) {
        this.tokens = tokens;
        this.invitations = invitations;
        this.people = people;
        this.sweep = sweep;
        this.sql = sql;
    }

    @Test
    void whateverComesAtOnceEndsInOneMemberEach() throws InterruptedException, ExecutionException {
        var token = tokens.anOrganization().issue();
        var random = new Random(SEED);
        var work = new ArrayList<Callable<Boolean>>();
        for (var person = 0; person < PEOPLE; person++) {
            for (var i = 0; i < TRIES; i++) {
                work.add(one(token, random.nextInt(4), person));
            }
            // Each of them is created by the identity provider at least once.
            work.add(one(token, 0, person));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        sweep.run();

        var members = members(token.organizationId());
        assertThat(members).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(sql.query(
                        SqlText.of("SELECT COUNT(*) FROM person WHERE organization_id = ?", (Object)
                                ResourceIds.bytes(token.organizationId())),
                        row -> row.getInt(1)))
                .containsExactly(0);
    }

    private Callable<Boolean> one(TestToken token, int way, int person) {
        var email = "p" + person + "@example.com";
        return switch (way) {
            case 0 -> () -> create(token, Map.of("userName", email));
            case 1 ->
                () -> create(
                        token,
                        Map.of("userName", email, "emails", List.of(Map.of("type", "work", "value", "P" + email))));
            case 2 ->
                () -> unlessRefused(
                        () -> invitations.invite(token.organizationId(), new NewInvitation(email, null, List.of())));
            default -> () -> unlessRefused(() -> people.note(token.organizationId(), email, null));
        };
    }

    private static boolean unlessRefused(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RefusedException refused) {
            assertThat(refused.kind()).isEqualTo(RefusedException.Kind.TAKEN);
            return false;
        }
    }

    private static boolean create(TestToken token, Map<String, ?> attributes) {
        var status = given().auth()
                .oauth2(token.token())
                .contentType("application/scim+json")
                .body(attributes)
                .post("/scim/v2/Users")
                .statusCode();
        assertThat(status).isIn(201, 409);
        return status == 201;
    }

    private List<String> members(UUID organization) {
        return sql.query(
                SqlText.of(
                        "SELECT user_name_key FROM scim_user WHERE organization_id = ? UNION ALL SELECT live_key FROM"
                                + " person WHERE organization_id = ?",
                        ResourceIds.bytes(organization),
                        ResourceIds.bytes(organization)),
                row -> row.getString(1));
    }

    @Test
    void aPersonWhoseAddressAUserGetsLaterBecomesThatUser() {
        var token = tokens.anOrganization().issue();
        var organization = token.organizationId();
        var invited = invitations.invite(organization, new NewInvitation("late@example.com", null, List.of()));
        give(organization, invited.person().id());
        var users =
                IntStream.range(0, 2).mapToObj(i -> created(token, "user" + i)).toList();

        patch(token, users.getFirst(), "late@example.com");
        sweep.run();

        assertThat(invitations.find(organization, invited.person().id())).isEmpty();
        assertThat(sql.query(
                        SqlText.of("SELECT member_id FROM member_grant WHERE organization_id = ?", (Object)
                                ResourceIds.bytes(organization)),
                        row -> ResourceIds.fromBytes(row.getBytes(1)).toString()))
                .containsExactly(users.getFirst());
    }

    private void give(UUID organization, UUID member) {
        var role = ResourceIds.bytes(UUID.randomUUID());
        sql.update(SqlText.of(
                "INSERT INTO role (id, organization_id, name, scope, role_rank, admin, created, version)"
                        + " VALUES (?, ?, 'Auditor', 'ORGANIZATION', 1, FALSE, 1, 1)",
                role,
                ResourceIds.bytes(organization)));
        sql.update(SqlText.of(
                "INSERT INTO member_grant (id, organization_id, member_id, scope_id, role_id, made_by, created)"
                        + " VALUES (?, ?, ?, ?, ?, 'somebody', 1)",
                ResourceIds.bytes(UUID.randomUUID()),
                ResourceIds.bytes(organization),
                ResourceIds.bytes(member),
                ResourceIds.bytes(organization),
                role));
    }

    private static String created(TestToken token, String userName) {
        return given().auth()
                .oauth2(token.token())
                .contentType("application/scim+json")
                .body(Map.of("userName", userName))
                .post("/scim/v2/Users")
                .path("id");
    }

    private static void patch(TestToken token, String id, String email) {
        assertThat(given().auth()
                        .oauth2(token.token())
                        .contentType("application/scim+json")
                        .body(Map.of(
                                "schemas",
                                List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                                "Operations",
                                List.of(Map.of(
                                        "op",
                                        "add",
                                        "path",
                                        "emails",
                                        "value",
                                        List.of(Map.of("type", "Work", "value", email))))))
                        .patch("/scim/v2/Users/" + id)
                        .statusCode())
                .isEqualTo(200);
    }
}
