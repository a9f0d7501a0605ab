package dev.rollcall.fairness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/// How much each organization may have of what all share, in each replica.
@ConfigMapping(prefix = "rollcall.fairness")
public interface FairnessConfig {
    /// Whether organizations have shares at all.
    @WithDefault("true")
    boolean enabled();

    /// How many requests are served at once. Four fifths of the connections to the database where it is not set.
    OptionalInt requests();

    /// How many bulk requests and large bodies are served at once. One more than there are processors where it is not
    /// set, 3 at least.
    OptionalInt largeRequests();

    /// How many searches that no index serves run at once. One more than there are processors where it is not set, 3
    /// at least.
    OptionalInt scans();

    /// How much of each is kept for organizations that have little, in percent.
    @WithDefault("25")
    int reservePercent();

    /// How many requests of one organization may wait.
    @WithDefault("1000")
    int mostWaiting();

    /// How long they may wait.
    @WithDefault("PT10S")
    Duration longestWait();

    /// After how long a request is told that there were too many of them.
    @WithDefault("PT0.2S")
    Duration refusalPause();

    /// How long a search may take that no index serves.
    @WithDefault("PT30S")
    Duration scanTime();

    /// How long another search may take.
    @WithDefault("PT1M")
    Duration searchTime();
}
