package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.SearchedType;
import dev.rollcall.scim.security.ProvisioningClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps the resources of one type. Everything belongs to an organization, which every method is told; what
/// belongs to another is not there. The write-only values of a resource go in with its attributes and never
/// come out.
public interface ResourceStore extends SearchedType {
    /// The values that a resource is given when its creator leaves them out.
    ServerDefaults defaults();

    /// The attribute behind each unique key of the store, by the name of the key.
    Map<String, String> uniqueKeys();

    /// The multi-valued attribute that is kept apart from the others, where there is one. It never is among the
    /// attributes of a resource that a store takes or gives; it changes by {@link
    /// dev.rollcall.scim.patch.ElementChange}s and is shown as {@link #longAttribute}.
    default Optional<ResolvedAttribute> apart() {
        return Optional.empty();
    }

    /// What is wrong with attributes beyond what their schema says.
    ///
    /// @param before the resource that they are to replace; null where it is new
    /// @throws dev.rollcall.scim.error.ScimException `invalidValue`
    void check(ProvisioningClient client, @Nullable ScimResource before, ScimValue.Complex attributes);

    /// The attributes `after` a PATCH, without those that the change of others made wrong.
    ///
    /// @param assigned what the request sets or removes itself, and what therefore stays as it is
    default ScimValue.Complex settled(
            ScimValue.Complex before, ScimValue.Complex after, Predicate<ResolvedAttribute> assigned) {
        return after;
    }

    /// Reads one resource.
    Optional<ScimResource> find(UUID organizationId, UUID id);

    /// Reads one resource with what {@link #withDerived} adds.
    default Optional<ScimResource> findWithDerived(
            UUID organizationId, UUID id, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return find(organizationId, id)
                .map(found -> withDerived(organizationId, List.of(found), wanted, baseUri)
                        .getFirst());
    }

    /// Reads one resource to change it; within a transaction only.
    Optional<StoredResource> findForChange(ProvisioningClient client, UUID id);

    /// The inactive resource that a client means when it creates one with these attributes, to change it;
    /// within a transaction only.
    default Optional<StoredResource> findDormant(ProvisioningClient client, ScimValue.Complex attributes) {
        return Optional.empty();
    }

    /// Adds a resource with these attributes; within a transaction only. What is kept apart is added by {@link
    /// StoredResource#link}, which is all that may follow.
    StoredResource insert(ProvisioningClient client, UUID id, ScimValue.Complex attributes);
}
