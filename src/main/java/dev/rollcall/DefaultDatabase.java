package dev.rollcall;

import dev.rollcall.database.DatabaseOptions;
import dev.rollcall.database.EmbeddedMariaDb;
import dev.rollcall.database.StandardDirectories;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

/// The embedded database, for whoever has configured none. To be asked before Quarkus starts: the answer
/// becomes the datasource's configuration.
final class DefaultDatabase {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    /// Set while the build starts the application only to record its classes.
    private static final String RECORDING = "quarkus.appcds.generate";

    private DefaultDatabase() {}

    /// For the service: the database is this process' own.
    ///
    /// @throws dev.rollcall.database.DatabaseStartException if it is needed and cannot be had
    static Optional<EmbeddedMariaDb> start() {
        return unlessConfigured(EmbeddedMariaDb::start);
    }

    /// For a command: the running service's database, or one of its own while no service runs.
    ///
    /// @throws dev.rollcall.database.DatabaseStartException if it is needed and cannot be had
    static Optional<EmbeddedMariaDb> attachOrStart() {
        return unlessConfigured(EmbeddedMariaDb::attachOrStart);
    }

    private static Optional<EmbeddedMariaDb> unlessConfigured(
            BiFunction<Path, DatabaseOptions, EmbeddedMariaDb> provide) {
        var settings = EarlySettings.ofThisProcess();
        // After a live reload the URL is there, too: it is the one set below, of the same process.
        if (settings.find(JDBC_URL).isPresent() || System.getProperty(RECORDING) != null) {
            return Optional.empty();
        }
        var directory = StandardDirectories.ofThisUser().data(settings.find("rollcall.data-dir"));
        var database = provide.apply(directory, DatabaseOptions.standard());
        System.setProperty(JDBC_URL, database.jdbcUrl());
        System.setProperty("rollcall.embedded-database", "true");
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
        return Optional.of(database);
    }
}
