package dev.rollcall.activity.health;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was seen of one connection since it was last brought to the database. Times in milliseconds, 0 for never.
///
/// @param firstSuccess the first of those that are known here
record Marks(
        long firstSuccess,
        long lastSuccess,
        long lastWrite,
        @Nullable String product,
        @Nullable Refusal refusal,
        Map<Mistake, Long> mistakes) {

    static Marks success(long time, boolean isWrite, @Nullable String product) {
        return new Marks(time, time, isWrite ? time : 0, product, null, Map.of());
    }

    static Marks refusal(Refusal refusal, @Nullable String product) {
        return new Marks(0, 0, 0, product, refusal, Map.of());
    }

    static Marks mistake(Mistake mistake, long time) {
        return new Marks(0, 0, 0, null, null, Map.of(mistake, time));
    }

    /// These and later ones.
    Marks and(Marks later) {
        var all = new EnumMap<Mistake, Long>(Mistake.class);
        all.putAll(mistakes);
        all.putAll(later.mistakes);
        return new Marks(
                firstSuccess == 0 ? later.firstSuccess : firstSuccess,
                Math.max(lastSuccess, later.lastSuccess),
                Math.max(lastWrite, later.lastWrite),
                later.product == null ? product : later.product,
                later.refusal == null ? refusal : later.refusal,
                Map.copyOf(all));
    }
}
