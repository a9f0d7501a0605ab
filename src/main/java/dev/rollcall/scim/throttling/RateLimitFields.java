package dev.rollcall.scim.throttling;

import dev.rollcall.scim.throttling.Verdict.Refused;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fields that tell a client how it stands. `RateLimit` and `RateLimit-Policy` are those of the IETF's
/// draft; the `X-Rate-Limit-` ones are read by SailPoint's SCIM connector and have Okta's meaning: the time of
/// the reset is a moment, in seconds since 1970.
final class RateLimitFields {
    private RateLimitFields() {}

    static void write(Verdict verdict, Instant now, MultivaluedMap<String, Object> headers) {
        var standings = verdict.standings();
        if (standings.isEmpty()) {
            return;
        }
        headers.putSingle("RateLimit-Policy", list(standings, RateLimitFields::policy));
        headers.putSingle("RateLimit", list(standings, RateLimitFields::state));
        var narrowest = standings.stream()
                .min(Comparator.comparingLong(Standing::remaining))
                .orElseThrow();
        headers.putSingle("X-Rate-Limit-Limit", narrowest.bucket().limit().burst());
        headers.putSingle("X-Rate-Limit-Remaining", narrowest.remaining());
        headers.putSingle("X-Rate-Limit-Reset", now.getEpochSecond() + narrowest.seconds());
        if (verdict instanceof Refused(var standing)) {
            headers.putSingle(HttpHeaders.RETRY_AFTER, standing.seconds());
            headers.putSingle("X-Rate-Limit-Retry-After-Seconds", standing.seconds());
        }
    }

    private static String list(List<Standing> standings, Function<Standing, String> item) {
        return standings.stream().map(item).collect(Collectors.joining(", "));
    }

    private static String policy(Standing standing) {
        var limit = standing.bucket().limit();
        return "\"" + standing.bucket().kind().text() + "\";q=" + limit.burst() + ";w="
                + limit.window().toSeconds();
    }

    private static String state(Standing standing) {
        return "\"" + standing.bucket().kind().text() + "\";r=" + standing.remaining() + ";t=" + standing.seconds();
    }
}
