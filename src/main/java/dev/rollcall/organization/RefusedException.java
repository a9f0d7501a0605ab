package dev.rollcall.organization;

/// A management request that cannot be carried out. The message is a sentence for the administrator who made
/// it, which says what to do instead.
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// Why it cannot be carried out.
    public enum Kind {
        /// What it is about is not there.
        NOT_FOUND,
        /// Something else has the name already.
        TAKEN,
        /// What was given does not fit.
        INVALID,
        /// There are as many as there may be.
        LIMIT
    }

    private RefusedException(Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
    }

    /// What it is about is not there.
    public static RefusedException notFound(String sentence) {
        return new RefusedException(Kind.NOT_FOUND, sentence);
    }

    /// Something else has the name already.
    public static RefusedException taken(String sentence) {
        return new RefusedException(Kind.TAKEN, sentence);
    }

    /// What was given does not fit.
    public static RefusedException invalid(String sentence) {
        return new RefusedException(Kind.INVALID, sentence);
    }

    /// There are as many as there may be.
    public static RefusedException limit(String sentence) {
        return new RefusedException(Kind.LIMIT, sentence);
    }

    /// Why it cannot be carried out.
    public Kind kind() {
        return kind;
    }
}
