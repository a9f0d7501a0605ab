package dev.rollcall.sql;

/// The database cannot do it now, and the same work may succeed in a moment. Its cause is in the log already.
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param why what the client may read of it, as the beginning of a sentence
    public UnavailableException(String why) {
        super(why, null, false, false);
    }

    /// What the client may read of it, as the beginning of a sentence.
    public String why() {
        return String.valueOf(getMessage());
    }
}
