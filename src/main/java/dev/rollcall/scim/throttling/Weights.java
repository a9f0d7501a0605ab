package dev.rollcall.scim.throttling;

import dev.rollcall.fairness.Visit;
import dev.rollcall.scim.protocol.ScimPaths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/// As how many requests one counts: before it is served by what it brings, and afterwards by what it took.
@ApplicationScoped
class Weights {
    private static final String BULK = ScimPaths.BASE + "/Bulk";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private final long bodySize;
    private final long scanNanos;

    Weights(RateLimitsConfig config) {
        this.bodySize = config.weights().bodySize().asLongValue();
        this.scanNanos = config.weights().scanTime().toNanos();
    }

    /// Before it is served: 1, and more for a large body.
    long before(ContainerRequestContext request) {
        var length = bodySize > 0 ? request.getHeaderString(HttpHeaders.CONTENT_LENGTH) : null;
        if (length == null
                || !DIGITS.matcher(length).matches()
                || request.getUriInfo().getPath().equals(BULK)) {
            return 1;
        }
        return 1 + Long.parseLong(length) / bodySize;
    }

    /// What is to be added now that it was served.
    long after(ContainerRequestContext request) {
        return scanNanos > 0
                ? Visit.of(request)
                        .map(visit -> visit.scanned().toNanos() / scanNanos)
                        .orElse(0L)
                : 0;
    }
}
