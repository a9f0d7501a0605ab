package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardDirectoriesTest {

    @Test
    void aConfiguredDirectoryComesFirst() {
        assertThat(directories(Map.of("XDG_DATA_HOME", "/xdg")).data(Optional.of("/srv/rollcall")))
                .isEqualTo(Path.of("/srv/rollcall"));
    }

    @Test
    void thenTheXdgDirectories() {
        var directories = directories(Map.of("XDG_DATA_HOME", "/xdg/data", "XDG_CACHE_HOME", "/xdg/cache"));
        assertThat(directories.data(Optional.empty())).isEqualTo(Path.of("/xdg/data/rollcall"));
        assertThat(directories.cache()).hasValue(Path.of("/xdg/cache/rollcall"));
    }

    @Test
    void thenTheHomeDirectoryAlsoWhereXdgIsRelative() {
        var directories = directories(Map.of("XDG_DATA_HOME", "relative"));
        assertThat(directories.data(Optional.empty())).isEqualTo(Path.of("/home/b/.local/share/rollcall"));
        assertThat(directories.cache()).hasValue(Path.of("/home/b/.cache/rollcall"));
    }

    @Test
    void aUserWithoutAHomeIsToldWhatToSet() {
        var directories = new StandardDirectories(Map.of(), "?");
        assertThat(directories.cache()).isEmpty();
        assertThatThrownBy(() -> directories.data(Optional.empty())).hasMessageContaining("ROLLCALL_DATA_DIR");
    }

    private static StandardDirectories directories(Map<String, String> environment) {
        return new StandardDirectories(environment, "/home/b");
    }
}
