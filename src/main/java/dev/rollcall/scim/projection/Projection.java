package dev.rollcall.scim.projection;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a client asked to see of a resource (RFC 7644 §3.9). Names that are no attribute notation are left out;
/// names that no schema has are of no effect either.
public sealed interface Projection {
    /// Everything that is returned by default.
    Projection DEFAULT = new Default();

    /// Neither parameter was given.
    record Default() implements Projection {}

    /// `attributes`: these, and what is always returned.
    record Only(List<AttributePath> attributes) implements Projection {
        public Only {
            attributes = List.copyOf(attributes);
        }
    }

    /// `excludedAttributes`: everything that is returned by default but for these.
    record Except(List<AttributePath> attributes) implements Projection {
        public Except {
            attributes = List.copyOf(attributes);
        }
    }

    /// Reads the two query parameters, each a list of names with commas between them. A blank one counts as not
    /// given.
    ///
    /// @throws ScimException `invalidValue` where both are given
    static Projection parse(@Nullable String attributes, @Nullable String excludedAttributes) {
        return of(names(attributes), names(excludedAttributes));
    }

    /// Reads the two lists of names of a search request (RFC 7644 §3.4.3). An empty one counts as not given.
    ///
    /// @throws ScimException `invalidValue` where both are given
    static Projection of(List<String> attributes, List<String> excludedAttributes) {
        if (!attributes.isEmpty() && !excludedAttributes.isEmpty()) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE,
                    "'attributes' and 'excludedAttributes' exclude each other: send one of them");
        }
        if (!attributes.isEmpty()) {
            return new Only(paths(attributes));
        }
        return excludedAttributes.isEmpty() ? DEFAULT : new Except(paths(excludedAttributes));
    }

    /// The names in a list with commas, as a query string has it.
    static List<String> names(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static List<AttributePath> paths(List<String> names) {
        return names.stream()
                .map(AttributePath::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
