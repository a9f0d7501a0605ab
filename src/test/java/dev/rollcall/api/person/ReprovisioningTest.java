package dev.rollcall.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of those whom an identity provider disables or deletes, and creates again.
@QuarkusTest
class ReprovisioningTest {
    private static final Map<String, ?> BABS = Map.of(
            "userName",
            "babs",
            "externalId",
            "emp-1",
            "displayName",
            "Babs",
            "emails",
            Provisioned.work("babs@example.com"));

    private final Callers callers;
    private final TestTokens tokens;
    private final Given given;
    private UUID organization = UUID.randomUUID();
    private Provisioned provider = new Provisioned("");

    ReprovisioningTest(Callers callers, TestTokens tokens, Given given) {
        this.callers = callers;
        this.tokens = tokens;
        this.given = given;
    }

    private void begin(ConformanceMode mode, Map<String, ?> policies) {
        var token = tokens.anOrganization().inMode(mode).issue();
        begin(token, policies);
    }

    // Before the first call of the provider, so that no replica knows other policies.
    private void begin(TestToken token, Map<String, ?> policies) {
        organization = token.organizationId();
        provider = new Provisioned(token.token());
        var answer =
                callers.admin(organization).body(policies).patch("/api/v1/organizations/" + organization + "/policies");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private String withGrant() {
        var id = provider.created(BABS);
        given.give(organization, id);
        return id;
    }

    @ParameterizedTest
    @EnumSource(ConformanceMode.class)
    @DisplayName("A11 a deleted member is gone at once, with the grants by hand, where the policy says so")
    void aDeletedMemberIsGoneAtOnce(ConformanceMode mode) {
        begin(mode, Map.of("deletedMemberDays", 0));
        var id = withGrant();

        assertThat(provider.delete(id).statusCode()).isEqualTo(204);

        assertThat(given.allGrants(organization)).isZero();
        assertThat(given.people(organization)).isZero();
        assertThat(provider.created(BABS)).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "externalId", "emails"})
    @DisplayName("A11 a deleted member comes back under the old id with the grants by hand, for some days")
    void aDeletedMemberComesBack(String by) {
        begin(ConformanceMode.COMPATIBLE, Map.of("deletedMemberDays", 30));
        var id = withGrant();
        assertThat(provider.delete(id).statusCode()).isEqualTo(204);
        assertThat(provider.read(id).statusCode()).isEqualTo(404);
        assertThat(given.people(organization)).isOne();

        var again = Map.of(
                "userName", by.equals("userName") ? "BABS" : "other",
                "externalId", by.equals("externalId") ? "emp-1" : "emp-2",
                "emails", Provisioned.work(by.equals("emails") ? "Babs@example.com" : "other@example.com"));

        assertThat(provider.created(again)).isEqualTo(id);
        assertThat(given.grants(organization, id)).isOne();
        assertThat(given.people(organization)).isZero();
    }

    @Test
    @DisplayName("A11 after those days whoever comes is somebody new")
    void aDeletedMemberComesTooLate() {
        begin(ConformanceMode.COMPATIBLE, Map.of("deletedMemberDays", 30));
        var id = withGrant();
        provider.delete(id);

        given.update(
                "UPDATE person SET purge_at = 1 WHERE organization_id = ?", (Object) ResourceIds.bytes(organization));

        assertThat(provider.created(BABS)).isNotEqualTo(id);
    }

    @Test
    void anAdminForgetsADeletedMember() {
        begin(ConformanceMode.COMPATIBLE, Map.of("deletedMemberDays", 30));
        var id = withGrant();
        provider.delete(id);

        assertThat(callers.admin(organization)
                        .delete("/api/v1/organizations/" + organization + "/members/" + id)
                        .statusCode())
                .isEqualTo(204);

        assertThat(given.allGrants(organization)).isZero();
        assertThat(provider.created(BABS)).isNotEqualTo(id);
    }

    @Test
    void inStrictModeADeletedMemberIsNewUnlessThePolicyRestores() {
        begin(ConformanceMode.STRICT, Map.of("deletedMemberDays", 30));
        var id = withGrant();
        provider.delete(id);

        assertThat(provider.created(BABS)).isNotEqualTo(id);
        assertThat(given.people(organization)).as("one person, never two").isZero();
        assertThat(given.allGrants(organization)).isZero();
    }

    @ParameterizedTest
    @EnumSource(ConformanceMode.class)
    @DisplayName("A11 by the policy a disabled or deleted person is restored, whichever the mode")
    void restores(ConformanceMode mode) {
        begin(mode, Map.of("reprovisioning", "restore", "deletedMemberDays", 1));
        var id = withGrant();
        provider.active(id, false);

        assertThat(provider.created(BABS)).isEqualTo(id);
        provider.delete(id);
        assertThat(provider.created(BABS)).isEqualTo(id);
        assertThat(given.grants(organization, id)).isOne();
    }

    @ParameterizedTest
    @EnumSource(ConformanceMode.class)
    @DisplayName("A11 by the policy a disabled person is 409 uniqueness, and a deleted one is new")
    void refuses(ConformanceMode mode) {
        begin(mode, Map.of("reprovisioning", "refuse", "deletedMemberDays", 30));
        var id = withGrant();
        provider.active(id, false);

        var refused = provider.create(BABS);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat((String) refused.path("scimType")).isEqualTo("uniqueness");
        provider.delete(id);
        assertThat(given.allGrants(organization)).isZero();
        assertThat(provider.created(BABS)).isNotEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource(ConformanceMode.class)
    @DisplayName("A11 by the policy a person who comes back is somebody new, and nothing is left of the former one")
    void givesANewIdentity(ConformanceMode mode) {
        begin(mode, Map.of("reprovisioning", "new-identity", "deletedMemberDays", 30));
        var id = withGrant();
        provider.active(id, false);

        var next = provider.created(BABS);

        assertThat(next).isNotEqualTo(id);
        assertThat(provider.read(id).statusCode()).isEqualTo(404);
        assertThat(provider.count()).isOne();
        assertThat(given.allGrants(organization)).isZero();
        assertThat(given.people(organization)).isZero();
        assertThat(provider.create(BABS).statusCode()).isEqualTo(409);
    }
}
