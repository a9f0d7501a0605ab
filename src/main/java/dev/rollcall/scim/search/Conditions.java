package dev.rollcall.scim.search;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.filter.KnownConditions;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import org.jspecify.annotations.Nullable;

/// What the filter of a query asks of each type of a scope.
final class Conditions {
    private final SearchScope scope;
    private final Tolerances tolerances;
    private final boolean isForm;
    private final SensitiveFilters sensitive;
    private final @Nullable Filter filter;

    /// @throws dev.rollcall.scim.error.ScimException `invalidFilter`
    Conditions(SearchScope scope, Tolerances tolerances, SearchMessage message, SensitiveFilters sensitive) {
        this.scope = scope;
        this.tolerances = tolerances;
        this.sensitive = sensitive;
        isForm = message.isForm();
        var text = message.filter();
        filter = text == null ? null : FilterParser.parse(text, tolerances);
    }

    /// The condition on resources of a type.
    ///
    /// @throws dev.rollcall.scim.error.ScimException `invalidFilter`; `sensitive` for what must not be in a URI
    Condition on(ResourceType type) {
        if (filter == null) {
            return Condition.ALL;
        }
        var condition = new FilterResolver(type, tolerances, scope.unknownAttributes()).resolve(meant(filter, type));
        if (isForm) {
            sensitive.refuse(condition);
        }
        return new KnownConditions(type).without(condition);
    }

    /// Whether the filter means something else than its text says, to any type, because of how it arrived.
    boolean areMended() {
        var written = filter;
        return written != null
                && scope.types().stream()
                        .anyMatch(searched -> !meant(written, searched.type()).equals(written));
    }

    private Filter meant(Filter written, ResourceType type) {
        if (!isForm || !tolerances.allow(Tolerance.UNENCODED_PLUS)) {
            return written;
        }
        var meant = UnencodedPlus.normalise(written, type);
        return meant.equals(written) || !tolerances.forgive(Tolerance.UNENCODED_PLUS) ? written : meant;
    }
}
