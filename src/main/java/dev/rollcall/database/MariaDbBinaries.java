package dev.rollcall.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A MariaDB server that can be run: the program and the SQL files that make its system tables.
///
/// @param base the directory that the server is to take as its installation; null where it knows its own
record MariaDbBinaries(
        Path server, List<Path> systemTables, @Nullable Path base) {

    private static final List<String> SQL_FILES =
            List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql");

    /// The first that is there: bundled or installed, in the order that the options ask for.
    static MariaDbBinaries find(DatabaseOptions options, List<Path> unpackInto) {
        Supplier<Optional<MariaDbBinaries>> bundled = () -> BundledBinaries.find(unpackInto);
        Supplier<Optional<MariaDbBinaries>> installed =
                () -> InstalledBinaries.ofThisMachine().find();
        return firstOf(options.preferSystemBinaries() ? List.of(installed, bundled) : List.of(bundled, installed));
    }

    static MariaDbBinaries firstOf(List<Supplier<Optional<MariaDbBinaries>>> sources) {
        return sources.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(DatabaseStartException::noBinaries);
    }

    /// The SQL files below a `share` directory, whichever of their two names this release gives them.
    static Optional<List<Path>> systemTablesIn(Path share) {
        return Stream.of("mariadb_", "mysql_")
                .map(prefix -> SQL_FILES.stream()
                        .map(name -> share.resolve(prefix + name))
                        .toList())
                .filter(files -> files.stream().allMatch(Files::isReadable))
                .findFirst();
    }
}
