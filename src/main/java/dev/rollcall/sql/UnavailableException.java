package dev.rollcall.sql;

/// The database cannot do it now, and the same work may succeed in a moment. Its cause is in the log already.
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isContended;

    /// @param why what the client may read of it, as the beginning of a sentence
    public UnavailableException(String why) {
        this(why, false);
    }

    private UnavailableException(String why, boolean isContended) {
        super(why, null, false, false);
        this.isContended = isContended;
    }

    /// Other writers were in the way for too long.
    static UnavailableException contended(String why) {
        return new UnavailableException(why, true);
    }

    /// Whether nothing is wrong with the database, and other writers of the same rows were in the way.
    public boolean isContended() {
        return isContended;
    }

    /// What the client may read of it, as the beginning of a sentence.
    public String why() {
        return String.valueOf(getMessage());
    }
}
