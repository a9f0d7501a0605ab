package dev.rollcall.scim.values;

import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ValueIndex;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the values of one type's resources that stand beside their rows. All methods belong into the
/// transaction that writes the row.
public final class ValuesOfType {
    private final Tables tables;
    private final AttributeBindings bindings;
    private final UniqueAttributes unique;
    private final List<ResolvedAttribute> secret;

    ValuesOfType(Tables tables, AttributeBindings bindings, UniqueAttributes unique, List<ResolvedAttribute> secret) {
        this.tables = tables;
        this.bindings = bindings;
        this.unique = unique;
        this.secret = List.copyOf(secret);
    }

    record Tables(ValueIndex index, UniqueValues unique, SecretValues secrets) {}

    /// The attributes that go into the row: those without the write-only ones.
    public ScimValue.Complex visible(ScimValue.Complex attributes) {
        return SecretValues.without(secret, attributes);
    }

    /// Brings the indexed and the unique values from what they are for `before` (null for a new resource) to
    /// what they are for `after`.
    ///
    /// @throws dev.rollcall.scim.error.ScimException 409 `uniqueness` naming the attribute
    public void update(UUID organizationId, @Nullable ScimResource before, ScimResource after) {
        tables.index().update(organizationId, bindings, before, after);
        tables.unique().update(organizationId, unique, before, after);
    }

    /// The resources that have this value of an indexed attribute.
    public List<UUID> find(UUID organizationId, ResolvedAttribute path, String value) {
        return tables.index().find(organizationId, path, value);
    }

    /// Keeps all values of a resource that was just added.
    ///
    /// @param attributes with the write-only ones
    /// @throws dev.rollcall.scim.error.ScimException 409 `uniqueness` naming the attribute
    public void add(UUID organizationId, ScimResource added, ScimValue.Complex attributes) {
        update(organizationId, null, added);
        updateSecrets(organizationId, UUID.fromString(added.id()), attributes);
    }

    /// Keeps the write-only values among the attributes.
    ///
    /// @return whether one of them differs from what was kept
    public boolean updateSecrets(UUID organizationId, UUID resourceId, ScimValue.Complex attributes) {
        return tables.secrets().update(organizationId, resourceId, secret, attributes);
    }

    /// Removes the write-only values of the attributes in `unassigned`.
    ///
    /// @return whether there was one
    public boolean removeSecrets(UUID organizationId, UUID resourceId, Set<ResolvedAttribute> unassigned) {
        return secret.stream()
                        .filter(unassigned::contains)
                        .filter(path -> tables.secrets().remove(organizationId, resourceId, path))
                        .count()
                > 0;
    }

    /// Removes everything that is kept of a resource.
    public void remove(UUID organizationId, UUID resourceId) {
        tables.index().remove(organizationId, resourceId);
        tables.unique().remove(organizationId, resourceId);
        tables.secrets().remove(organizationId, resourceId);
    }
}
