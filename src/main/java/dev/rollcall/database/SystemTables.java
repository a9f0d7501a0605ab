package dev.rollcall.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Makes the server's own tables in a new data directory: all of them or nothing.
final class SystemTables {

    /// The server reads one statement a line here. No socket login for root, no anonymous accounts.
    private static final String BEFORE = """
            create database mysql;
            use mysql;
            set @auth_root_socket=NULL;
            set @skip_auth_anonymous=1;
            """;

    private SystemTables() {}

    static void createIfMissing(MariaDbBinaries binaries, DataDirectory directory) throws IOException {
        deleteAbandoned(directory);
        if (!Files.exists(directory.data())) {
            // A name of its own: the server of a killed process may still be writing its part.
            var part = PrivateFiles.createTemporaryDirectory(directory.data());
            var temporaryFiles = ServerCommand.temporaryFiles(part);
            PrivateFiles.createDirectories(temporaryFiles);
            bootstrap(binaries, directory, part);
            PrivateFiles.deleteTree(temporaryFiles);
            Files.move(part, directory.data(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void bootstrap(MariaDbBinaries binaries, DataDirectory directory, Path part) throws IOException {
        var command = ServerCommand.common(binaries, part);
        command.addAll(List.of("--bootstrap", "--log-warnings=0", "--max-allowed-packet=8M"));
        var process = ServerCommand.launch(binaries, command, directory.log());
        try {
            feed(binaries, process.getOutputStream());
        } catch (IOException _) {
            // The server is gone: its exit code and its log tell why.
        }
        try {
            if (process.waitFor() != 0) {
                throw DatabaseStartException.failed("The database could not be created", directory.log());
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            throw DatabaseStartException.interrupted();
        }
    }

    private static void feed(MariaDbBinaries binaries, OutputStream input) throws IOException {
        try (input) {
            input.write(BEFORE.getBytes(StandardCharsets.US_ASCII));
            for (var file : binaries.systemTables()) {
                Files.copy(file, input);
                input.write('\n');
            }
        }
    }

    private static void deleteAbandoned(DataDirectory directory) throws IOException {
        try (var parts = Files.newDirectoryStream(directory.root(), "data.part-*")) {
            for (var part : parts) {
                PrivateFiles.deleteTree(part);
            }
        }
    }
}
