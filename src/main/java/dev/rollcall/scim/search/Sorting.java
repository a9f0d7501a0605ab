package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.filter.AttributeSuggestion;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `sortBy` and `sortOrder` ask for (RFC 7644 §3.4.2.3).
///
/// @param path what to sort by; null where nothing is to be sorted
/// @param descending only ever true with a path
record Sorting(@Nullable AttributePath path, boolean descending) {

    /// Reads the two parameters and looks the attribute up in the types of the scope.
    ///
    /// @throws ScimException `invalidValue` for an attribute that no type has, that is never returned, that has
    /// no one value or is about other resources, and for another order than the two
    static Sorting of(SearchMessage message, SearchScope scope) {
        var descending = isDescending(message.sortOrder());
        var sortBy = message.sortBy();
        if (sortBy == null || sortBy.isBlank()) {
            return new Sorting(null, false);
        }
        var path = AttributePath.parse(sortBy.strip())
                .orElseThrow(() -> refused("'" + ScimException.printable(sortBy) + "' is no attribute name"));
        var sorting = new Sorting(path, descending);
        scope.types().forEach(sorting::refuseRelation);
        if (scope.types().stream()
                .allMatch(type -> sorting.attribute(type.type()).isEmpty())) {
            throw refused(
                    scope.isBaseUri()
                            ? "no resource type has an attribute '" + ScimException.printable(path.toString()) + "'"
                            : new AttributeSuggestion(scope.types().getFirst().type()).unknown(path));
        }
        return sorting;
    }

    private void refuseRelation(SearchedType type) {
        attribute(type.type()).filter(type.table().bindings()::isRelation).ifPresent(found -> {
            throw refused("attribute '" + found + "' is about other resources, so nothing is sorted by it");
        });
    }

    private static boolean isDescending(@Nullable String order) {
        if (order == null || order.isBlank()) {
            return false;
        }
        return switch (order.strip().toLowerCase(Locale.ROOT)) {
            case "ascending" -> false;
            case "descending" -> true;
            default ->
                throw ScimException.of(
                        ScimType.INVALID_VALUE,
                        "'sortOrder' is ascending or descending, not '" + ScimException.printable(order) + "'");
        };
    }

    /// The simple attribute of `type` that is sorted by; empty where the type does not have it.
    Optional<ResolvedAttribute> attribute(ResourceType type) {
        return path == null ? Optional.empty() : type.resolve(path).map(Sorting::simple);
    }

    // RFC 7644 §3.4.2.3: a complex attribute is sorted by a sub-attribute, a multi-valued one by its `value`.
    private static ResolvedAttribute simple(ResolvedAttribute found) {
        if (!found.target().isComplex()) {
            return allowed(found);
        }
        if (!found.attribute().multiValued()) {
            throw complex(found);
        }
        var value = found.attribute().subAttribute("value").map(found::at);
        return allowed(value.orElseThrow(() -> complex(found)));
    }

    // The order of a password would tell it letter by letter.
    private static ResolvedAttribute allowed(ResolvedAttribute path) {
        if (path.attribute().returned() == Returned.NEVER || path.target().returned() == Returned.NEVER) {
            throw refused("attribute '" + path + "' is never returned, so nothing is sorted by it");
        }
        return path;
    }

    private static ScimException complex(ResolvedAttribute found) {
        var example = found.attribute().subAttributes().stream()
                .findFirst()
                .map(sub -> ", such as " + found.at(sub))
                .orElse("");
        return refused("attribute '" + found + "' is complex: name one of its sub-attributes" + example);
    }

    private static ScimException refused(String why) {
        return ScimException.of(ScimType.INVALID_VALUE, "sortBy: " + why);
    }
}
