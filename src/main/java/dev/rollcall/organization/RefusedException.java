package dev.rollcall.organization;

/// A management request that cannot be carried out. The message is a sentence for the administrator who made
/// it.
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The reason, as one or two sentences that say what to do instead.
    public RefusedException(String sentence) {
        super(sentence, null, false, false);
    }
}
