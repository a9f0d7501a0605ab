package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/// Settings that are needed before Quarkus starts: system properties, environment variables,
/// `config/application.properties` beside the process, in that order, and last what the application was built
/// with. In a native executable the configuration that is there at this point was made by the build, with the
/// build's environment, so the sources are asked here one by one.
final class EarlySettings {
    private static final Path FILE = Path.of("config", "application.properties");

    private final Map<String, String> environment;
    private final Path file;

    private EarlySettings(Map<String, String> environment, Path file) {
        this.environment = environment;
        this.file = file;
    }

    /// The settings of this process.
    static EarlySettings ofThisProcess() {
        return new EarlySettings(System.getenv(), FILE);
    }

    /// The settings of an environment and a file, which need not exist.
    static EarlySettings of(Map<String, String> environment, Path file) {
        return new EarlySettings(Map.copyOf(environment), file);
    }

    /// The value of a setting; blank counts as not set.
    Optional<String> find(String key) {
        var properties = fromFile();
        return Stream.of(
                        System.getProperty(key),
                        environment.get(variable(key)),
                        properties.getProperty("%prod." + key),
                        properties.getProperty(key))
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .or(() -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private Properties fromFile() {
        var properties = new Properties();
        if (Files.isReadable(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalStateException("Cannot read " + file.toAbsolutePath(), e);
            }
        }
        return properties;
    }
}
