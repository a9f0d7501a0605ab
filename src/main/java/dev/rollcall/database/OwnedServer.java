package dev.rollcall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A server that this process started, and the shutdown hook that stops it.
final class OwnedServer implements AutoCloseable {

    private final DataDirectory directory;
    private final DirectoryLock lock;
    private final ServerProcess server;
    private final Thread hook = new Thread(this::closeAtExit, "embedded-database-stop");
    private volatile CountDownLatch unused = new CountDownLatch(0);
    private volatile Duration patience = Duration.ZERO;
    private boolean closed;

    private OwnedServer(DataDirectory directory, DirectoryLock lock, ServerProcess server) {
        this.directory = directory;
        this.lock = lock;
        this.server = server;
    }

    static OwnedServer of(DataDirectory directory, DirectoryLock lock, ServerProcess server) {
        var owned = new OwnedServer(directory, lock, server);
        try {
            Runtime.getRuntime().addShutdownHook(owned.hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
            server.stop();
            throw e;
        }
        return owned;
    }

    /// Lets other processes of this user attach.
    ConnectionDetails publish() throws IOException {
        var details = new ConnectionDetails(
                server.jdbcUrl(),
                ServerProcess.USER,
                server.password(),
                ProcessHandle.current().pid());
        try {
            details.write(directory.connectionFile());
        } catch (IOException e) {
            close();
            throw e;
        }
        return details;
    }

    void waitAtExitFor(CountDownLatch latch, Duration longest) {
        patience = longest;
        unused = latch;
    }

    @Override
    public void close() {
        stopOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The hook is running: it finds the server stopped.
        }
    }

    private synchronized void stopOnce() {
        if (closed) {
            return;
        }
        try {
            Files.deleteIfExists(directory.connectionFile());
        } catch (IOException _) {
            // Whoever reads it finds no server any more.
        }
        server.stop();
        lock.close();
        closed = true;
    }

    private void closeAtExit() {
        try {
            var _ = unused.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        stopOnce();
    }
}
