package dev.rollcall.scim.search;

import dev.rollcall.scim.persistence.Derivation;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A resource type that can be searched.
public interface SearchedType {
    /// The type of the resources.
    ResourceType type();

    /// Where they are.
    ResourceTable table();

    /// The attribute whose elements are rows of their own, where there is one. It is not among what {@link
    /// #withDerived} adds; {@link ResourceView} shows it.
    default Optional<RowAttribute> rowAttribute() {
        return Optional.empty();
    }

    /// What is read beside the few rows of a look-up, where that is less work than {@link #withDerived} is for them;
    /// null for nothing.
    ///
    /// @param wanted which attributes are asked for
    default ResourceRows.@Nullable Beside<Derivation> beside(Predicate<ResolvedAttribute> wanted) {
        return null;
    }

    /// The resources with what other resources say of them. The number of statements does not depend on the
    /// number of resources.
    ///
    /// @param wanted which attributes are asked for: what is not is not read either
    /// @param baseUri what references begin with, without a trailing slash
    default List<ScimResource> withDerived(
            UUID organizationId, List<ScimResource> resources, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return resources;
    }
}
