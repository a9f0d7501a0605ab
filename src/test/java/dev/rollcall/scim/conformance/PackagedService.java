package dev.rollcall.scim.conformance;

import dev.rollcall.testing.PackagedProgram;
import dev.rollcall.testing.StartedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The packaged service as a process of its own, with nothing configured but a data directory and a port: the
/// jar, or the executable where that is what was built.
final class PackagedService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final StartedProcess process;
    private final Path output;

    private PackagedService(Process process, Path output) {
        this.process = new StartedProcess("The service", process, PATIENCE, this::output);
        this.output = output;
    }

    static PackagedService start(Path directory, int port, String... arguments) {
        return start(directory, Map.of(), port, arguments);
    }

    static PackagedService start(Path directory, Map<String, Path> paths, int port, String... arguments) {
        try {
            Files.createDirectories(directory);
            var output = Files.createTempFile(directory, "output", ".txt");
            var builder = PackagedProgram.process(List.of(), List.of(arguments)).redirectOutput(output.toFile());
            builder.environment()
                    .put("ROLLCALL_DATA_DIR", directory.resolve("data").toString());
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            paths.forEach((name, path) -> builder.environment().put(name, path.toString()));
            return new PackagedService(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws AssertionError with the service's output if it ends before, or does not come to it in time
    void awaitUntil(String what, BooleanSupplier condition) {
        process.awaitUntil(what, condition);
    }

    /// Waits for the end of a command.
    int awaitExit() {
        return process.awaitEnd();
    }

    /// Asks it to end, as a service manager does, and waits.
    int stop() {
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
