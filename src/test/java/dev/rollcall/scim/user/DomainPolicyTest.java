package dev.rollcall.scim.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.organization.SingleSignOn;
import dev.rollcall.organization.SingleSignOns;
import dev.rollcall.organization.domain.Domains;
import dev.rollcall.refusal.Condition;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What identity providers meet where an organization lets in some people only, or nobody yet.
@QuarkusTest
@DisplayName("A5: users outside of the claimed domains; single sign-on and a domain come before provisioning")
class DomainPolicyTest {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    private final TestTokens tokens;
    private final OrganizationPolicies policies;
    private final Domains domains;
    private final SingleSignOns singleSignOns;
    private final Sql sql;
    private final String inside = "d" + UUID.randomUUID() + ".example";
    private TestToken token;

    DomainPolicyTest(
            TestTokens tokens, OrganizationPolicies policies, Domains domains, SingleSignOns singleSignOns, Sql sql) {
        this.tokens = tokens;
        this.policies = policies;
        this.domains = domains;
        this.singleSignOns = singleSignOns;
        this.sql = sql;
    }

    // The token is used only after all is set: what is known of it may be two seconds old.
    @BeforeEach
    void claimADomain() {
        token = tokens.anOrganization().issue();
        domains.vouch(token.organizationId(), inside);
    }

    private void set(DomainPolicy policy) {
        policies.change(token.organizationId(), PolicyChange.domainPolicy(policy), Condition.NONE);
    }

    @Test
    void withoutAPolicyEverybodyIsIn() {
        assertThat(created("b@elsewhere.example", "").statusCode()).isEqualTo(201);
    }

    @Test
    void enforcedOnlyAddressesAtClaimedDomainsAreIn() {
        set(DomainPolicy.ENFORCE);

        assertThat(created("in@" + inside, "").statusCode()).isEqualTo(201);
        assertThat(created("in@mail." + inside, "").statusCode()).isEqualTo(201);
        assertThat(created("no-address", "").statusCode()).isEqualTo(201);
        assertThat(created("home", email("b@elsewhere.example", "home", false)).statusCode())
                .isEqualTo(201);
        refused(created("b@elsewhere.example", ""), "userName");
        refused(created("work", email("b@elsewhere.example", "work", false)), "emails");
        refused(created("primary", email("b@elsewhere.example", "home", true)), "emails");
    }

    @Test
    void enforcedAChangeBringsNobodyElseIn() {
        set(DomainPolicy.ENFORCE);
        var id = created("in@" + inside, "").path("id").toString();

        refused(patched(id, "userName", "\"b@elsewhere.example\""), "userName");
        refused(request().body(user("b@elsewhere.example", "")).put("/scim/v2/Users/" + id), "userName");
        refused(patched(id, "emails", "[{\"type\":\"work\",\"value\":\"b@elsewhere.example\"}]"), "emails");
        assertThat(request().get("/scim/v2/Users/" + id).path("userName").toString())
                .isEqualTo("in@" + inside);
    }

    @Test
    void enforcedInABulkRequestOnlyTheOneOutsideIsRefused() {
        set(DomainPolicy.ENFORCE);

        var answer = request()
                .body("""
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                        {"method":"POST","path":"/Users","bulkId":"1","data":%s},
                        {"method":"POST","path":"/Users","bulkId":"2","data":%s}]}""".formatted(user("in@" + inside, ""), user("b@elsewhere.example", "")))
                .post("/scim/v2/Bulk");

        assertThat(answer.jsonPath().getList("Operations.status", String.class)).containsExactly("201", "400");
        assertThat(answer.jsonPath().getString("Operations[1].response.detail")).contains("elsewhere.example");
    }

    @Test
    void somebodyFromBeforeThePolicyCanStillBeDisabled() {
        var id = created("b@elsewhere.example", "").path("id").toString();
        set(DomainPolicy.ENFORCE);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(created("c" + UUID.randomUUID() + "@elsewhere.example", "")
                                .statusCode())
                        .isEqualTo(400));

        assertThat(patched(id, "active", "false").statusCode()).isEqualTo(200);
    }

    @Test
    void flaggedTheyAreInAndTheEventSaysFromWhere() {
        set(DomainPolicy.FLAG);

        var outside = created("b@elsewhere.example", email("b@other.example", "work", false));
        var within = created("in@" + inside, "");

        assertThat(outside.statusCode()).isEqualTo(201);
        assertThat(details(outside.path("id")))
                .containsExactly("outside the claimed domains: elsewhere.example, other.example");
        assertThat(details(within.path("id"))).containsExactly("");
    }

    @Test
    void beforeSingleSignOnThereIsNoProvisioning() {
        close();

        forbidden("Single sign-on comes before SCIM provisioning");
    }

    @Test
    void singleSignOnThatIsOffIsNone() {
        close();
        note(SingleSignOn.State.OFF);

        forbidden("Single sign-on comes before SCIM provisioning");
    }

    @Test
    void beforeADomainThereIsNoProvisioning() {
        close();
        note(SingleSignOn.State.ON);
        var waiting = domains.list(token.organizationId()).getFirst();
        domains.release(token.organizationId(), waiting.id(), Condition.NONE);
        domains.claim(token.organizationId(), inside);

        forbidden("A claimed domain comes before SCIM provisioning");
    }

    @Test
    void withBothThereIs() {
        close();
        note(SingleSignOn.State.ON);

        assertThat(created("in@" + inside, "").statusCode()).isEqualTo(201);
    }

    private void close() {
        policies.change(token.organizationId(), PolicyChange.provisioningWithoutSso(false), Condition.NONE);
    }

    private void note(SingleSignOn.State state) {
        singleSignOns.note(token.organizationId(), "PingOne", state, Condition.NONE);
    }

    private void forbidden(String sentence) {
        var answer = request().get("/scim/v2/Users");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).isNull();
        assertThat(answer.path("detail").toString()).startsWith(sentence);
    }

    private static void refused(Response answer, String attribute) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("scimType").toString()).isEqualTo("invalidValue");
        assertThat(answer.path("detail").toString())
                .contains("'" + attribute + "'", "elsewhere.example", "domain policy", "Claim", "Access");
    }

    private RequestSpecification request() {
        return given().header("Authorization", token.bearer()).contentType("application/scim+json");
    }

    private Response created(String userName, String more) {
        return request().body(user(userName, more)).post("/scim/v2/Users");
    }

    private Response patched(String id, String path, String value) {
        return request().body("""
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                        "Operations":[{"op":"replace","path":"%s","value":%s}]}""".formatted(path, value)).patch("/scim/v2/Users/" + id);
    }

    private static String user(String userName, String more) {
        return "{\"schemas\":[\"%s\"],\"userName\":\"%s\"%s}".formatted(USER, userName, more);
    }

    private static String email(String value, String type, boolean primary) {
        return ",\"emails\":[{\"value\":\"%s\",\"type\":\"%s\",\"primary\":%s}]".formatted(value, type, primary);
    }

    private List<String> details(String id) {
        return sql.query(
                SqlText.of(
                        "SELECT COALESCE(detail, '') FROM provisioning_event WHERE resource_id = ?"
                                + " AND kind NOT IN ('unchanged', 'refused') ORDER BY id",
                        (Object) ResourceIds.bytes(UUID.fromString(id))),
                row -> row.getString(1));
    }
}
