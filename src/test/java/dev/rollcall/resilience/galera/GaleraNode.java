package dev.rollcall.resilience.galera;

import dev.rollcall.testing.StartedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One server of the cluster.
final class GaleraNode {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern RECOVERED = Pattern.compile("Recovered position: *(\\S+)");

    private final NodeCommand command;
    private final Thread hook = new Thread(this::kill, "galera-node-end");
    private @Nullable StartedProcess process;

    GaleraNode(NodeCommand command) {
        this.command = command;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    NodeCommand command() {
        return command;
    }

    /// Makes its data directory.
    void create() {
        process = run(command.create());
        process.awaitEnd();
    }

    /// Starts it without waiting.
    ///
    /// @param members the addresses of all nodes
    StartedProcess launch(String members, String... options) {
        process = run(command.serve(members, options));
        return process;
    }

    /// Starts it without waiting after it was killed, as Debian's service does: it asks its own log where it
    /// ended, and the others for what came since.
    void launchAgain(String members) {
        launch(members, "--wsrep-recover").awaitEnd();
        var position = RECOVERED.matcher(log()).results().reduce((_, last) -> last);
        launch(
                members,
                "--wsrep-start-position="
                        + position.orElseThrow(() -> new AssertionError(log())).group(1));
    }

    private StartedProcess run(List<String> words) {
        try {
            var started = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            return new StartedProcess(command.directory().toString(), started, PATIENCE, this::log);
        } catch (IOException e) {
            throw new UncheckedIOException("mariadb-server, mariadb-backup and galera-4 have to be installed", e);
        }
    }

    /// Waits until a status variable of the server has a value.
    ///
    /// @throws AssertionError with the server's log if the process ends or the time does
    void awaitStatus(String variable, String wanted) {
        launched().awaitUntil(variable + " = " + wanted, () -> status(variable).equals(wanted));
    }

    /// The value of a status variable; empty where the server does not answer.
    String status(String variable) {
        var url = jdbcUrl("") + "?user=root&connectTimeout=2000&socketTimeout=5000";
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + variable + "'")) {
            return rows.next() ? rows.getString(2) : "";
        } catch (SQLException _) {
            return "";
        }
    }

    /// Runs statements as root, once the server takes connections.
    void execute(List<String> statements) {
        launched().awaitUntil("taking statements", () -> !status("wsrep_ready").isEmpty());
        try (var connection = DriverManager.getConnection(jdbcUrl("") + "?user=root");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The URL of this node alone.
    String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + command.ports().client() + "/" + schema;
    }

    boolean isRunning() {
        return process != null && process.isRunning();
    }

    /// SIGKILL, also to what it has started; waits for its end.
    void kill() {
        if (process != null) {
            process.process().descendants().forEach(ProcessHandle::destroyForcibly);
            process.kill();
        }
    }

    /// SIGSTOP: it holds its connections and answers nobody.
    void freeze() {
        signal("STOP");
    }

    /// SIGCONT: it goes on where it was.
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder(
                            "kill",
                            "-" + name,
                            Long.toString(
                                    Objects.requireNonNull(process).process().pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException(command.directory() + " cannot be sent " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// SIGTERM, as an operator ends it; waits for its end.
    void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /// Kills it for good; its files stay.
    void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private StartedProcess launched() {
        return Objects.requireNonNull(process, "It has not been launched");
    }

    private Path logFile() {
        return command.directory().resolve("mariadbd.log");
    }

    /// Everything that its processes have said.
    String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
