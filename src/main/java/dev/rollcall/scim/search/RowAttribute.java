package dev.rollcall.scim.search;

import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerances;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A multi-valued attribute whose elements are rows of their own, and may be more than the service wants to hold. It
/// never is among the attributes of a resource that a store takes or gives: it changes by {@link ElementChange}s,
/// and is read here to be shown.
public interface RowAttribute {
    /// The attribute.
    ResolvedAttribute attribute();

    /// The elements of resources as they are at one moment, by the identifiers of the resources; an empty list
    /// where a resource has none. A resource that is no more the version that is given is not among them. One
    /// statement.
    ///
    /// @param baseUri what references begin with, without a trailing slash
    /// @param most the most elements of all resources together
    /// @return nothing where there are more
    Optional<Map<String, List<ScimValue>>> elements(
            UUID organizationId, List<ScimResource> resources, String baseUri, int most);

    /// What changes the elements of one resource; within the transaction that holds its row.
    Changes changes(UUID organizationId, UUID resourceId, Tolerances tolerances);

    /// Changes elements of one resource.
    interface Changes {
        /// Makes the changes in their order.
        ///
        /// @param baseUri what references in conditions begin with
        /// @return whether there were any
        /// @throws dev.rollcall.scim.error.ScimException `invalidValue`; what the changes refuse
        boolean apply(List<ElementChange> changes, String baseUri);

        /// What the request named and the service passed over, for the log of the connection.
        Optional<String> remark();

        /// How many elements were added.
        long added();

        /// How many elements were removed.
        long removed();
    }

    /// Whether a resource has no more elements than `most`. Costs no more than that many, however many there are.
    boolean hasAtMost(UUID organizationId, UUID id, int most);

    /// Reads a resource and, a few at a time, all its elements as they are at one moment.
    ///
    /// @return false where the resource is gone
    boolean read(UUID organizationId, String id, String baseUri, Reader reader) throws IOException;

    /// Takes a resource and its elements.
    @FunctionalInterface
    interface Reader {
        /// Takes the resource, whose elements `elements` gives as long as this has not returned.
        void take(ScimResource resource, Elements elements) throws IOException;
    }

    /// Elements that can be gone through once.
    @FunctionalInterface
    interface Elements {
        /// Gives every element to `taker`.
        void each(Taker taker) throws IOException;
    }

    /// Takes elements.
    @FunctionalInterface
    interface Taker {
        /// Takes the next element.
        void take(ScimValue element) throws IOException;
    }
}
