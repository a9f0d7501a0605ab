package dev.rollcall.fairness;

import java.util.Locale;

/// What parties share.
public enum Resource {
    /// Requests that are served.
    REQUESTS,
    /// Of them, those that take long because of what they bring: bulk requests and large bodies.
    LARGE_REQUESTS,
    /// Searches that no index serves.
    SCANS,
    /// Answers that are read from the database while their client reads them.
    ANSWERS;

    /// The name in metrics.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
