package dev.rollcall.activity.summary;

import dev.rollcall.activity.Result;

/// How many calls came to what, for resources of one type.
///
/// @param partial those of the others, but the refused, of which something that was sent was passed over
public record Counts(
        long created,
        long updated,
        long unchanged,
        long disabled,
        long enabled,
        long deleted,
        long refused,
        long partial) {
    /// No calls.
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /// So many calls with one result.
    public static Counts of(Result result, long calls, long partial) {
        return new Counts(
                result == Result.CREATED ? calls : 0,
                result == Result.UPDATED ? calls : 0,
                result == Result.UNCHANGED ? calls : 0,
                result == Result.DISABLED ? calls : 0,
                result == Result.ENABLED ? calls : 0,
                result == Result.DELETED ? calls : 0,
                result == Result.REFUSED ? calls : 0,
                result == Result.REFUSED ? 0 : partial);
    }

    /// These and those.
    public Counts plus(Counts other) {
        return new Counts(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                disabled + other.disabled,
                enabled + other.enabled,
                deleted + other.deleted,
                refused + other.refused,
                partial + other.partial);
    }

    /// All calls.
    public long calls() {
        return created + updated + unchanged + disabled + enabled + deleted + refused;
    }
}
