package dev.rollcall.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a call was answered.
///
/// @param scimType the keyword of the error, where it has one
/// @param sentence what there is to say of it: of a refused call the reason, else what was passed over or forgiven
/// @param tolerances the keywords of what it was forgiven
/// @param extent how much of the call this is
public record Outcome(
        Result result,
        int status,
        @Nullable String scimType,
        @Nullable String sentence,
        List<String> tolerances,
        Extent extent) {
    public Outcome {
        tolerances = List.copyOf(tolerances);
    }

    /// It was done.
    public static Outcome done(
            Result result, int status, @Nullable String sentence, List<String> tolerances, Extent extent) {
        return new Outcome(result, status, null, sentence, tolerances, extent);
    }

    /// It was refused.
    public static Outcome refused(
            int status, @Nullable String scimType, @Nullable String sentence, List<String> tolerances) {
        return new Outcome(Result.REFUSED, status, scimType, sentence, tolerances, Extent.WHOLE);
    }
}
