package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is searched for in an organization, over one or several resource types. The order is total: by the sort
/// value, resources without one last, then by identifier; descending is exactly the reverse.
///
/// @param baseUri the base URI of the service, without a trailing slash
/// @param sorted whether there is a sort value at all
public record Search(UUID organizationId, String baseUri, List<OfType> types, boolean sorted, boolean descending) {
    public Search {
        types = List.copyOf(types);
    }

    /// The part of a search in one type.
    ///
    /// @param condition what a resource must meet
    /// @param sortBy the simple attribute to sort by; null where there is none, or where this type lacks it
    /// @param beside what is read beside the few rows of a look-up; null for nothing
    public record OfType(
            ResourceTable table,
            Condition condition,
            @Nullable ResolvedAttribute sortBy,
            ResourceRows.@Nullable Beside<Derivation> beside) {
        /// A part in which rows are read alone.
        public OfType(ResourceTable table, Condition condition, @Nullable ResolvedAttribute sortBy) {
            this(table, condition, sortBy, null);
        }
    }

    /// A place in the order: that of one resource.
    ///
    /// @param key its sort value; null where it has none or nothing is sorted
    public record Position(@Nullable String key, UUID id) {}

    /// A part of the ordered matches.
    ///
    /// @param from only what stands behind it; null for all
    /// @param backwards whether the matches are taken from the end, so that `from` is what they stand before
    /// @param offset how many of them to pass over
    /// @param count the most to read
    public record Slice(@Nullable Position from, boolean backwards, long offset, int count) {}
}
