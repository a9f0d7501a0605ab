package dev.rollcall.token;

/// A token that names a signing key which is not known here, or not yet: another replica may have made it a
/// moment ago.
public final class UnknownKeyException extends InvalidTokenException {
    private static final long serialVersionUID = 1L;

    UnknownKeyException() {
        super("unknown signing key");
    }
}
