package dev.rollcall.benchmark.load;

import dev.rollcall.benchmark.data.Directory;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;

/// Fills a migrated database: `Load JDBC-URL SIZE...`, where a size is a number of users in an organization,
/// such as `100000`, or several organizations of one size, such as `1000x1000`. User and password come from the
/// environment, as for the service. Organizations that are there are left alone.
public final class Load {
    /// The seed of what every benchmark asks for.
    public static final long SEED = 20_260_101;

    private static final int WAITING = 4;

    private Load() {}

    /// Runs the command.
    public static void main(String[] arguments) throws Exception {
        for (var size : List.of(arguments).subList(1, arguments.length)) {
            for (var directory : directories(size)) {
                load(arguments[0], directory);
            }
        }
    }

    /// The organizations that a size stands for.
    public static List<Directory> directories(String size) {
        var parts = size.split("x", 2);
        if (parts.length == 1) {
            return List.of(new Directory(SEED, "bench-" + size, Integer.parseInt(size)));
        }
        var all = new ArrayList<Directory>();
        for (var i = 0; i < Integer.parseInt(parts[0]); i++) {
            all.add(new Directory(SEED, "bench-" + size + "-" + i, Integer.parseInt(parts[1])));
        }
        return all;
    }

    private static void load(String url, Directory directory) throws Exception {
        var begin = System.nanoTime();
        try (var connection = DriverManager.getConnection(
                        url + (url.contains("?") ? "&" : "?") + "useServerPrepStmts=true&useBulkStmts=true",
                        System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                        System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
                var known = connection.prepareStatement("SELECT 1 FROM organization WHERE name = ?")) {
            known.setString(1, directory.name());
            if (known.executeQuery().next()) {
                return;
            }
            try (var writer = new Writer(connection)) {
                load(directory, writer);
            }
        }
        System.err.printf(
                "%s: %,d users, %,d groups in %.1f s%n",
                directory.name(), directory.users(), directory.groups(), (System.nanoTime() - begin) / 1e9);
    }

    /// One thread makes the rows, another writes them.
    private static void load(Directory directory, Writer writer) throws Exception {
        var queue = new ArrayBlockingQueue<Rows>(WAITING);
        var made = CompletableFuture.runAsync(() -> {
            try {
                new DirectoryRows(directory, rows -> put(queue, rows)).all();
            } finally {
                put(queue, new Rows());
            }
        });
        // An empty batch ends the work.
        for (var rows = queue.take(); rows.size() > 0; rows = queue.take()) {
            writer.write(rows);
        }
        made.join();
    }

    private static void put(ArrayBlockingQueue<Rows> queue, Rows rows) {
        try {
            queue.put(rows);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }
}
