package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.sql.SqlText;
import java.util.Map;
import java.util.Optional;
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

    /// The same table, of which the index of configured attributes has all values of some.
    ResourceTable with(Map<String, Integer> numbersByName) {
        return new ResourceTable(type, table, bindings.with(numbersByName), restriction);
    }

    /// What the rows are sorted by; null for the identifier, by which everything is sorted anyway.
    @Nullable
    SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
        var binding = bindings.binding(attribute);
        return binding.isPresent() ? binding.get().sortKey(attribute, baseUri) : SortKey.document(attribute);
    }

    /// The state in which are exactly the resources that meet the condition; empty where none says that.
    public Optional<ResourceState> state(Condition condition) {
        if (condition.equals(Condition.ALL)) {
            return Optional.of(ResourceState.EVERY);
        }
        return flag(condition)
                .map(_ -> AttributeBinding.isTrue((Condition.Compare) condition)
                        ? ResourceState.ACTIVE
                        : ResourceState.INACTIVE);
    }

    /// The index that holds the resources of a state one after another in the order of their identifiers; empty where
    /// the condition is none.
    Optional<String> stateIndex(Condition condition) {
        return condition.equals(Condition.ALL)
                ? Optional.of(table + "_page")
                : flag(condition).map(AttributeBinding.FlagColumn::index);
    }

    private Optional<AttributeBinding.FlagColumn> flag(Condition condition) {
        return condition instanceof Condition.Compare compare
                        && compare.op() == CompareOp.EQ
                        && bindings.binding(compare.attribute()).orElse(null)
                                instanceof AttributeBinding.FlagColumn flag
                ? Optional.of(flag)
                : Optional.empty();
    }
}
