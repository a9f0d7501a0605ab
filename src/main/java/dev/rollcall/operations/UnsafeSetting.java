package dev.rollcall.operations;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/// Settings with which the service must not serve in production, each with the reason that the operator reads.
enum UnsafeSetting {
    PUBLIC_URL("public-url"),
    TRUSTED_PROXIES("trusted-proxies"),
    DATABASE_PASSWORD("database-password"),
    ENCRYPTION_KEY("encryption-key");

    /// Set where the database is this process' own.
    private static final String EMBEDDED = "rollcall.embedded-database";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String checkName;

    UnsafeSetting(String checkName) {
        this.checkName = checkName;
    }

    /// The name by which the check can be turned into a warning.
    String checkName() {
        return checkName;
    }

    /// Whether it stops the start, or is only worth a warning: who has no key yet can go on.
    boolean stopsTheStart() {
        return switch (this) {
            case PUBLIC_URL, TRUSTED_PROXIES, DATABASE_PASSWORD -> true;
            case ENCRYPTION_KEY -> false;
        };
    }

    /// What is unsafe in this configuration, and what to do about it; empty where it is safe.
    Optional<String> finding(Config config) {
        return switch (this) {
            case PUBLIC_URL -> publicUrl(config);
            case TRUSTED_PROXIES -> trustedProxies(config);
            case DATABASE_PASSWORD -> databasePassword(config);
            case ENCRYPTION_KEY -> encryptionKey(config);
        };
    }

    private static Optional<String> publicUrl(Config config) {
        return text(config, "rollcall.public-url")
                .filter(url -> !isHttpsOrLocal(url))
                .map(url -> "rollcall.public-url is " + url
                        + ": tokens would cross the network in clear. Use an https URL.");
    }

    private static boolean isHttpsOrLocal(String url) {
        try {
            var uri = URI.create(url);
            return "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost())));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<String> trustedProxies(Config config) {
        var forwards = config.getOptionalValue("quarkus.http.proxy.proxy-address-forwarding", Boolean.class)
                .orElse(false);
        return forwards && text(config, "quarkus.http.proxy.trusted-proxies").isEmpty()
                ? Optional.of(
                        "Forwarded headers are read from anybody, so every client can choose the host in our answers."
                                + " Name your proxies in quarkus.http.proxy.trusted-proxies.")
                : Optional.empty();
    }

    private static Optional<String> databasePassword(Config config) {
        return text(config, "quarkus.datasource.password").isEmpty()
                ? Optional.of("The database account has no password. Set quarkus.datasource.password.")
                : Optional.empty();
    }

    private static Optional<String> encryptionKey(Config config) {
        // A database of the service's own is a file on this machine, as a key beside it would be.
        return text(config, EMBEDDED).isPresent()
                        || text(config, "rollcall.keys.encryption-key").isPresent()
                        || text(config, "rollcall.keys.encryption-key-location").isPresent()
                ? Optional.empty()
                : Optional.of("Whoever reads the database, or a backup of it, has the keys that sign tokens. Give a key"
                        + " that encrypts them: rollcall.keys.encryption-key-location.");
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
