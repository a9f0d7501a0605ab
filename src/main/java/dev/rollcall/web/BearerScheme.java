package dev.rollcall.web;

import java.util.Locale;
import java.util.Optional;

/// The scheme by which tokens come in the header `Authorization` (RFC 6750 §2.1).
public final class BearerScheme {
    private static final String NAME = "bearer";

    private BearerScheme() {}

    /// The token in a value of the header, of any form; empty where that is of another scheme.
    public static Optional<String> token(String authorization) {
        var header = authorization.strip();
        var space = header.indexOf(' ');
        var scheme = space < 0 ? header : header.substring(0, space);
        return scheme.toLowerCase(Locale.ROOT).equals(NAME)
                ? Optional.of(header.substring(scheme.length()).strip())
                : Optional.empty();
    }
}
