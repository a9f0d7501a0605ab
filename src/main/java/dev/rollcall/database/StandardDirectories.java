package dev.rollcall.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where data and caches lie when nobody says otherwise: the XDG base directories.
public final class StandardDirectories {

    private final Map<String, String> environment;
    private final @Nullable String home;

    StandardDirectories(Map<String, String> environment, @Nullable String home) {
        this.environment = environment;
        this.home = home;
    }

    /// Those of the user who runs this process.
    public static StandardDirectories ofThisUser() {
        return new StandardDirectories(System.getenv(), System.getProperty("user.home"));
    }

    /// The data directory: the configured one (`rollcall.data-dir`), otherwise `rollcall` in the user's data
    /// home.
    public Path data(Optional<String> configured) {
        return configured
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .or(() -> directory("XDG_DATA_HOME", ".local/share"))
                .orElseThrow(DatabaseStartException::noHome)
                .toAbsolutePath()
                .normalize();
    }

    /// The cache directory, if this user has a home.
    Optional<Path> cache() {
        return directory("XDG_CACHE_HOME", ".cache");
    }

    private Optional<Path> directory(String variable, String belowHome) {
        // The XDG specification: a relative value is to be ignored.
        return Optional.ofNullable(environment.get(variable))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() -> homeDirectory().map(path -> path.resolve(belowHome)))
                .map(path -> path.resolve("rollcall"));
    }

    private Optional<Path> homeDirectory() {
        // A user without an entry in the password file has "?" here (containers with any uid).
        return Optional.ofNullable(home).filter(value -> value.startsWith("/")).map(Path::of);
    }
}
