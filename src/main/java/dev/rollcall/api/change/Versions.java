package dev.rollcall.api.change;

import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Versions as entity tags (RFC 9110 §8.8.3).
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Pattern ANY_TAG = Pattern.compile("(W/)?\"[!#-~\\u0080-\\u00ff]*\"");
    private static final long NONE = -1;

    private Versions() {}

    /// The entity tag of a version.
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /// The condition that the value of `If-Match` means (RFC 9110 §13.1.1). A weak tag, or one that is not ours, is
    /// that of no version.
    ///
    /// @throws RefusedException where it is no entity tag, or more than one
    public static Condition condition(@Nullable String ifMatch) {
        var given = ifMatch == null ? "*" : ifMatch.strip();
        if (given.equals("*")) {
            return Condition.NONE;
        }
        var tag = TAG.matcher(given);
        if (tag.matches()) {
            return Condition.version(Long.parseLong(tag.group(1)));
        }
        if (ANY_TAG.matcher(given).matches()) {
            return Condition.version(NONE);
        }
        throw RefusedException.invalid(List.of(new RefusedException.Violation(
                "If-Match", "'If-Match' is the one ETag that you have read, in its quotes, such as \"3\".")));
    }
}
