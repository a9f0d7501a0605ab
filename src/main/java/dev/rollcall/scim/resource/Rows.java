package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The rows of one type's resources. Everything belongs to an organization, which every method is told; what
/// belongs to another is not there. The write-only values of a resource go in with its attributes and never come
/// out. But for {@link #find}, within a transaction only.
public interface Rows {
    /// The attribute behind each unique key that a write can violate, by the name of the key.
    Map<String, String> uniqueKeys();

    /// Reads one resource with what other resources say of it.
    ///
    /// @param wanted which of the attributes that others say of it are asked for
    /// @param baseUri what references begin with, without a trailing slash
    Optional<ScimResource> find(UUID organizationId, UUID id, Predicate<ResolvedAttribute> wanted, String baseUri);

    /// Reads one resource to change it, without a lock and outside of the transaction that is to write it: where
    /// another writer is faster by then, that transaction is begun again. Nothing where the resources of the type
    /// have to be held, or where the database is away.
    default Optional<Held> ahead(Writer writer, UUID id) {
        return Optional.empty();
    }

    /// Holds one resource to change it.
    Optional<Held> hold(Writer writer, UUID id);

    /// Who is meant by a client that creates a resource with these attributes. Whatever is known of somebody else than
    /// the resource itself has moved to it when this returns.
    default Claim claim(Writer writer, ScimValue.Complex attributes) {
        return Claim.NOBODY;
    }

    /// Adds a resource with these attributes, and without the elements that are rows of their own.
    Inserted insert(Writer writer, UUID id, ScimValue.Complex attributes);
}
