package dev.rollcall.scim.search;

import dev.rollcall.scim.filter.FilterResolver;
import java.util.List;

/// What a search looks at: one type at its endpoint, or all types at the base URI.
///
/// @param endpoint where the search was asked for, without `/.search`; empty for the base URI
public record SearchScope(String endpoint, List<? extends SearchedType> types) {
    public SearchScope {
        types = List.copyOf(types);
    }

    /// One type, at its endpoint.
    public static SearchScope of(SearchedType type) {
        return new SearchScope(type.type().endpoint(), List.of(type));
    }

    /// All types, at the base URI (RFC 7644 §3.4.2.1).
    public static SearchScope all(List<? extends SearchedType> types) {
        return new SearchScope("", types);
    }

    boolean isBaseUri() {
        return endpoint.isEmpty();
    }

    // At the base URI an attribute that a type lacks has no value (RFC 7644 §3.4.2.1).
    FilterResolver.Unknown unknownAttributes() {
        return isBaseUri() ? FilterResolver.Unknown.WITHOUT_VALUE : FilterResolver.Unknown.REFUSED;
    }
}
