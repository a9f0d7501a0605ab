package dev.rollcall.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a call was answered.
///
/// @param scimType the keyword of the error, where it has one
/// @param sentence what there is to say of it: of a refused call the reason, else what was passed over or forgiven
/// @param tolerances the keywords of what it was forgiven
/// @param isPartial whether something that was sent was passed over
public record Outcome(
        Result result,
        int status,
        @Nullable String scimType,
        @Nullable String sentence,
        List<String> tolerances,
        boolean isPartial) {
    public Outcome {
        tolerances = List.copyOf(tolerances);
    }

    /// It was done.
    public static Outcome done(
            Result result, int status, @Nullable String sentence, List<String> tolerances, boolean isPartial) {
        return new Outcome(result, status, null, sentence, tolerances, isPartial);
    }

    /// It was refused.
    public static Outcome refused(
            int status, @Nullable String scimType, @Nullable String sentence, List<String> tolerances) {
        return new Outcome(Result.REFUSED, status, scimType, sentence, tolerances, false);
    }
}
