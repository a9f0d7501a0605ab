package dev.rollcall.activity.summary;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// What came of the calls of some time.
///
/// @param since the beginning of the first hour that is in it
/// @param until the end of the last hour that is in it
/// @param others resources of other types, and calls that were about none
/// @param reads how many requests that change nothing were answered with a status
public record Summary(
        Instant since, Instant until, Counts users, Counts groups, Counts others, Map<Integer, Long> reads) {
    public Summary {
        reads = Map.copyOf(reads);
    }

    /// Nothing came.
    static Summary none(Instant since, Instant until) {
        return new Summary(since, until, Counts.NONE, Counts.NONE, Counts.NONE, Map.of());
    }

    Summary plus(String type, Counts counts) {
        return switch (type) {
            case "User" -> new Summary(since, until, users.plus(counts), groups, others, reads);
            case "Group" -> new Summary(since, until, users, groups.plus(counts), others, reads);
            default -> new Summary(since, until, users, groups, others.plus(counts), reads);
        };
    }

    Summary plusReads(int status, long calls) {
        var more = new TreeMap<>(reads);
        more.merge(status, calls, Long::sum);
        return new Summary(since, until, users, groups, others, more);
    }
}
