package dev.rollcall.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command lines of `mariadbd`: nothing is read from the machine's own configuration.
final class ServerCommand {

    private ServerCommand() {}

    /// What making and running a database have in common.
    ///
    /// @param data the directory of the tables; the one of {@link #temporaryFiles} has to be there, too
    static List<String> common(MariaDbBinaries binaries, Path data) {
        var command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--tmpdir=" + temporaryFiles(data),
                // A server with TLS makes a certificate at every start, which takes seconds; nothing leaves the
                // loopback.
                "--skip-ssl",
                "--innodb-log-file-size=16M"));
        if (binaries.base() != null) {
            command.add("--basedir=" + binaries.base());
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /// Beside the data, never the machine's: a starting server deletes every temporary table it finds there, also
    /// those of another server.
    static Path temporaryFiles(Path data) {
        return data.resolveSibling(data.getFileName() + ".tmp");
    }

    static List<String> serve(MariaDbBinaries binaries, DataDirectory directory, DatabaseOptions options, int port) {
        var command = common(binaries, directory.data());
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // No Unix socket: its path may have only 107 bytes, and nobody uses it.
                "--socket=",
                "--pid-file=" + directory.pidFile(),
                "--init-file=" + directory.initFile(),
                "--skip-name-resolve",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--innodb-buffer-pool-size=" + options.bufferPoolMebibytes() + "M",
                "--performance-schema=OFF",
                "--log-warnings=1"));
        if (options.fast()) {
            command.add("--innodb-flush-log-at-trx-commit=0");
        }
        return command;
    }

    /// @throws DatabaseStartException if the operating system cannot run the program
    static Process launch(MariaDbBinaries binaries, List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw DatabaseStartException.notRunnable(binaries.server(), e);
        }
    }
}
