package dev.rollcall.web;

/// The methods that change nothing (RFC 9110 §9.2.1), of those that are served.
public final class SafeMethods {
    private SafeMethods() {}

    /// Whether a request with this method changes nothing.
    public static boolean contain(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
