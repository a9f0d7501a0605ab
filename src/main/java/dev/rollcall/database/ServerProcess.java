package dev.rollcall.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A `mariadbd` that was started here and accepts connections.
record ServerProcess(Process process, int port, String password) {

    static final String USER = "rollcall";
    private static final String SCHEMA = "rollcall";

    /// Between choosing a free port and the server's taking it, another program may.
    private static final int PORT_ATTEMPTS = 5;

    /// Recovery after a crash can take a while; a server that starts at all is there in less than a second.
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final long STOP_SECONDS = 30;
    private static final byte PROTOCOL_VERSION = 10;

    static ServerProcess start(MariaDbBinaries binaries, DataDirectory directory, DatabaseOptions options)
            throws IOException {
        var password = randomPassword();
        PrivateFiles.createDirectories(ServerCommand.temporaryFiles(directory.data()));
        PrivateFiles.write(directory.initFile(), initialStatements(options, password));
        try {
            for (var attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
                var server = attempt(binaries, directory, options, password);
                if (server.isPresent()) {
                    return server.get();
                }
                if (!LogTail.contains(directory.log(), "Bind on TCP/IP port")) {
                    break;
                }
            }
            throw DatabaseStartException.failed("The database did not start", directory.log());
        } finally {
            Files.deleteIfExists(directory.initFile());
        }
    }

    /// Empty where the server ended by itself.
    private static Optional<ServerProcess> attempt(
            MariaDbBinaries binaries, DataDirectory directory, DatabaseOptions options, String password)
            throws IOException {
        var port = freePort();
        var command = ServerCommand.serve(binaries, directory, options, port);
        var process = ServerCommand.launch(binaries, command, directory.log());
        try {
            // The server writes the same, but only later: a start that is killed now leaves an orphan to be found.
            PrivateFiles.write(directory.pidFile(), process.pid() + "\n");
            return isReady(process, port, directory)
                    ? Optional.of(new ServerProcess(process, port, password))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            stop(process.toHandle());
            throw e;
        }
    }

    String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
    }

    void stop() {
        stop(process.toHandle());
    }

    /// Lets a server finish its work and end; kills it where it does not.
    static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            server.destroyForcibly();
        }
    }

    private static boolean isReady(Process process, int port, DataDirectory directory) {
        var deadline = Instant.now().plus(START_LIMIT);
        try {
            while (process.isAlive() && Instant.now().isBefore(deadline)) {
                if (greets(port)) {
                    return process.isAlive();
                }
                // Returns at once when the server dies.
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            throw DatabaseStartException.interrupted();
        }
        if (process.isAlive()) {
            throw DatabaseStartException.failed(
                    "The database did not answer within " + START_LIMIT.toMinutes() + " minutes", directory.log());
        }
        return false;
    }

    /// The server speaks first: length (3 bytes), sequence number, protocol version.
    private static boolean greets(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            var greeting = socket.getInputStream().readNBytes(5);
            return greeting.length == 5 && greeting[4] == PROTOCOL_VERSION;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Run by the server before it accepts a connection; one statement a line. The accounts that the system
    /// tables come with go first: among them are roots without a password, also for connections over TCP.
    private static String initialStatements(DatabaseOptions options, String password) {
        return """
                delete from mysql.global_priv where user <> 'mariadb.sys';
                flush privileges;
                %screate database if not exists `%s` character set utf8mb4;
                create or replace user %s@'127.0.0.1' identified by '%s';
                grant all on `%s`.* to %s@'127.0.0.1';
                """.formatted(
                        options.emptied() ? "drop database if exists `" + SCHEMA + "`;\n" : "",
                        SCHEMA,
                        USER,
                        password,
                        SCHEMA,
                        USER);
    }
}
