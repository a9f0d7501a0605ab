package dev.rollcall.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The embedded database cannot be had. The message is for whoever started the service: what is wrong and what
/// to do.
public final class DatabaseStartException extends RuntimeException {

    private DatabaseStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static DatabaseStartException noBinaries() {
        return new DatabaseStartException(
                "No database is configured and no MariaDB server is installed. Set QUARKUS_DATASOURCE_JDBC_URL,"
                        + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD to use a database of yours, or install"
                        + " MariaDB 10.11 or newer on this machine (for example the package mariadb-server-core or mariadb-server).",
                null);
    }

    static DatabaseStartException noHome() {
        return new DatabaseStartException(
                "This user has no home directory for the data. Set ROLLCALL_DATA_DIR to a directory that it may write.",
                null);
    }

    static DatabaseStartException busy(Path directory, String owner) {
        return new DatabaseStartException(
                "The data directory " + directory + " is in use by " + owner
                        + ". Stop that service first, or give this one another directory with ROLLCALL_DATA_DIR.",
                null);
    }

    static DatabaseStartException pathTooLong(Path directory, int limit) {
        return new DatabaseStartException(
                "The path of the data directory " + directory + " is too long for MariaDB. Set ROLLCALL_DATA_DIR to one"
                        + " of at most " + limit + " bytes.",
                null);
    }

    static DatabaseStartException unusable(Path directory, IOException cause) {
        return new DatabaseStartException(
                "The directory " + directory + " cannot be used for the database: " + reason(cause)
                        + ". Check that it exists or can be made, that this user may write in it and that the disk is not"
                        + " full, or set ROLLCALL_DATA_DIR to another directory.",
                cause);
    }

    static DatabaseStartException failed(String what, Path log) {
        return new DatabaseStartException(
                what + ". Check the free disk space and the owner of " + log.getParent() + "; the end of " + log
                        + " says:" + System.lineSeparator() + LogTail.of(log),
                null);
    }

    static DatabaseStartException notRunnable(Path server, IOException cause) {
        return new DatabaseStartException(
                "The MariaDB server " + server + " cannot be run on this machine: " + reason(cause)
                        + ". Install MariaDB (for example the package mariadb-server-core), or set QUARKUS_DATASOURCE_JDBC_URL.",
                cause);
    }

    static DatabaseStartException interrupted() {
        Thread.currentThread().interrupt();
        return new DatabaseStartException("The start of the database was interrupted.", null);
    }

    private static String reason(IOException cause) {
        return cause instanceof AccessDeniedException denied
                ? "permission denied (" + denied.getFile() + ")"
                : String.valueOf(cause.getMessage());
    }
}
