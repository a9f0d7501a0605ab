package dev.rollcall.scim.throttling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// How many requests may be sent.
///
/// @param perSecond how many in the long run
/// @param burst how many at once after a rest
record RateLimit(long perSecond, long burst) {
    private static final long MOST = 1_000_000;
    private static final long SECONDS_OF_BURST = 10;
    private static final long SHARE_OF_A_REPLICA = 20;

    /// The limit where the burst may be left open.
    static RateLimit of(long perSecond, OptionalLong burst) {
        return new RateLimit(perSecond, burst.orElse(perSecond * SECONDS_OF_BURST));
    }

    /// How many requests a replica may have admitted that the others do not know of yet: a twentieth of the
    /// burst.
    long unsettled() {
        return Math.max(1, burst / SHARE_OF_A_REPLICA);
    }

    /// How long it takes until everything may be sent again.
    Duration window() {
        return Duration.ofSeconds(Math.ceilDiv(burst, perSecond));
    }

    /// How much of a weight must be there at once; the rest may be owed. Otherwise a bulk request as large as
    /// the burst would wait for a moment at which nothing else was sent for long.
    long required(long weight) {
        return Math.min(weight, Math.max(1, burst / 2));
    }

    /// Whether nothing that keeps the other limit breaks this one.
    boolean isNoLessThan(RateLimit other) {
        return perSecond >= other.perSecond && burst >= other.burst;
    }

    /// What is wrong with it; nothing if the list is empty.
    List<String> problems(String setting) {
        var problems = new ArrayList<String>();
        if (perSecond < 1 || perSecond > MOST) {
            problems.add(setting + ".requests-per-second is " + perSecond + ": it is from 1 to " + MOST);
        } else if (burst < perSecond || burst > MOST * SECONDS_OF_BURST) {
            problems.add(setting + ".burst is " + burst + ": it is from the requests of one second, " + perSecond
                    + ", to " + MOST * SECONDS_OF_BURST);
        }
        return problems;
    }
}
