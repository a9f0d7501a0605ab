package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbBinariesTest {

    @TempDir
    Path directory;

    @Test
    void saysWhatToDoWhereThereAreNone() {
        var nowhere = new InstalledBinaries(List.of(directory));
        assertThatThrownBy(() -> MariaDbBinaries.firstOf(List.of(nowhere::find)))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL")
                .hasMessageContaining("mariadb-server");
    }

    @Test
    void findsAnInstallationBesideItsShareDirectory() throws IOException {
        var server = install("opt/mariadb", "mysql");
        assertThat(new InstalledBinaries(List.of(directory.resolve("empty"), PrivateFiles.parent(server))).find())
                .hasValueSatisfying(found -> {
                    assertThat(found.server()).isEqualTo(server);
                    assertThat(found.systemTables().getFirst())
                            .isEqualTo(directory.resolve("opt/mariadb/share/mysql/mysql_system_tables.sql"));
                    assertThat(found.base()).isNull();
                });
    }

    private Path install(String prefix, String name) throws IOException {
        var share = Files.createDirectories(directory.resolve(prefix).resolve("share/mysql"));
        for (var file : List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql")) {
            Files.createFile(share.resolve(name + "_" + file));
        }
        var server = Files.createDirectories(directory.resolve(prefix).resolve("bin"))
                .resolve("mariadbd");
        Files.createFile(server);
        Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwx------"));
        return server;
    }
}
