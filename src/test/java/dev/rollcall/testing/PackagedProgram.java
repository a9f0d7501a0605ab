package dev.rollcall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The program that the build has packaged: the jar, or the executable where that was built last or the system
/// property `rollcall.executable` names one.
public final class PackagedProgram {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String EXECUTABLE = "rollcall.executable";

    private PackagedProgram() {}

    /// A process of it, not yet started: none of the settings in this process' environment reach it.
    ///
    /// @param jvmOptions ignored by the executable
    public static ProcessBuilder process(List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        if (isNative()) {
            command.add(executable().orElseGet(PackagedProgram::artifactPath).toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvmOptions);
            command.addAll(List.of("-jar", artifactPath().toString()));
        }
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("ROLLCALL_"));
        return builder;
    }

    /// Whether it is an executable.
    public static boolean isNative() {
        return executable().isPresent() || "native".equals(artifact().getProperty("type"));
    }

    /// A port of the loopback interface that nobody listens on.
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> executable() {
        return Optional.ofNullable(System.getProperty(EXECUTABLE))
                .filter(path -> !path.isBlank())
                .map(path -> Path.of(path).toAbsolutePath());
    }

    private static Path artifactPath() {
        return TARGET.resolve(artifact().getProperty("path"));
    }

    private static Properties artifact() {
        var properties = new Properties();
        try (var in = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is packaged", e);
        }
        return properties;
    }
}
