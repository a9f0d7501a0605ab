package dev.rollcall.scim.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.schema.ResourceType;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    private static final Path OKTA = Path.of("examples", "schemas", "okta");

    private final Path directory;

    DefinitionsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void copyExample() throws IOException {
        try (var files = Files.list(OKTA)) {
            for (var file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
    }

    private Definitions definitions() {
        return new Definitions(() -> Optional.of(directory));
    }

    @Test
    void knowsTheTypesOfTheDirectoryBesideItsOwn() {
        assertThat(definitions().registry().resourceTypes())
                .extracting(ResourceType::name)
                .contains("User", "Role", "Entitlement");
    }

    @Test
    void withoutADirectoryKnowsItsOwn() {
        assertThat(new Definitions(Optional::empty).registry().resourceTypes())
                .extracting(ResourceType::name)
                .contains("User")
                .doesNotContain("Role");
    }

    @Test
    void leavesAloneWhatAMountedConfigMapHoldsBesideItsFiles() throws IOException {
        var data = Files.createDirectories(directory.resolve("..2026_01_31"));
        Files.writeString(data.resolve("other.json"), "no JSON");
        Files.createSymbolicLink(directory.resolve("..data"), data);
        Files.writeString(directory.resolve(".hidden.json"), "no JSON");
        Files.writeString(directory.resolve("README.md"), "no JSON");
        Files.createDirectories(directory.resolve("more.json"));

        assertThat(definitions().registry().resourceType("Role")).isPresent();
    }

    @Test
    void namesEveryFileThatCannotBeUsed() throws IOException {
        Files.writeString(directory.resolve("a.json"), "{\n  \"schemas\": ");
        Files.writeString(directory.resolve("b.json"), "[]");
        Files.writeString(directory.resolve("c.json"), "{\"schemas\": [\"urn:example:x\"]}");

        assertThatThrownBy(this::definitions)
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageStartingWith("The definitions in " + directory + " cannot be used:\n")
                .hasMessageContaining("\n- a.json $: the file is not valid JSON: see line 2")
                .hasMessageContaining("\n- b.json $: must be a JSON object")
                .hasMessageContaining("\n- c.json $.schemas: must be [");
    }

    @Test
    void refusesADirectoryThatIsNone() {
        assertThatThrownBy(() -> new Definitions(() -> Optional.of(directory.resolve("nowhere"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rollcall.schemas.directory");
    }
}
