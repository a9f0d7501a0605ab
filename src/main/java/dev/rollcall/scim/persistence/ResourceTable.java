package dev.rollcall.scim.persistence;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.sql.SqlText;
import org.jspecify.annotations.Nullable;

/// Where the resources of one type are: what a search needs to know of their store.
///
/// @param table the table, which has the columns of {@link ResourceEntity} and an index called after it, with
/// `_page` behind, over the organization, what the restriction is about, and the identifier
/// @param bindings where in it the attributes live
/// @param restriction what a row `r` must meet to be of this type, where several types share the table
public record ResourceTable(ResourceType type, String table, AttributeBindings bindings, SqlText restriction) {

    /// A table that holds resources of this type only.
    public static ResourceTable of(ResourceType type, String table, AttributeBindings bindings) {
        return new ResourceTable(type, table, bindings, SqlText.TRUE);
    }

    /// What the rows are sorted by; null for the identifier, by which everything is sorted anyway.
    @Nullable
    SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
        var binding = bindings.binding(attribute);
        return binding.isPresent() ? binding.get().sortKey(attribute, baseUri) : SortKey.document(attribute);
    }
}
