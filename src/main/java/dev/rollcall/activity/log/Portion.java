package dev.rollcall.activity.log;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was found in as many rows as one look goes through.
///
/// @param next behind what to look on; null at the end
public record Portion(List<LoggedCall> calls, @Nullable UUID next) {
    public Portion {
        calls = List.copyOf(calls);
    }
}
