package dev.rollcall.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TakeoverTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final Given given;
    private TestToken token = new TestToken(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "");
    private Provisioned provider = new Provisioned("");

    TakeoverTest(Callers callers, TestTokens tokens, Given given) {
        this.callers = callers;
        this.tokens = tokens;
        this.given = given;
    }

    @BeforeEach
    void addAnOrganization() {
        token = tokens.anOrganization().issue();
        provider = new Provisioned(token.token());
    }

    private Response takeOver() {
        return callers.admin(token.organizationId())
                .post("/api/v1/organizations/" + token.organizationId() + "/connections/" + token.connectionId()
                        + "/takeover");
    }

    // What other replicas know is up to two seconds old, and so is what this one does.
    private void takenOver(int users, int groups) throws InterruptedException {
        var answer = takeOver();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat((int) answer.path("users")).isEqualTo(users);
        assertThat((int) answer.path("groups")).isEqualTo(groups);
        Thread.sleep(2_100);
    }

    private String group(String name, String member) {
        var answer = provider.request()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:schemas:core:2.0:Group"),
                        "displayName",
                        name,
                        "externalId",
                        "group-" + name,
                        "members",
                        List.of(Map.of("value", member))))
                .post("/scim/v2/Groups");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    @Test
    @DisplayName("A18 users and groups stay, and their external ids are forgotten everywhere")
    void externalIdsAreForgotten() throws InterruptedException {
        var jane = provider.created(Map.of("userName", "jane", "externalId", "old-1", "title", "Boss"));
        provider.created(Map.of("userName", "jim"));
        var before = provider.read(jane);
        var group = group("Sales", jane);

        takenOver(1, 1);

        var after = provider.read(jane);
        assertThat(after.<Object>path("externalId")).isNull();
        assertThat((String) after.path("title")).isEqualTo("Boss");
        assertThat((String) after.path("groups[0].value")).isEqualTo(group);
        assertThat((String) after.path("meta.version")).isNotEqualTo(before.path("meta.version"));
        for (var filter : List.of("externalId eq \"old-1\"", "externalId pr")) {
            assertThat((int) provider.request()
                            .queryParam("filter", filter)
                            .get("/scim/v2/Users")
                            .path("totalResults"))
                    .isZero();
        }
        assertThat(provider.request().get("/scim/v2/Groups/" + group).<Object>path("externalId"))
                .isNull();
        assertThat(given.audited(token.organizationId(), token.connectionId().toString()))
                .contains("connection.taken-over");
    }

    @Test
    @DisplayName("A18 a user whom the new identity provider creates is the one who is there, by userName, once")
    void matchesByUserName() throws InterruptedException {
        var jane = provider.created(Map.of("userName", "jane", "externalId", "old-1"));
        takenOver(1, 0);

        var again = Map.of("userName", "JANE", "externalId", "new-1");
        assertThat(provider.created(again)).isEqualTo(jane);

        assertThat((String) provider.read(jane).path("externalId")).isEqualTo("new-1");
        assertThat(provider.create(again).statusCode()).isEqualTo(409);
        assertThat(provider.count()).isOne();
    }

    @Test
    @DisplayName("A18 by the e-mail of the account otherwise, where it is one person's alone")
    void matchesByEmail() throws InterruptedException {
        var jane = provider.created(Map.of("userName", "jane", "emails", Provisioned.work("Jane@example.com")));
        var jim = provider.created(Map.of("userName", "jim@example.com"));
        provider.created(Map.of("userName", "a", "emails", Provisioned.work("both@example.com")));
        provider.created(Map.of("userName", "b", "emails", Provisioned.work("both@example.com")));
        takenOver(0, 0);

        assertThat(provider.created(Map.of("userName", "jane@example.com"))).isEqualTo(jane);
        assertThat(provider.created(Map.of("userName", "jimmy", "emails", Provisioned.work("jim@example.com"))))
                .isEqualTo(jim);
        provider.created(Map.of("userName", "both@example.com"));
        assertThat(provider.count()).isEqualTo(5);
    }

    @Test
    @DisplayName("A18 PingOne looks the userName up, and replaces")
    void pingOneLooksUpAndReplaces() throws InterruptedException {
        var jane = provider.created(Map.of("userName", "jane", "externalId", "old-1"));
        takenOver(1, 0);

        var found =
                provider.request().queryParam("filter", "userName eq \"jane\"").get("/scim/v2/Users");
        assertThat((String) found.path("Resources[0].id")).isEqualTo(jane);
        assertThat(provider.request()
                        .body(Provisioned.user(Map.of("userName", "jane", "externalId", "new-1")))
                        .put("/scim/v2/Users/" + jane)
                        .statusCode())
                .isEqualTo(200);
        assertThat(provider.create(Map.of("userName", "jane")).statusCode())
                .as("has been met")
                .isEqualTo(409);
    }

    @Test
    @DisplayName(
            "A18 asked again for the same connection it finishes what was not, and leaves alone what was met since")
    void isFinishedByAskingAgain() throws InterruptedException {
        var jane = provider.created(Map.of("userName", "jane", "externalId", "old-1"));
        var jim = provider.created(Map.of("userName", "jim", "externalId", "old-2"));
        takenOver(2, 0);
        provider.created(Map.of("userName", "jane", "externalId", "new-1"));
        // As if it had ended before it came to this one.
        given.update(
                "UPDATE scim_user SET external_id = 'old-2', document = JSON_SET(document, '$.externalId', 'old-2')"
                        + " WHERE id = ?",
                (Object) ResourceIds.bytes(UUID.fromString(jim)));

        takenOver(1, 0);

        assertThat((String) provider.read(jane).path("externalId")).isEqualTo("new-1");
        assertThat(provider.read(jim).<Object>path("externalId")).isNull();
    }

    @Test
    void aConnectionOfAnotherIsNotThere() {
        var other = tokens.anOrganization().issue();

        assertThat(callers.admin(token.organizationId())
                        .post("/api/v1/organizations/" + token.organizationId() + "/connections/" + other.connectionId()
                                + "/takeover")
                        .statusCode())
                .isEqualTo(404);
    }
}
