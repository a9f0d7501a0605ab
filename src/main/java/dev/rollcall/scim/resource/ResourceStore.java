package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Keeps the resources of one type. Everything belongs to an organization, which every method is told; what
/// belongs to another is not there. The write-only values of a resource go in with its attributes and never
/// come out.
public interface ResourceStore {
    /// The type of the resources.
    ResourceType type();

    /// The values that a resource is given when its creator leaves them out.
    ServerDefaults defaults();

    /// The attribute behind each unique key of the store, by the name of the key.
    Map<String, String> uniqueKeys();

    /// What is wrong with attributes beyond what their schema says.
    ///
    /// @throws dev.rollcall.scim.error.ScimException `invalidValue`
    void check(ScimValue.Complex attributes);

    /// Reads one resource.
    Optional<ScimResource> find(UUID organizationId, UUID id);

    /// Reads one resource to change it; within a transaction only.
    Optional<StoredResource> findForChange(UUID organizationId, UUID id);

    /// The inactive resource that a client means when it creates one with these attributes, to change it;
    /// within a transaction only.
    Optional<StoredResource> findDormant(UUID organizationId, ScimValue.Complex attributes);

    /// Adds a resource with these attributes; within a transaction only.
    ScimResource insert(UUID organizationId, ScimValue.Complex attributes);

    /// Answers a query: the page, and how many match in all.
    SearchResult search(UUID organizationId, SearchQuery query);
}
