package dev.rollcall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The schemas and resource types with which the service runs in tests, packaged or not: the examples that are
/// shipped, and one type that has everything.
public final class DeployedSchemas {
    private static final Path TARGET = Path.of("target", "test-schemas").toAbsolutePath();
    private static final List<Path> SOURCES = List.of(
            Path.of("examples", "schemas", "okta"),
            Path.of("examples", "schemas", "badge"),
            Path.of("src", "test", "resources", "scim", "configured"));

    private DeployedSchemas() {}

    /// One directory with all of them.
    public static Path directory() {
        try {
            Files.createDirectories(TARGET);
            try (var old = Files.list(TARGET)) {
                for (var file : old.toList()) {
                    Files.delete(file);
                }
            }
            for (var source : SOURCES) {
                try (var files = Files.list(source)) {
                    for (var file : files.toList()) {
                        Files.copy(file, TARGET.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            return TARGET;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
