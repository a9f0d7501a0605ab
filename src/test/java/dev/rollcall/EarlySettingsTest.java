package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlySettingsTest {
    private static final String KEY = "rollcall.early-settings-test";
    private static final Map<String, String> ENVIRONMENT = Map.of("ROLLCALL_EARLY_SETTINGS_TEST", "variable");

    @TempDir
    Path directory;

    @Test
    void asksSystemPropertiesThenTheEnvironmentThenTheFile() throws IOException {
        var file = Files.writeString(directory.resolve("application.properties"), KEY + "=file\n");
        assertThat(EarlySettings.of(Map.of(), file).find(KEY)).contains("file");
        assertThat(EarlySettings.of(ENVIRONMENT, file).find(KEY)).contains("variable");
        System.setProperty(KEY, "property");
        try {
            assertThat(EarlySettings.of(ENVIRONMENT, file).find(KEY)).contains("property");
        } finally {
            System.clearProperty(KEY);
        }
    }

    @Test
    void takesBlankForNotSet() {
        var settings = EarlySettings.of(Map.of("ROLLCALL_EARLY_SETTINGS_TEST", " "), directory.resolve("none"));
        assertThat(settings.find(KEY)).isEmpty();
    }

    @Test
    void prefersTheProfileOfProductionInTheFile() throws IOException {
        var file =
                Files.writeString(directory.resolve("application.properties"), KEY + "=any\n%prod." + KEY + "=prod\n");
        assertThat(EarlySettings.of(Map.of(), file).find(KEY)).contains("prod");
    }
}
