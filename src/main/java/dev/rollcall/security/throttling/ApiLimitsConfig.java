package dev.rollcall.security.throttling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How many requests the management API serves, as each replica counts.
@ConfigMapping(prefix = "rollcall.management.rate-limits")
public interface ApiLimitsConfig {
    /// Whether anything is counted at all.
    @WithDefault("true")
    boolean enabled();

    /// What each token of an operator, and each session, may send.
    @WithDefault("1200")
    long requestsPerMinute();

    /// How many proofs may be wrong that come from one address.
    @WithDefault("20")
    long failuresPerMinute();
}
