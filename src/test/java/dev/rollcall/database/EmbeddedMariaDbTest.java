package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    private static final DatabaseOptions OPTIONS = TestOptions.kept();

    @TempDir
    Path directory;

    @Test
    void keepsItsDataUntilToldToEmptyItAlsoUnderALongPathWithSpaces() throws SQLException {
        var path = directory.resolve("a directory with spaces and 'quotes'").resolve("x".repeat(150));
        try (var database = EmbeddedMariaDb.start(path, OPTIONS)) {
            Rows.insert(database, "Bärbel 𝄞");
        }
        try (var database = EmbeddedMariaDb.start(path, OPTIONS)) {
            assertThat(Rows.of(database)).containsExactly("Bärbel 𝄞");
        }
        try (var database = EmbeddedMariaDb.start(path, TestOptions.emptied())) {
            Rows.insert(database, "new");
            assertThat(Rows.of(database)).containsExactly("new");
        }
    }

    @Test
    void anOrphanOfAKilledProcessIsStoppedAndNothingIsLost() throws Exception {
        ProcessHandle orphan;
        try (var killed = SecondProcess.start("start", directory)) {
            assertThat(killed.answer()).startsWith("owner");
            orphan = server();
            killed.kill();
        }
        assertThat(orphan.isAlive()).isTrue();
        try (var database = EmbeddedMariaDb.start(directory, OPTIONS)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(Rows.of(database)).containsExactly("start");
        }
    }

    @Test
    void aSecondServiceIsRefusedAndACommandAttachesUntilTheOwnerIsTerminated() throws Exception {
        ProcessHandle server;
        try (var owner = SecondProcess.start("start", directory)) {
            assertThat(owner.answer()).startsWith("owner");

            assertThatThrownBy(() -> EmbeddedMariaDb.start(directory, OPTIONS))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessage(
                            "The data directory %s is in use by process %d. Stop that service first, or give this one"
                                    + " another directory with ROLLCALL_DATA_DIR.",
                            directory, owner.pid());
            try (var attached = EmbeddedMariaDb.attachOrStart(directory, OPTIONS)) {
                assertThat(attached.attached()).isTrue();
                assertThat(Rows.of(attached)).containsExactly("start");
            }
            server = server();
        }
        server.onExit().get(1, TimeUnit.SECONDS);
        assertThat(directory.resolve("database/connection.properties")).doesNotExist();
    }

    @Test
    void theSameProcessMayAttachButNotStartTwice() {
        try (var first = EmbeddedMariaDb.attachOrStart(directory, OPTIONS);
                var second = EmbeddedMariaDb.attachOrStart(directory, OPTIONS)) {
            assertThat(first.attached()).isFalse();
            assertThat(second.attached()).isTrue();
            assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
            assertThatThrownBy(() -> EmbeddedMariaDb.start(directory, OPTIONS))
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void onlyItsOwnerReadsTheDirectoryAndOnlyItsUserConnects() throws IOException {
        var path = directory.resolve("data");
        try (var database = EmbeddedMariaDb.start(path, OPTIONS)) {
            assertThat(permissions(path)).isEqualTo("rwx------");
            assertThat(permissions(path.resolve("database"))).isEqualTo("rwx------");
            assertThat(permissions(path.resolve("database/connection.properties")))
                    .isEqualTo("rw-------");
            assertThat(path.resolve("database/init.sql")).doesNotExist();
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "root", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void serversDoNotShareTemporaryFiles() throws SQLException {
        try (var first = EmbeddedMariaDb.start(directory.resolve("first"), OPTIONS);
                var connection = Rows.connect(first);
                var statement = connection.createStatement()) {
            statement.execute("create temporary table work (value int) engine=aria");
            EmbeddedMariaDb.start(directory.resolve("second"), OPTIONS).close();
            statement.execute("insert into work values (1)");
            statement.execute("alter table work add column more int");
        }
    }

    @Test
    void aStaleProcessNumberIsNotTakenForAServer() throws IOException {
        PrivateFiles.createDirectories(directory.resolve("database"));
        PrivateFiles.write(
                directory.resolve("database/mariadbd.pid"),
                String.valueOf(ProcessHandle.current().pid()));
        assertThat(DataDirectory.open(directory).serverProcess()).isEmpty();
    }

    @Test
    void damagedFilesAreReportedWithTheEndOfTheLog() throws IOException {
        Files.createDirectories(directory.resolve("database/data"));
        Files.writeString(directory.resolve("database/data/ibdata1"), "not a tablespace");
        assertThatThrownBy(() -> EmbeddedMariaDb.start(directory, OPTIONS))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageStartingWith("The database did not start. Check")
                .hasMessageContaining("mariadbd.log")
                .hasMessageContaining("[ERROR]");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsReported() throws IOException {
        var file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> EmbeddedMariaDb.start(file.resolve("data"), OPTIONS))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("cannot be used for the database")
                .hasMessageContaining("ROLLCALL_DATA_DIR");
    }

    @Test
    void aPathThatMariaDbWouldCutIsRefused() {
        var path = directory.resolve("x".repeat(200)).resolve("y".repeat(200));
        assertThatThrownBy(() -> EmbeddedMariaDb.start(path, OPTIONS))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("too long");
    }

    private ProcessHandle server() {
        return DataDirectory.open(directory).serverProcess().orElseThrow();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
