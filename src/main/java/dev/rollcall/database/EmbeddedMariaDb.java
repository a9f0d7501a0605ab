package dev.rollcall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real MariaDB on the loopback interface, as a child process over a data directory that outlives it.
///
/// One process at a time runs the server of a directory; others of the same user may attach to it. The server
/// ends with the process that started it, also at SIGTERM and Ctrl-C. After `kill -9` it goes on alone; the
/// next start stops it and nothing is lost. The user's password is new at every start.
public final class EmbeddedMariaDb implements AutoCloseable {

    /// How long an attaching process waits for one that is just starting or stopping the server.
    private static final Duration ATTACH_LIMIT = Duration.ofMinutes(1);

    private final ConnectionDetails details;
    private final @Nullable OwnedServer owned;

    private EmbeddedMariaDb(ConnectionDetails details, @Nullable OwnedServer owned) {
        this.details = details;
        this.owned = owned;
    }

    /// Starts the server, on first use after unpacking its binaries and making the data directory.
    ///
    /// @throws DatabaseStartException if another process runs it, or it cannot be had; the message says what to
    /// do
    public static EmbeddedMariaDb start(Path dataDirectory, DatabaseOptions options) {
        var directory = DataDirectory.open(dataDirectory);
        return start(directory, directory.tryLock().orElseThrow(directory::busy), options);
    }

    /// Uses the server that another process runs on this directory; starts one where none does.
    ///
    /// @throws DatabaseStartException as {@link #start}, or if the other process does not get its server
    /// running
    public static EmbeddedMariaDb attachOrStart(Path dataDirectory, DatabaseOptions options) {
        var directory = DataDirectory.open(dataDirectory);
        var deadline = Instant.now().plus(ATTACH_LIMIT);
        while (Instant.now().isBefore(deadline)) {
            var lock = directory.tryLock();
            if (lock.isPresent()) {
                return start(directory, lock.get(), options);
            }
            var running = directory.runningServer();
            if (running.isPresent()) {
                return new EmbeddedMariaDb(running.get(), null);
            }
            pause();
        }
        throw directory.busy();
    }

    /// The JDBC URL, without user and password.
    public String jdbcUrl() {
        return details.jdbcUrl();
    }

    /// The user, who owns the one schema and nothing else.
    public String user() {
        return details.user();
    }

    /// The password, valid until the server stops.
    public String password() {
        return details.password();
    }

    /// Whether another process runs the server; {@link #close} then leaves it running.
    public boolean attached() {
        return owned == null;
    }

    /// When the process ends, its server is stopped only after this latch, so that connections are given back and
    /// requests finished first; but never later than `longest`. Without this call the server is stopped at once.
    public void waitAtExitFor(CountDownLatch unused, Duration longest) {
        if (owned != null) {
            owned.waitAtExitFor(unused, longest);
        }
    }

    /// Stops the server and waits for its end. Does nothing the second time, or when attached.
    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }

    private static EmbeddedMariaDb start(DataDirectory directory, DirectoryLock lock, DatabaseOptions options) {
        try {
            Files.deleteIfExists(directory.connectionFile());
            directory.serverProcess().ifPresent(ServerProcess::stop);
            var binaries = MariaDbBinaries.find(options, unpackInto(directory));
            SystemTables.createIfMissing(binaries, directory);
            var owned = OwnedServer.of(directory, lock, ServerProcess.start(binaries, directory, options));
            return new EmbeddedMariaDb(owned.publish(), owned);
        } catch (IOException e) {
            lock.close();
            throw DatabaseStartException.unusable(directory.service(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static List<Path> unpackInto(DataDirectory directory) {
        return Stream.of(StandardDirectories.ofThisUser().cache(), Optional.of(directory.binaries()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException _) {
            throw DatabaseStartException.interrupted();
        }
    }
}
