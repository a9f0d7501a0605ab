package dev.rollcall.scim.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts(asked, message, conditions, sorting)) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                // With its length, so that no part can pass for two.
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
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
