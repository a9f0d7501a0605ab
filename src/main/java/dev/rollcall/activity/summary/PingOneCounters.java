package dev.rollcall.activity.summary;

/// The five counters of PingOne's sync summary, counted from the calls that it made. PingOne counts people once a sync,
/// this counts each call: a person who is created and updated in one sync is impacted twice.
///
/// @param impacted all calls
/// @param success those that were done as they were sent, and leave somebody in
/// @param unsynced those that took somebody out: disabled or deleted
/// @param partialSynced those that were done, while something that was sent was passed over
/// @param failed those that were refused
public record PingOneCounters(long impacted, long success, long unsynced, long partialSynced, long failed) {

    /// The counters for these calls; success, unsynced, partial and failed are impacted together.
    public static PingOneCounters of(Counts counts) {
        var out = counts.disabled() + counts.deleted();
        var in = counts.created() + counts.updated() + counts.unchanged() + counts.enabled();
        var partial = Math.min(in, counts.partial());
        return new PingOneCounters(counts.calls(), in - partial, out, partial, counts.refused());
    }
}
