package dev.rollcall.api.admittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.testing.LoopbackNameServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DomainsEndpointTest {
    private final Callers callers;
    private final Organizations organizations;
    private final String resolver;
    private final String name = "d" + UUID.randomUUID() + ".example";
    private UUID organization;

    DomainsEndpointTest(
            Callers callers,
            Organizations organizations,
            @ConfigProperty(name = "rollcall.domains.resolvers") String resolver) {
        this.callers = callers;
        this.organizations = organizations;
        this.resolver = resolver;
    }

    @BeforeEach
    void addOrganization() {
        organization = added();
    }

    private UUID added() {
        return organizations.add("Acme " + UUID.randomUUID(), Plan.ENTERPRISE).id();
    }

    @Test
    void anAdminClaimsProvesAndReleasesADomain() {
        var claimed = claim(Map.of("name", name.replace("d", "D")));
        assertThat(claimed.statusCode()).isEqualTo(201);
        assertThat((String) claimed.path("name")).isEqualTo(name);
        assertThat((String) claimed.path("state")).isEqualTo("waiting");
        var location = claimed.header("Location");

        try (var server = LoopbackNameServer.at(resolver)) {
            var early = callers.admin(organization).post(location + "/check");
            assertThat(early.statusCode()).isEqualTo(200);
            assertThat((String) early.path("state")).isEqualTo("waiting");
            assertThat((String) early.path("finding")).contains("Add a TXT record");

            server.txt(claimed.path("txtRecord.name"), claimed.<String>path("txtRecord.value"));
            var proved = callers.admin(organization)
                    .header("If-Match", early.header("ETag"))
                    .post(location + "/check");
            assertThat(proved.statusCode()).isEqualTo(200);
            assertThat((String) proved.path("state")).isEqualTo("claimed");
            var read = callers.admin(organization).get(location);
            assertThat(read.asString()).isEqualTo(proved.asString());
            assertThat(read.header("ETag")).isEqualTo(proved.header("ETag"));
        }

        assertThat(callers.admin(organization)
                        .header("If-Match", "\"1\"")
                        .delete(location)
                        .statusCode())
                .isEqualTo(412);
        assertThat(callers.admin(organization).delete(location).statusCode()).isEqualTo(204);
        assertThat(callers.admin(organization).get(location).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyAnOperatorVouches() {
        problem(claim(Map.of("name", name, "vouched", true)), 403, "forbidden");

        var vouched =
                callers.operator().body(Map.of("name", name, "vouched", true)).post(path(organization));

        assertThat(vouched.statusCode()).isEqualTo(201);
        assertThat((String) vouched.path("state")).isEqualTo("claimed");
        assertThat((String) vouched.path("proof")).isEqualTo("operator");
    }

    @Test
    void whatAnotherHasIsTaken() {
        callers.operator().body(Map.of("name", name, "vouched", true)).post(path(added()));

        var answer = claim(Map.of("name", name));

        problem(answer, 409, "taken");
        assertThat((String) answer.path("detail")).startsWith("Another organization has claimed " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "co.uk",
                "localhost",
                "192.0.2.1",
                "exa\u0000mple.com",
                "exa\u202emple.com",
                "аpple.com",
                "https://example.com",
                "*.example.com",
                ""
            })
    void whatIsNoDomainIsRefusedByItsField(String given) {
        var answer = claim(Map.of("name", given));

        problem(answer, 400, "invalid");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactly("name");
    }

    @Test
    void aNameOf300CharactersIsRefusedByItsField() {
        var answer = claim(Map.of("name", "abcdefghi.".repeat(30)));

        problem(answer, 400, "invalid");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactly("name");
        assertThat((String) answer.path("errors[0].detail")).contains("253 characters; this one has 300");
    }

    @Test
    void aBodyThatIsNoneIsRefused() {
        problem(claim(Map.of()), 400, "invalid");
        problem(claim(Map.of("name", List.of("example.com"))), 400, "invalid");
        problem(claim(Map.of("name", name, "other", 1)), 400, "invalid");
    }

    @Test
    void listsByNamePageByPage() {
        List.of("b.", "a.", "c.").forEach(prefix -> claim(Map.of("name", prefix + name)));

        var first = callers.admin(organization).queryParam("limit", 2).get(path(organization));
        var second = callers.admin(organization)
                .queryParam("cursor", first.<String>path("next"))
                .get(path(organization));

        assertThat(first.jsonPath().getList("items.name", String.class)).containsExactly("a." + name, "b." + name);
        assertThat(second.jsonPath().getList("items.name", String.class)).containsExactly("c." + name);
        assertThat(second.jsonPath().getMap("")).doesNotContainKey("next");
    }

    @Test
    void nothingOfAnotherOrganizationIsFound() {
        var other = added();
        var id = callers.operator().body(Map.of("name", name)).post(path(other)).<String>path("id");

        problem(callers.operator().get(path(organization) + "/" + id), 404, "not-found");
        problem(callers.operator().post(path(organization) + "/" + id + "/check"), 404, "not-found");
        problem(callers.operator().delete(path(organization) + "/" + id), 404, "not-found");
        problem(callers.operator().get(path(UUID.randomUUID())), 404, "not-found");
    }

    @Test
    void singleSignOnIsNotedByOperators() {
        var sso = "/api/v1/organizations/" + organization + "/sso";
        problem(callers.operator().get(sso), 404, "not-found");
        problem(callers.operator().body(Map.of("name", "\n")).put(sso), 400, "invalid");
        problem(callers.operator().body(Map.of("name", "PingOne")).put(sso), 400, "invalid");

        var noted = callers.operator()
                .body(Map.of("name", "PingOne", "state", "on"))
                .put(sso);

        assertThat(noted.statusCode()).isEqualTo(200);
        assertThat(callers.admin(organization).get(sso).jsonPath().getMap(""))
                .containsEntry("name", "PingOne")
                .containsEntry("state", "on");
        problem(
                callers.operator()
                        .header("If-Match", "\"9\"")
                        .body(Map.of("name", "PingOne", "state", "off"))
                        .put(sso),
                412,
                "changed");
        assertThat(callers.operator().delete(sso).statusCode()).isEqualTo(204);
        problem(callers.operator().get(sso), 404, "not-found");
    }

    @Test
    void anAdminChangesTheDomainPolicyAndOnlyAnOperatorOpensProvisioning() {
        var policies = "/api/v1/organizations/" + organization + "/policies";
        assertThat(callers.admin(organization).get(policies).jsonPath().getMap(""))
                .containsEntry("provisioningWithoutSso", false)
                .containsEntry("domainPolicy", "off");

        var changed = callers.admin(organization)
                .body(Map.of("domainPolicy", "enforce"))
                .patch(policies);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat((String) changed.path("domainPolicy")).isEqualTo("enforce");
        problem(
                callers.admin(organization)
                        .body(Map.of("provisioningWithoutSso", true))
                        .patch(policies),
                403,
                "forbidden");
        assertThat((Boolean) callers.operator()
                        .body(Map.of("provisioningWithoutSso", true))
                        .patch(policies)
                        .path("provisioningWithoutSso"))
                .isTrue();
        problem(callers.operator().body(Map.of("domainPolicy", "some")).patch(policies), 400, "invalid");
    }

    private Response claim(Map<String, ?> body) {
        return callers.admin(organization).body(body).post(path(organization));
    }

    private static String path(UUID organization) {
        return "/api/v1/organizations/" + organization + "/domains";
    }

    private static void problem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat((String) answer.path("type")).isEqualTo("urn:rollcall:problem:" + kind);
    }
}
