package dev.rollcall.scim.user;

import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.Derivation;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.TypeRules;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps users in `scim_user`: one row each, with the whole body in one document.
@ApplicationScoped
public class UserStore implements ResourceStore {
    static final String TABLE = "scim_user";

    private final ResourceTable table;
    private final UserTypeRules rules;
    private final UserRows rows;
    private final UserLinks links;

    UserStore(SchemaRegistry schemas, UserTypeRules rules, UserRows rows, UserLinks links) {
        this.table = table(schemas);
        this.rules = rules;
        this.rows = rows;
        this.links = links;
    }

    /// Where users are, and in it their attributes.
    static ResourceTable table(SchemaRegistry schemas) {
        var type = schemas.resourceType("User").orElseThrow();
        return ResourceTable.of(type, TABLE, bindings(type));
    }

    /// Where the attributes of a user live.
    static AttributeBindings bindings(ResourceType type) {
        return UserLinks.bind(AttributeBindings.of(type)
                        .keyColumn("userName", "user_name_key", "scim_user_user_name")
                        .lookUpColumn("externalId", "external_id")
                        .flagColumn("active", "active", "scim_user_active")
                        .lookUpColumn("displayName", "display_name_key")
                        .indexed("emails.value"))
                .build();
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
    public TypeRules rules() {
        return rules;
    }

    @Override
    public UserRows rows() {
        return rows;
    }

    @Override
    public ResourceRows.@Nullable Beside<Derivation> beside(Predicate<ResolvedAttribute> wanted) {
        return links.areWanted(wanted) ? links.beside() : null;
    }

    @Override
    public List<ScimResource> withDerived(
            UUID organizationId, List<ScimResource> resources, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return links.shown(organizationId, resources, wanted, baseUri);
    }
}
