package dev.rollcall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The packaged service as a process of its own, with nothing configured but a data directory, a port and what
/// the test adds: the jar, or the executable where that is what was built.
public final class PackagedService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final StartedProcess process;
    private final Path output;

    private PackagedService(Process process, Path output) {
        this.process = new StartedProcess("The service", process, PATIENCE, this::output);
        this.output = output;
    }

    /// Starts it, or a command of it beside a running one, without waiting.
    public static PackagedService start(Path directory, int port, String... arguments) {
        return start(directory, Map.of(), port, arguments);
    }

    /// The same with environment variables.
    public static PackagedService start(Path directory, Map<String, String> variables, int port, String... arguments) {
        try {
            Files.createDirectories(directory);
            var output = Files.createTempFile(directory, "output", ".txt");
            var builder = PackagedProgram.process(List.of(), List.of(arguments)).redirectOutput(output.toFile());
            builder.environment()
                    .put("ROLLCALL_DATA_DIR", directory.resolve("data").toString());
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            builder.environment().putAll(variables);
            return new PackagedService(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that it has said.
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until a condition holds.
    ///
    /// @throws AssertionError with the service's output if it ends before, or does not come to it in time
    public void awaitUntil(String what, BooleanSupplier condition) {
        process.awaitUntil(what, condition);
    }

    /// Waits for the end of a command.
    public int awaitExit() {
        return process.awaitEnd();
    }

    /// Asks it to end, as a service manager does, and waits.
    public int stop() {
        return process.stop();
    }

    @Override
    public void close() {
        try {
            process.stop();
        } finally {
            process.kill();
        }
    }
}
