package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Writes as a request does, and reads what was recorded of it.
@ApplicationScoped
class RecordedWrites {
    static final String BASE_URI = "https://scim.example.com/scim/v2";

    private final Writes writes;
    private final ResourceStores stores;
    private final TestTokens tokens;
    private final Sql sql;

    RecordedWrites(Writes writes, ResourceStores stores, TestTokens tokens, Sql sql) {
        this.writes = writes;
        this.stores = stores;
        this.tokens = tokens;
        this.sql = sql;
    }

    ResourceStore users() {
        return stores.of("User").orElseThrow();
    }

    ResourceStore groups() {
        return stores.of("Group").orElseThrow();
    }

    /// Who writes for a new organization.
    Writer writer(Tolerances tolerances) {
        var token = tokens.anOrganization().issue();
        return new Writer(token.organizationId(), tolerances, token.connectionId());
    }

    Written run(Writer writer, Write write) {
        return writes.run(writer, write, BASE_URI);
    }

    /// The resource that comes of a write.
    ScimResource resource(Writer writer, Write write) {
        return ((Written.Resource) run(writer, write)).resource();
    }

    /// The events of a writer's organization, first to last: kind, version and detail.
    List<String> events(Writer writer) {
        return sql.query(
                SqlText.of(
                        "SELECT CONCAT_WS(' ', kind, version, detail) FROM provisioning_event"
                                + " WHERE organization_id = ? AND kind NOT IN ('unchanged', 'refused') ORDER BY id",
                        ResourceIds.bytes(writer.organizationId())),
                row -> row.getString(1));
    }

    /// The members of a writer's groups, as group and member.
    List<String> memberships(Writer writer) {
        return sql.query(
                SqlText.of(
                        "SELECT group_id, member_id FROM group_member WHERE organization_id = ? ORDER BY 1, 2",
                        ResourceIds.bytes(writer.organizationId())),
                row -> id(row.getBytes(1)) + " " + id(row.getBytes(2)));
    }

    private static UUID id(byte[] bytes) {
        return ResourceIds.fromBytes(bytes);
    }

    /// A user with these attributes beside the schema; single quotes stand for quotes.
    static ScimValue.Complex user(String attributes) {
        return SchemaFixtures.notation("{'schemas':['CORE']," + attributes + "}");
    }

    /// A group with these attributes beside the schema.
    static ScimValue.Complex group(String attributes) {
        return SchemaFixtures.notation(
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group']," + attributes + "}");
    }

    /// A PATCH of these operations.
    static ScimValue.Complex patch(String operations) {
        return SchemaFixtures.notation(
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operations + "]}");
    }
}
