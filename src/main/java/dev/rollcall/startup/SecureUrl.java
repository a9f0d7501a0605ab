package dev.rollcall.startup;

import java.net.URI;
import java.util.Set;

/// URLs of other systems in the settings: what comes from them must not be changed on its way.
public final class SecureUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SecureUrl() {}

    /// Whether it is an https URL, or an http one of this very machine.
    public static boolean isOne(String url) {
        try {
            var uri = URI.create(url);
            var host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
