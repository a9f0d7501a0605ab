package dev.rollcall.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files of an embedded database, below `database` in the service's data directory.
///
/// @param service the service's data directory, for messages
/// @param root the database's part of it, mode 700
record DataDirectory(Path service, Path root) {

    /// MariaDB cuts paths at 512 bytes without a word; its own file names need the rest.
    private static final int LONGEST_PATH = 400;

    /// Makes the directory where there is none.
    ///
    /// @throws DatabaseStartException if it cannot be made or written, or its path is too long for MariaDB
    static DataDirectory open(Path service) {
        try {
            PrivateFiles.createDirectories(service);
            // The real path: an orphaned server is recognised by it, whatever link it was started through.
            var root = service.toRealPath().resolve("database");
            if (root.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
                throw DatabaseStartException.pathTooLong(service, LONGEST_PATH);
            }
            PrivateFiles.createDirectories(root);
            return new DataDirectory(service, root);
        } catch (IOException e) {
            throw DatabaseStartException.unusable(service, e);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("mariadbd.log");
    }

    Path pidFile() {
        return root.resolve("mariadbd.pid");
    }

    Path initFile() {
        return root.resolve("init.sql");
    }

    Path connectionFile() {
        return root.resolve("connection.properties");
    }

    /// Where bundled binaries go when the cache directory cannot be used.
    Path binaries() {
        return root.resolve("binaries");
    }

    Optional<DirectoryLock> tryLock() {
        try {
            return DirectoryLock.tryAcquire(root.resolve("lock"), ownerFile());
        } catch (IOException e) {
            throw DatabaseStartException.unusable(service, e);
        }
    }

    DatabaseStartException busy() {
        return DatabaseStartException.busy(service, DirectoryLock.holder(ownerFile()));
    }

    /// How to reach the server that another process runs here; empty while that one is still starting it.
    Optional<ConnectionDetails> runningServer() {
        return ConnectionDetails.read(connectionFile())
                .filter(ConnectionDetails::ownerIsAlive)
                .filter(_ -> serverProcess().isPresent());
    }

    /// The `mariadbd` that runs on this directory, if one does.
    Optional<ProcessHandle> serverProcess() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip()))
                    .filter(this::isServerOfThisDirectory);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A process number alone proves nothing: it may have been given to another process since.
    private boolean isServerOfThisDirectory(ProcessHandle process) {
        var info = process.info();
        return info.arguments()
                .map(arguments -> List.of(arguments).contains("--datadir=" + data()))
                .orElseGet(() -> info.command().orElse("").endsWith("mariadbd"));
    }

    private Path ownerFile() {
        return root.resolve("owner");
    }
}
