package dev.rollcall.database;

/// How an embedded database runs.
///
/// @param fast commits are not flushed to the disk one by one: a killed machine loses the last second. For
/// tests
/// @param emptied the schema is dropped at start; what earlier runs left is gone
/// @param bufferPoolMebibytes memory for InnoDB's pages, in MiB
/// @param preferSystemBinaries an installed `mariadbd` is taken even where binaries are bundled
public record DatabaseOptions(boolean fast, boolean emptied, int bufferPoolMebibytes, boolean preferSystemBinaries) {

    /// Durable, and small enough for a laptop.
    public static DatabaseOptions standard() {
        return new DatabaseOptions(false, false, 64, false);
    }
}
