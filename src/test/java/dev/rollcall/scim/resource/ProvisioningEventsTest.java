package dev.rollcall.scim.resource;

import static dev.rollcall.scim.tolerance.Tolerance.COUNTRY;
import static dev.rollcall.scim.tolerance.Tolerance.TEXT_AS_BOOLEAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProvisioningEventsTest {
    private final TestTokens tokens;
    private final Sql sql;
    private TestToken token;

    ProvisioningEventsTest(TestTokens tokens, Sql sql) {
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void issue() {
        token = tokens.anOrganization().issue();
    }

    @Test
    void anEventNamesWhatItsRequestWasForgiven() {
        var id = client().body(user("\"active\":\"True\",\"nickName\":\"\""))
                .post("/scim/v2/Users")
                .<String>path("id");
        client().body(user("\"active\":false")).put("/scim/v2/Users/" + id);
        client().body(user("\"active\":\"false\"")).put("/scim/v2/Users/" + id);
        client().delete("/scim/v2/Users/" + id);

        assertThat(details(id))
                .containsExactly("created forgiven empty-text,text-as-boolean", "disabled -", "deleted -");
    }

    @Test
    void whatWasForgivenComesAfterWhatElseThereIsToSay() {
        var nobody = UUID.randomUUID();

        var id = client().body("""
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Tour Guides",
                         "members":[{"value":"%s"}]}""".formatted(nobody)).post("/scim/v2/Groups").<String>path("id");

        assertThat(details(id))
                .singleElement()
                .asString()
                .contains(nobody.toString())
                .endsWith("; forgiven absent-member");
    }

    @Test
    void aRemarkIsCutAndTheNamesAreNot() {
        var all = EnumSet.allOf(Tolerance.class);
        var remark = Optional.of("x".repeat(10_000));

        assertThat(ProvisioningEvents.detail(remark, all).orElseThrow())
                .hasSize(4_000)
                .startsWith("xxx")
                .endsWith(" …; forgiven " + Tolerance.keywords(all));
        assertThat(ProvisioningEvents.detail(remark, Set.of()).orElseThrow())
                .hasSize(4_000)
                .endsWith("x …");
        assertThat(ProvisioningEvents.detail(Optional.empty(), EnumSet.of(TEXT_AS_BOOLEAN, COUNTRY)))
                .contains("forgiven country,text-as-boolean");
        assertThat(ProvisioningEvents.detail(Optional.empty(), Set.of())).isEmpty();
    }

    private RequestSpecification client() {
        return RestAssured.given().header("Authorization", token.bearer()).contentType("application/scim+json");
    }

    private static String user(String more) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"bjensen",%s}""".formatted(more);
    }

    private List<String> details(String id) {
        return sql.query(
                SqlText.of(
                        "SELECT CONCAT(kind, ' ', COALESCE(detail, '-')) FROM provisioning_event"
                                + " WHERE organization_id = ? AND resource_id = ?"
                                + " AND kind NOT IN ('unchanged', 'refused') ORDER BY id",
                        ResourceIds.bytes(token.organizationId()),
                        ResourceIds.bytes(UUID.fromString(id))),
                row -> row.getString(1));
    }
}
