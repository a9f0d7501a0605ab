package dev.rollcall.sql;

/// A write would have broken a unique key, and was not done.
public final class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    DuplicateKeyException(String key, Throwable cause) {
        super(key, cause);
        this.key = key;
    }

    /// The name of the key.
    public String key() {
        return key;
    }
}
