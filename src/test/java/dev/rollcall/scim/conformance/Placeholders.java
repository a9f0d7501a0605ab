package dev.rollcall.scim.conformance;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a placeholder where texts of two runs of the same scenario differ: where the service listens, identifiers
/// and cursors by the order in which they appear, and the times of today.
final class Placeholders {
    private static final Pattern CURSOR = Pattern.compile("\"(?:next|previous)Cursor\":\"([^\"]+)\"");
    private static final Pattern ID_OR_TIME =
            Pattern.compile("(?<id>(?:(?<=%20)|\\b)[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b)"
                    + "|(?:(?<=%20)|\\b)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");
    // A scenario's own times are other days'.
    private static final Duration RECENT = Duration.ofHours(12);

    private final String authority;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();

    Placeholders(URI base) {
        authority = base.getAuthority();
    }

    String replaceIn(String text) {
        CURSOR.matcher(text)
                .results()
                .forEach(
                        found -> cursors.computeIfAbsent(found.group(1), _ -> "<cursor " + (cursors.size() + 1) + ">"));
        var replaced =
                text.replace(authority, "<authority>").replace(authority.toUpperCase(Locale.ROOT), "<AUTHORITY>");
        for (var cursor : cursors.entrySet()) {
            replaced = replaced.replace(cursor.getKey(), cursor.getValue());
        }
        return ID_OR_TIME.matcher(replaced).replaceAll(found -> Matcher.quoteReplacement(placeholder(found)));
    }

    private String placeholder(MatchResult found) {
        if (found.group("id") != null) {
            return ids.computeIfAbsent(found.group().toLowerCase(Locale.ROOT), _ -> "<id " + (ids.size() + 1) + ">");
        }
        var age = Duration.between(Instant.parse(found.group()), Instant.now()).abs();
        return age.compareTo(RECENT) < 0 ? "<time>" : found.group();
    }
}
