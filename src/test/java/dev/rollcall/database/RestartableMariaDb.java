package dev.rollcall.database;

import dev.rollcall.testing.PackagedProgram;
import dev.rollcall.testing.StartedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A real MariaDB for tests that stop it, kill it and start it again: always on the same port, with the same
/// data and the same account, and every commit flushed to the disk before it is acknowledged. The binaries are
/// those of the other tests. It ends with this process, whatever becomes of the test.
public final class RestartableMariaDb implements AutoCloseable {
    private static final String NAME = "rollcall";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // One statement a line; run at every start.
    private static final String INITIAL_STATEMENTS = """
            delete from mysql.global_priv where user <> 'mariadb.sys';
            flush privileges;
            create database if not exists `%1$s` character set utf8mb4 collate utf8mb4_nopad_bin;
            create or replace user %1$s@'127.0.0.1' identified by '%1$s';
            grant all on *.* to %1$s@'127.0.0.1';
            """.formatted(NAME);

    private final DataDirectory directory;
    private final List<String> command;
    private final int port;
    private final Thread hook = new Thread(this::kill, "restartable-database-stop");
    private @Nullable StartedProcess process;

    private RestartableMariaDb(DataDirectory directory, List<String> command, int port) {
        this.directory = directory;
        this.command = command;
        this.port = port;
    }

    /// Starts it on an empty schema and waits until it takes connections.
    ///
    /// @param options further options of `mariadbd`
    public static RestartableMariaDb start(Path path, String... options) {
        var wanted = new DatabaseOptions(false, false, 64, TestOptions.preferSystemBinaries());
        var directory = DataDirectory.open(path);
        try {
            var binaries = MariaDbBinaries.find(
                    wanted, StandardDirectories.ofThisUser().cache().stream().toList());
            SystemTables.createIfMissing(binaries, directory);
            PrivateFiles.createDirectories(ServerCommand.temporaryFiles(directory.data()));
            PrivateFiles.write(directory.initFile(), INITIAL_STATEMENTS);
            var port = PackagedProgram.freePort();
            var command = ServerCommand.serve(binaries, directory, wanted, port);
            command.addAll(List.of("--innodb-flush-log-at-trx-commit=1", "--max-connections=400"));
            command.addAll(List.of(options));
            var database = new RestartableMariaDb(directory, command, port);
            Runtime.getRuntime().addShutdownHook(database.hook);
            database.start();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The JDBC URL, without user and password.
    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME;
    }

    /// The account, which may do everything.
    public String user() {
        return NAME;
    }

    /// Its password.
    public String password() {
        return NAME;
    }

    /// Starts it again, after {@link #stop} or {@link #kill}, and waits until it takes connections.
    public void start() {
        process = launch(directory.log());
        process.awaitUntil("taking connections", this::accepts);
    }

    private StartedProcess launch(Path log) {
        try {
            var launched = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new StartedProcess("The database", launched, PATIENCE, () -> LogTail.of(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGTERM, as an operator ends it; waits for its end.
    public void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /// SIGKILL; waits for its end.
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /// Kills it and leaves its files, whose log may explain a failure.
    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            return socket.getInputStream().readNBytes(5).length == 5;
        } catch (IOException _) {
            return false;
        }
    }
}
