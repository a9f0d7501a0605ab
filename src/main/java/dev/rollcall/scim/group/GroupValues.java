package dev.rollcall.scim.group;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.values.SecretValues;
import dev.rollcall.scim.values.UniqueAttributes;
import dev.rollcall.scim.values.UniqueValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What extensions of groups ask to be kept beside the row: unique values, and write-only ones.
@ApplicationScoped
class GroupValues {
    private final List<ResolvedAttribute> secretAttributes;
    private final UniqueAttributes uniqueAttributes;
    private final UniqueValues unique;
    private final SecretValues secrets;

    GroupValues(SchemaRegistry schemas, UniqueValues unique, SecretValues secrets) {
        var type = schemas.resourceType("Group").orElseThrow();
        this.secretAttributes = SecretValues.attributes(type, List.of());
        this.uniqueAttributes = UniqueAttributes.of(type, List.of("id", "displayName"));
        this.unique = unique;
        this.secrets = secrets;
    }

    /// The attributes that go into the row.
    ScimValue.Complex visible(ScimValue.Complex attributes) {
        return SecretValues.without(secretAttributes, attributes);
    }

    /// Keeps the unique values of a group.
    void update(UUID organizationId, @Nullable ScimResource before, ScimResource after) {
        unique.update(organizationId, uniqueAttributes, before, after);
    }

    /// Keeps the write-only values among the attributes.
    ///
    /// @return whether one of them is another than before
    boolean updateSecrets(UUID organizationId, UUID id, ScimValue.Complex attributes) {
        return secrets.update(organizationId, id, secretAttributes, attributes);
    }

    /// Removes what is kept of a group.
    void remove(UUID organizationId, UUID id) {
        unique.remove(organizationId, id);
        secrets.remove(organizationId, id);
    }
}
