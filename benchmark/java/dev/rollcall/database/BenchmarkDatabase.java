package dev.rollcall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The service's own MariaDB with the memory and the log of a real server, for benchmarks: on the loopback, one
/// schema for each database that is asked for, data that outlives it.
public final class BenchmarkDatabase implements AutoCloseable {
    private static final String USER = "rollcall";
    private static final String PASSWORD = "benchmark";
    private static final int ATTEMPTS = 600;

    private final Process process;
    private final int port;

    private BenchmarkDatabase(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it and waits until it answers.
    ///
    /// @param memory for InnoDB's pages, in MiB; the data should fit
    public static BenchmarkDatabase start(Path directory, int port, int memory, List<String> schemas)
            throws IOException, InterruptedException {
        var options = new DatabaseOptions(false, false, memory, false);
        var data = DataDirectory.open(directory);
        var cache = StandardDirectories.ofThisUser().cache().orElse(data.binaries());
        var binaries = MariaDbBinaries.find(options, List.of(cache));
        SystemTables.createIfMissing(binaries, data);
        PrivateFiles.createDirectories(ServerCommand.temporaryFiles(data.data()));
        Files.writeString(data.initFile(), statements(schemas));
        var command = ServerCommand.serve(binaries, data, options, port);
        command.addAll(List.of("--innodb-log-file-size=1G", "--innodb-io-capacity=2000", "--max-connections=300"));
        var server = new BenchmarkDatabase(ServerCommand.launch(binaries, command, data.log()), port);
        server.await(schemas.getFirst(), data.log());
        return server;
    }

    /// The JDBC URL of a schema.
    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }

    /// The user of every schema.
    public String user() {
        return USER;
    }

    /// The user's password.
    public String password() {
        return PASSWORD;
    }

    private void await(String schema, Path log) throws InterruptedException {
        for (var attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            try (var _ = DriverManager.getConnection(jdbcUrl(schema), USER, PASSWORD)) {
                return;
            } catch (SQLException _) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        close();
        throw DatabaseStartException.failed("The database did not start", log);
    }

    private static String statements(List<String> schemas) {
        return schemas.stream()
                .map(schema -> """
                        create database if not exists `%1$s` character set utf8mb4;
                        create user if not exists %2$s@'127.0.0.1' identified by '%3$s';
                        grant all on `%1$s`.* to %2$s@'127.0.0.1';
                        grant super on *.* to %2$s@'127.0.0.1';
                        """.formatted(schema, USER, PASSWORD))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        ServerProcess.stop(process.toHandle());
    }
}
