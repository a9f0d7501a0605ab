package dev.rollcall.activity.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When and why a call was refused last.
public record Refusal(
        Instant time,
        int status,
        @Nullable String scimType,
        @Nullable String sentence) {}
