package dev.rollcall.benchmark;

import dev.rollcall.database.BenchmarkDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Runs a database until it is told to end: `Database DIRECTORY PORT MEBIBYTES SCHEMA...`. Its user is
/// `rollcall`, the password `benchmark`. Says `ready` when it is.
public final class Database {
    private Database() {}

    /// Runs the command.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var schemas = List.of(arguments).subList(3, arguments.length);
        var database = BenchmarkDatabase.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), schemas);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        IO.println("ready");
        Thread.currentThread().join();
    }
}
