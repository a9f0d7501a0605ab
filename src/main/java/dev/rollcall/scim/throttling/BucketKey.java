package dev.rollcall.scim.throttling;

import java.util.Locale;
import java.util.UUID;

/// Which requests are counted together, and how many of them there may be.
///
/// @param subject the organization, or one of its credentials
record BucketKey(Kind kind, UUID organizationId, UUID subject, RateLimit limit) {

    /// Whose requests.
    enum Kind {
        ORGANIZATION,
        CREDENTIAL;

        /// The name in headers and metrics.
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
