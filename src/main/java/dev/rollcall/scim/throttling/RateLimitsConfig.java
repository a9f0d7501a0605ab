package dev.rollcall.scim.throttling;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/// How many requests are served. A bulk request counts as its operations. Every replica has the same settings.
@ConfigMapping(prefix = "rollcall.rate-limits")
public interface RateLimitsConfig {
    /// Whether requests are counted at all.
    @WithDefault("true")
    boolean enabled();

    /// What each organization may send.
    ForOrganizations organization();

    /// What each credential may send, where that is less.
    ForCredentials credential();

    /// What costs more than one request.
    Weights weights();

    /// What single organizations may send instead, by their identifiers.
    Map<String, ForOne> organizations();

    /// As how many requests one counts. A bulk request counts as its operations and not by its body.
    interface Weights {
        /// For so much of its body it counts as one more; 0 for none.
        @WithDefault("64K")
        MemorySize bodySize();

        /// For so long that it searched without an index it counts as one more; 0 for none.
        @WithDefault("PT0.1S")
        Duration scanTime();
    }

    /// The limit of every organization.
    interface ForOrganizations {
        /// Requests a second in the long run.
        @WithDefault("100")
        long requestsPerSecond();

        /// The most requests at once. Ten seconds' worth where it is not set.
        OptionalLong burst();
    }

    /// The limit of every credential.
    interface ForCredentials {
        /// Requests a second in the long run. As much as the organization where it is not set.
        OptionalLong requestsPerSecond();

        /// The most requests at once. Ten seconds' worth where it is not set.
        OptionalLong burst();
    }

    /// The limit of one organization.
    interface ForOne {
        /// Requests a second in the long run.
        long requestsPerSecond();

        /// The most requests at once. Ten seconds' worth where it is not set.
        OptionalLong burst();
    }
}
