package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SystemdUnitTest {
    private static final Path FOLDER = Path.of("deploy/systemd");

    private final Properties unit = read("rollcall.service");
    private final Properties environment = read("rollcall.env.example");

    @Test
    void runsWithoutRights() {
        assertThat(unit)
                .containsEntry("DynamicUser", "yes")
                .containsEntry("NoNewPrivileges", "yes")
                .containsEntry("ProtectSystem", "strict")
                .containsEntry("MemoryDenyWriteExecute", "yes")
                .containsEntry("CapabilityBoundingSet", "");
    }

    @Test
    void leavesTimeToEnd() {
        assertThat(seconds(unit, "TimeoutStopSec"))
                .isGreaterThanOrEqualTo(seconds(environment, "QUARKUS_SHUTDOWN_TIMEOUT") + 10);
    }

    @Test
    void namesTheDatabaseAndOnlyDocumentedVariables() throws IOException {
        var documented = Files.readString(Path.of("docs/configuration.md"));

        assertThat(environment)
                .containsKeys(
                        "QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");
        assertThat(environment.stringPropertyNames())
                .allSatisfy(variable -> assertThat(documented).contains("`" + variable + "`"));
    }

    private static long seconds(Properties properties, String key) {
        return Duration.parse("PT" + properties.getProperty(key)).toSeconds();
    }

    private static Properties read(String name) {
        var properties = new Properties();
        try (InputStream file = Files.newInputStream(FOLDER.resolve(name))) {
            properties.load(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
