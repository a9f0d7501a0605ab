package dev.rollcall.security.foreign;

/// The keys of the issuer cannot be had now.
final class IssuerAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IssuerAwayException() {
        super("The keys of the issuer cannot be had now", null, false, false);
    }
}
