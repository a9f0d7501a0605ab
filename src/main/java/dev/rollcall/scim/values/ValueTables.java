package dev.rollcall.scim.values;

import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ValueIndex;
import dev.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/// The tables that hold values beside the rows of resources: those that are looked up, those that are unique,
/// and the write-only ones.
@ApplicationScoped
public class ValueTables {
    private final ValueIndex index;
    private final UniqueValues unique;
    private final SecretValues secrets;

    ValueTables(ValueIndex index, UniqueValues unique, SecretValues secrets) {
        this.index = index;
        this.unique = unique;
        this.secrets = secrets;
    }

    /// What is kept of the resources of one type.
    ///
    /// @param keptByStore the names of the unique and write-only attributes that the type's store keeps itself
    public ValuesOfType of(ResourceType type, AttributeBindings bindings, Collection<String> keptByStore) {
        return new ValuesOfType(
                new ValuesOfType.Tables(index, unique, secrets),
                bindings,
                UniqueAttributes.of(type, keptByStore),
                SecretValues.attributes(type, keptByStore));
    }
}
