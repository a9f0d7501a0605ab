package dev.rollcall.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A `mariadbd` that a package manager has installed.
final class InstalledBinaries {

    private static final List<String> USUAL_FOLDERS = List.of(
            "/usr/sbin",
            "/usr/local/sbin",
            "/usr/bin",
            "/usr/local/bin",
            "/usr/libexec",
            "/usr/local/mysql/bin",
            "/opt/homebrew/bin",
            "/opt/homebrew/opt/mariadb/bin",
            "/usr/local/opt/mariadb/bin",
            "/home/linuxbrew/.linuxbrew/bin");

    /// Seen from the folder of the program: Debian, Fedora and Alpine, then Homebrew and tarballs.
    private static final List<String> SHARES =
            List.of("../share/mysql", "../share/mariadb", "../share", "/usr/share/mysql", "/usr/share/mariadb");

    private final List<Path> folders;

    InstalledBinaries(List<Path> folders) {
        this.folders = folders;
    }

    static InstalledBinaries ofThisMachine() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new InstalledBinaries(Stream.concat(Stream.of(path.split(File.pathSeparator)), USUAL_FOLDERS.stream())
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of)
                .distinct()
                .toList());
    }

    Optional<MariaDbBinaries> find() {
        return folders.stream()
                .map(folder -> folder.resolve("mariadbd"))
                .filter(Files::isExecutable)
                .flatMap(InstalledBinaries::withSystemTables)
                .findFirst();
    }

    private static Stream<MariaDbBinaries> withSystemTables(Path server) {
        return Stream.of(server, realPath(server))
                .flatMap(program -> SHARES.stream()
                        .map(share ->
                                PrivateFiles.parent(program).resolve(share).normalize()))
                .flatMap(share -> MariaDbBinaries.systemTablesIn(share).stream())
                .limit(1)
                .map(files -> new MariaDbBinaries(server, files, null));
    }

    private static Path realPath(Path server) {
        try {
            return server.toRealPath();
        } catch (IOException e) {
            return server;
        }
    }
}
