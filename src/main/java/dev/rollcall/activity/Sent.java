package dev.rollcall.activity;

/// What was sent with a refused call, for whoever looks into it.
///
/// @param text JSON without secrets, or a sentence in a JSON object that says why it is not kept
public record Sent(String text) {
    /// The longest that is kept, in characters.
    public static final int LONGEST = 65_536;

    /// In the place of one that is longer.
    public static final Sent TOO_LARGE = new Sent("{\"notKept\":\"The body is larger than 64 KiB\"}");
}
