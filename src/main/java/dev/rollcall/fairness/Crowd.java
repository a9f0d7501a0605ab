package dev.rollcall.fairness;

/// Why there is no place for a request.
///
/// @param most how many of them one organization may have at a time
public record Crowd(Resource resource, int most) {
    /// After how many seconds to come again.
    public static final int RETRY_AFTER_SECONDS = 2;

    /// What the client reads.
    ///
    /// @param advice what to do instead, a sentence
    public String sentence(String advice) {
        var what = switch (resource) {
            case REQUESTS -> "requests at once: " + most + " are served";
            case LARGE_REQUESTS ->
                "bulk requests, large bodies or searches of members at once: " + most + " are served";
            case SCANS -> "searches at once that no index serves: " + most + " run";
            case ANSWERS -> "large answers on their way: " + most + " are sent";
        };
        return "The organization has too many %s at a time, and others wait for a while. %s Try again in %d s."
                .formatted(what, advice, RETRY_AFTER_SECONDS);
    }

    /// What the client reads of a request that was not begun.
    public String sentence() {
        return sentence("Send fewer at once.");
    }
}
