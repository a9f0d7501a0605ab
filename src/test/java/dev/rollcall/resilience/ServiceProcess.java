package dev.rollcall.resilience;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.testing.PackagedProgram;
import dev.rollcall.testing.StartedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The packaged service as a process of its own on a free port and a given database. Its output is kept below
/// `target/resilience`. No process is left behind, neither by {@link #close} nor when this process ends.
public final class ServiceProcess implements AutoCloseable {
    /// The compiler's first tier only, as many processes share few cores; a small heap, so that what does not
    /// stream is found out.
    public static final List<String> SMALL_JVM =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");

    private static final Path LOGS = Path.of("target", "resilience", "services").toAbsolutePath();
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpCalls PROBES = new HttpCalls();

    private final Settings settings;
    private final int port;
    private final Path log;
    private final StartedProcess process;
    private final Thread hook;

    /// What to start.
    ///
    /// @param name of its log; need not be unique
    /// @param environment variables beside those of the database and the port
    /// @param jvmOptions such as {@link #SMALL_JVM}; ignored by the executable
    public record Settings(
            String name,
            String jdbcUrl,
            String user,
            String password,
            Map<String, String> environment,
            List<String> jvmOptions) {
        public Settings {
            environment = Map.copyOf(environment);
            jvmOptions = List.copyOf(jvmOptions);
        }

        /// With a small JVM, and without limits that a test under load would meet.
        public static Settings of(String name, String jdbcUrl, String user, String password) {
            var unlimited = Map.of("ROLLCALL_RATE_LIMITS_ENABLED", "false", "ROLLCALL_LIMITS_BODY_SIZE", "16M");
            return new Settings(name, jdbcUrl, user, password, unlimited, SMALL_JVM);
        }

        /// With another variable.
        public Settings with(String variable, String value) {
            var more = new HashMap<>(environment);
            more.put(variable, value);
            return new Settings(name, jdbcUrl, user, password, more, jvmOptions);
        }
    }

    private ServiceProcess(Settings settings, int port, Path log, Process process) {
        this.settings = settings;
        this.port = port;
        this.log = log;
        this.process = new StartedProcess(settings.name(), process, PATIENCE, this::output);
        this.hook = new Thread(process::destroyForcibly, "service-process-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Starts it and waits until it is ready.
    ///
    /// @throws AssertionError with its output if it does not come to that
    public static ServiceProcess start(Settings settings) {
        var service = launch(settings);
        service.awaitReadiness(true, PATIENCE);
        return service;
    }

    /// Starts it without waiting.
    public static ServiceProcess launch(Settings settings) {
        return launch(settings, PackagedProgram.freePort());
    }

    /// Runs a command of the program beside the services.
    ///
    /// @return what it says
    /// @throws AssertionError with its output if it fails
    static String command(Settings settings, String... arguments) {
        try (var command = launch(settings, PackagedProgram.freePort(), arguments)) {
            if (command.process.awaitEnd() != 0) {
                throw new AssertionError(command.output());
            }
            return command.output();
        }
    }

    private static ServiceProcess launch(Settings settings, int port, String... arguments) {
        try {
            Files.createDirectories(LOGS);
            var log = Files.createTempFile(LOGS, settings.name() + "-", ".log");
            var builder = PackagedProgram.process(settings.jvmOptions(), List.of(arguments))
                    .redirectOutput(log.toFile());
            var environment = builder.environment();
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", settings.jdbcUrl());
            environment.put("QUARKUS_DATASOURCE_USERNAME", settings.user());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", settings.password());
            environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
            environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            environment.putAll(settings.environment());
            return new ServiceProcess(settings, port, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Another process with the same settings and on the same port; this one must have ended.
    public ServiceProcess startAgain() {
        var again = launch(settings, port);
        again.awaitReadiness(true, PATIENCE);
        return again;
    }

    /// Where SCIM is: with `/scim/v2`, without a trailing slash.
    public URI scim() {
        return URI.create(origin() + "/scim/v2");
    }

    /// Its standard output.
    public Path log() {
        return log;
    }

    /// The whole text of {@link #log}.
    public String output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it says that it can serve.
    public boolean isReady() {
        return probe("/q/health/ready");
    }

    /// Whether it says that it works, database or not.
    public boolean isLive() {
        return probe("/q/health/live");
    }

    /// Whether the process runs.
    public boolean isRunning() {
        return process.isRunning();
    }

    /// What it answers to a request without a token.
    ///
    /// @param path from the root
    public Answer get(String path) {
        return PROBES.send(new Call("GET", origin() + path, Map.of(), null));
    }

    private boolean probe(String path) {
        try {
            return get(path).status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /// Waits until {@link #isReady} is as wanted.
    ///
    /// @throws AssertionError with its output if the process ends or the time does
    public void awaitReadiness(boolean wanted, Duration longest) {
        process.awaitUntil(wanted ? "readiness" : "unreadiness", longest, () -> isReady() == wanted);
    }

    /// SIGKILL; waits for its end.
    public void kill() {
        process.kill();
    }

    /// SIGTERM, as a service manager ends it; waits for its end.
    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /// Its address, without a trailing slash.
    String origin() {
        return "http://127.0.0.1:" + port;
    }
}
