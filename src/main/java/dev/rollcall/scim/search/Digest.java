package dev.rollcall.scim.search;

import dev.rollcall.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What tells one query from another: the endpoint, every parameter but `count` and `cursor`, and what is forgiven,
/// which decides what a filter means.
final class Digest {
    private static final int BYTES = 16;

    private Digest() {}

    static String of(Searches.Asked asked, SearchMessage message, Conditions conditions, Sorting sorting) {
        var text = new StringBuilder();
        for (var part : parts(asked, message, conditions, sorting)) {
            // With its length, so that no part can pass for two.
            text.append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part);
        }
        return HexFormat.of().formatHex(Sha256.of(text.toString()), 0, BYTES);
    }

    private static List<String> parts(
            Searches.Asked asked, SearchMessage message, Conditions conditions, Sorting sorting) {
        return List.of(
                asked.scope().endpoint(),
                asked.client().tolerances().forgiven().toString(),
                optional(message.filter()),
                // The same text may ask for less in a body than in a URI, where it may have lost its `+`.
                Boolean.toString(conditions.areMended()),
                optional(sorting.path()).toLowerCase(Locale.ROOT),
                Boolean.toString(sorting.descending()),
                message.projection().toString());
    }

    private static String optional(@Nullable Object part) {
        return part == null ? "" : "=" + part;
    }
}
