package dev.rollcall.scim.group;

import dev.rollcall.scim.membership.Members;
import dev.rollcall.scim.membership.MembersRelation;
import dev.rollcall.scim.membership.ReferencedType;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.Rows;
import dev.rollcall.scim.resource.TypeRules;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.RowAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps groups in `scim_group`: one row each, with everything but the members in one document.
@ApplicationScoped
public class GroupStore implements ResourceStore {
    private final ResourceTable table;
    private final Members members;
    private final StoredGroups rows;

    GroupStore(SchemaRegistry schemas, Members members, StoredGroups rows) {
        this.table = table(schemas);
        this.members = members;
        this.rows = rows;
    }

    /// Where groups are, and in it their attributes.
    static ResourceTable table(SchemaRegistry schemas) {
        var type = schemas.resourceType("Group").orElseThrow();
        var bindings = AttributeBindings.of(type)
                .lookUpColumn("externalId", "external_id")
                .lookUpColumn("displayName", "display_name_key")
                .relation("members", new MembersRelation())
                .build();
        return ResourceTable.of(type, ReferencedType.GROUP.table(), bindings);
    }

    @Override
    public ResourceType type() {
        return table.type();
    }

    @Override
    public ResourceTable table() {
        return table;
    }

    @Override
    public Optional<RowAttribute> rowAttribute() {
        return Optional.of(members);
    }

    @Override
    public TypeRules rules() {
        return new TypeRules() {
            @Override
            public void check(Writer writer, @Nullable ScimResource before, ScimValue.Complex attributes) {
                GroupName.of(attributes);
            }
        };
    }

    @Override
    public Rows rows() {
        return rows;
    }
}
