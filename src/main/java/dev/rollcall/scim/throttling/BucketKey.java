package dev.rollcall.scim.throttling;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which requests are counted together, and how many of them there may be.
///
/// @param subject the organization, or one of its credentials
record BucketKey(Kind kind, UUID organizationId, UUID subject, RateLimit limit) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BucketKey(var itsKind, var itsOrganization, var itsSubject, var itsLimit)
                && kind == itsKind
                && organizationId.equals(itsOrganization)
                && subject.equals(itsSubject)
                && limit.perSecond() == itsLimit.perSecond()
                && limit.burst() == itsLimit.burst();
    }

    @Override
    public int hashCode() {
        return subject.hashCode();
    }

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
