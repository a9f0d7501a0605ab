package dev.rollcall.api.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.testing.AccessRows;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MembersEndpointTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final AccessRows rows;
    private UUID organization = UUID.randomUUID();
    private String bearer = "";

    MembersEndpointTest(Callers callers, TestTokens tokens, AccessRows rows) {
        this.callers = callers;
        this.tokens = tokens;
        this.rows = rows;
    }

    @BeforeEach
    void addOrganization() {
        var token = tokens.anOrganization().issue();
        organization = token.organizationId();
        bearer = token.bearer();
    }

    @Test
    void aMemberIsShownWithAttributesGroupsGrantsAndReasons() {
        var id = user(
                "barbara",
                "\"externalId\":\"7\",\"displayName\":\"Barbara Jensen\",\"password\":\"s3cret-word\","
                        + "\"emails\":[{\"value\":\"b@home.example\",\"type\":\"home\"},{\"value\":\"B@Example.com\",\"type\":\"work\"}]");
        var inner = group("Inner", "User", id);
        var outer = group("Outer", "Group", inner);
        var team = rows.team(organization, "EMEA");
        var editor = rows.role(organization, "Editor", 2);
        var viewer = rows.role(organization, "Viewer", 1);
        var admin = rows.role(organization, "Admin", 0);
        rows.mapping(organization, outer, team, editor);
        rows.grant(organization, id, team, viewer);
        rows.grant(organization, id, organization, admin);

        var read = callers.admin(organization).get(path() + "/" + id);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asString()).doesNotContain("s3cret");
        assertThat(read.jsonPath().getMap("member"))
                .containsEntry("id", id.toString())
                .containsEntry("state", "active")
                .containsEntry("origin", "scim")
                .containsEntry("email", "B@Example.com")
                .containsEntry("maySignIn", true)
                .containsEntry("ambiguous", false)
                .containsEntry("userName", "barbara")
                .containsEntry("externalId", "7")
                .containsEntry("displayName", "Barbara Jensen")
                .doesNotContainKeys("refusal", "emailMissing");
        assertThat(read.jsonPath().getMap("attributes")).containsEntry("displayName", "Barbara Jensen");
        assertThat(read.jsonPath().getList("groups.name", String.class)).containsExactlyInAnyOrder("Inner", "Outer");
        assertThat(read.<Boolean>path("groups.find { it.name == 'Outer' }.direct"))
                .isFalse();
        assertThat(read.jsonPath().getList("changes.kind", String.class)).containsExactly("created");
        assertThat(read.jsonPath().getList("member.grants.role.name", String.class))
                .containsExactly("Admin", "Editor");
        assertThat(read.jsonPath().getList("member.grants.reasons.flatten().sentence", String.class))
                .containsExactly("By hand, by barbara@example.com", "By group Outer, through group Inner");
        assertThat(read.<String>path("member.grants[1].team.name")).isEqualTo("EMEA");
        assertThat(read.<Boolean>path("member.grants[0].admin")).isTrue();
    }

    @Test
    void whoHasNoAddressIsToldWhatToMap() {
        var id = user("nobody", "\"emails\":[{\"value\":\"n@home.example\",\"type\":\"home\"}]");

        var member =
                callers.admin(organization).get(path() + "/" + id).jsonPath().getMap("member");

        assertThat(member)
                .containsEntry("maySignIn", false)
                .containsEntry("emailMissing", "no address: map one to userName, or a primary or work e-mail")
                .doesNotContainKey("email");
        assertThat((String) member.get("refusal")).contains("no address");
    }

    @ParameterizedTest
    @CsvSource({
        "state=active,                  jit@x.example jane@x.example",
        "state=inactive,                off@x.example gone-inactive@x.example",
        "state=invited,                 invited@x.example",
        "state=deleted,                 deleted@x.example",
        "origin=scim,                   jane@x.example off@x.example deleted@x.example",
        "origin=jit,                    jit@x.example gone-inactive@x.example",
        "origin=invited,                invited@x.example",
        "origin=scim&state=inactive,    off@x.example",
        "origin=jit&state=invited,      ''",
        "order=newest,                  jane@x.example off@x.example invited@x.example jit@x.example"
                + " gone-inactive@x.example deleted@x.example"
    })
    void filtersByStateAndOrigin(String query, String emails) {
        user("jane@x.example", "\"active\":true");
        user("off@x.example", "\"active\":false");
        rows.person(organization, "INVITED", "INVITED", "invited@x.example", "Ina");
        rows.person(organization, "JIT", "ACTIVE", "jit@x.example", "Jim");
        rows.person(organization, "JIT", "INACTIVE", "gone-inactive@x.example", "Joe");
        rows.person(organization, "SCIM", "DELETED", "deleted@x.example", "Del");

        var expected = emails.isEmpty() ? new String[0] : emails.split(" ", -1);
        assertThat(walked(query + "&limit=2", "email")).containsExactlyInAnyOrder(expected);
        assertThat(walked(query, "email")).containsExactlyInAnyOrder(expected);
    }

    @Test
    void theNewestComeFirstUnlessAskedOtherwise() {
        var ids = List.of("a", "b", "c").stream()
                .map(name -> user(name, "\"active\":true").toString())
                .toList();

        assertThat(walked("limit=2", "id")).containsExactlyElementsOf(ids.reversed());
        assertThat(walked("limit=2&order=oldest", "id")).containsExactlyElementsOf(ids);
    }

    @Test
    void filtersByRoleAndTeamThatMembersHaveInTheEnd() {
        var team = rows.team(organization, "EMEA");
        var other = rows.team(organization, "APAC");
        var editor = rows.role(organization, "Editor", 2);
        var viewer = rows.role(organization, "Viewer", 1);
        var group = rows.group(organization, "Editors");
        var mapped = rows.users(organization, 7, group);
        var byHand = rows.users(organization, 3, null);
        rows.mapping(organization, group, team, editor);
        byHand.forEach(id -> rows.grant(organization, id, team, viewer));
        rows.grant(organization, mapped.getFirst(), team, viewer);
        rows.grant(organization, byHand.getFirst(), other, editor);
        var off = user("off@x.example", "\"active\":false");
        rows.grant(organization, off, team, viewer);

        assertThat(walked("limit=2&role=" + viewer, "id")).containsExactlyInAnyOrderElementsOf(texts(byHand));
        assertThat(walked("limit=3&role=" + editor + "&team=" + team, "id"))
                .containsExactlyInAnyOrderElementsOf(texts(mapped));
        assertThat(walked("limit=3&team=" + other, "id"))
                .containsExactly(byHand.getFirst().toString());
        assertThat(walked("limit=4&team=" + team, "id")).hasSize(10).doesNotHaveDuplicates();
        assertThat(walked("state=inactive&team=" + team, "id")).isEmpty();
        assertThat(walked("role=" + UUID.randomUUID(), "id")).isEmpty();
    }

    @Test
    void aDefaultIsWhatAFilterFindsToo() {
        var team = rows.team(organization, "Everybody");
        var viewer = rows.role(organization, "Viewer", 1);
        rows.defaultGrant(organization, team, viewer);
        var users = rows.users(organization, 3, null);
        var jit = rows.person(organization, "JIT", "ACTIVE", "jit@x.example", "Jim");
        rows.person(organization, "INVITED", "INVITED", "ina@x.example", "Ina");

        var all = new ArrayList<>(users);
        all.add(jit);
        assertThat(walked("limit=2&role=" + viewer, "id")).containsExactlyInAnyOrderElementsOf(texts(all));
        var grants = callers.admin(organization).get(path() + "?limit=1&role=" + viewer);
        assertThat(grants.<String>path("items[0].grants[0].reasons[0].kind")).isEqualTo("by-default");
    }

    @ParameterizedTest
    @CsvSource({
        "jan,       jane@x.example j2",
        "JANE D,    j2",
        "ja_,       ''",
        "w%,        ''",
        "work,      j3",
        "home,      ''",
        "ina@,      ina@x.example",
        "inés,      ina@x.example"
    })
    void searchesByTheBeginningOfAddressesAndNames(String search, String found) {
        user("jane@x.example", "\"displayName\":\"Janet\"");
        user("j2", "\"displayName\":\"Jane Doe\"");
        user(
                "j3",
                "\"emails\":[{\"value\":\"home@x.example\",\"type\":\"home\"},"
                        + "{\"value\":\"Work@x.example\",\"type\":\"work\"}]");
        rows.person(organization, "INVITED", "INVITED", "ina@x.example", "Inés Ina");

        for (var limit : List.of(1, 50)) {
            var names = new ArrayList<String>();
            for (var item : items("limit=" + limit + "&search=" + encoded(search))) {
                names.add(String.valueOf(item.getOrDefault("userName", item.get("email"))));
            }
            assertThat(names).containsExactlyInAnyOrder(found.isEmpty() ? new String[0] : found.split(" ", -1));
        }
    }

    @Test
    void anAddressTellsWhoMaySignIn() {
        var jane = user("Jane@x.example", "\"active\":true");
        var off = user("off@x.example", "\"active\":false");
        var work = user("w1", "\"emails\":[{\"value\":\"work@x.example\",\"type\":\"work\"}]");
        user("w2@x.example", "\"emails\":[{\"value\":\"work@x.example\",\"type\":\"work\"}]");

        assertThat(signIn("jANE@X.example")).containsExactly(jane + " true");
        assertThat(signIn("off@x.example")).containsExactly(off + " false");
        assertThat(signIn("work@x.example")).containsExactly(work + " true");
        assertThat(signIn("nobody@x.example")).isEmpty();
    }

    @Test
    void anAddressThatSeveralHaveLetsNobodyIn() {
        var one = user("m1", "\"emails\":[{\"value\":\"m@x.example\",\"primary\":true}]");
        var two = user("m@x.example", "\"active\":true");
        var three = user("m3", "\"active\":false,\"emails\":[{\"value\":\"M@x.example\",\"type\":\"work\"}]");

        var answer = callers.admin(organization).get(path() + "?email=m@x.example");

        assertThat(answer.jsonPath().getList("items.id", String.class))
                .containsExactlyInAnyOrder(one.toString(), two.toString(), three.toString());
        assertThat(answer.jsonPath().getList("items.maySignIn", Boolean.class)).containsOnly(false);
        assertThat(answer.jsonPath().getList("items.ambiguous", Boolean.class)).containsOnly(true);
        assertThat(answer.jsonPath().getList("items.refusal", String.class))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("3 members have this e-mail"));
        assertThat(callers.admin(organization).get(path() + "/" + two).<Boolean>path("member.maySignIn"))
                .isFalse();
        assertThat(callers.admin(organization)
                        .get(path() + "?limit=1&order=oldest")
                        .<Boolean>path("items[0].ambiguous"))
                .isTrue();
    }

    @Test
    void whoWasDeletedStandsInNobodysWay() {
        var jane = user("jane@x.example", "\"active\":true");
        rows.person(organization, "SCIM", "DELETED", "jane@x.example", "Jane");

        assertThat(signIn("jane@x.example")).hasSize(2).contains(jane + " true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=some",
                "origin=ldap",
                "role=1",
                "team=x",
                "order=random",
                "email=",
                "email=%20",
                "email=a@x.example&state=active",
                "limit=0",
                "cursor=x"
            })
    void whatDoesNotFitIsRefusedByItsName(String query) {
        var answer = page(query, null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field", String.class))
                .containsExactly(query.substring(0, query.indexOf('=')));
    }

    @Test
    void nothingOfAnotherOrganizationIsFound() {
        var id = user("jane@x.example", "\"active\":true");
        var other = tokens.anOrganization().issue().organizationId();
        var otherPath = "/api/v1/organizations/" + other + "/members";

        assertThat(callers.operator().get(otherPath + "/" + id).statusCode()).isEqualTo(404);
        assertThat(callers.operator().get(otherPath).jsonPath().getList("items"))
                .isEmpty();
        assertThat(callers.operator()
                        .get(otherPath + "?email=jane@x.example")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(callers.operator().get(path() + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(callers.operator()
                        .get("/api/v1/organizations/" + UUID.randomUUID() + "/members")
                        .statusCode())
                .isEqualTo(404);
    }

    private List<String> signIn(String email) {
        return callers
                .admin(organization)
                .queryParam("email", email)
                .get(path())
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .map(item -> item.get("id") + " " + item.get("maySignIn"))
                .toList();
    }

    private List<String> walked(String query, String field) {
        return items(query).stream()
                .map(item -> String.valueOf(item.get(field)))
                .toList();
    }

    /// Of all pages.
    private List<Map<String, Object>> items(String query) {
        var all = new ArrayList<Map<String, Object>>();
        String cursor = null;
        do {
            var page = page(query, cursor);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            all.addAll(page.jsonPath().getList("items"));
            cursor = page.path("next");
        } while (cursor != null);
        return all;
    }

    private Response page(String query, @Nullable String cursor) {
        var request = callers.admin(organization).urlEncodingEnabled(false);
        var next = cursor == null ? "" : "&cursor=" + cursor;
        return request.get(path() + "?" + query + next);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private String path() {
        return "/api/v1/organizations/" + organization + "/members";
    }

    private UUID user(String name, String attributes) {
        return scim(
                "/Users",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + name + "\","
                        + attributes + "}");
    }

    private UUID group(String name, String type, UUID member) {
        return scim(
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                        + "\",\"members\":[{\"type\":\"" + type + "\",\"value\":\"" + member + "\"}]}");
    }

    private UUID scim(String path, String body) {
        var made = given().header("Authorization", bearer)
                .contentType("application/scim+json; charset=UTF-8")
                .body(body)
                .post("/scim/v2" + path);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return UUID.fromString(made.path("id"));
    }
}
