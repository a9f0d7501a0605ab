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
            load(arguments[0], size);
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

    /// Loads the organizations of a size that are not there yet.
    private static void load(String url, String size) throws Exception {
        var begin = System.nanoTime();
        var loaded = 0;
        var users = 0L;
        for (var directory : directories(size)) {
            if (loadUnlessThere(url, directory)) {
                loaded++;
                users += directory.users();
            }
        }
        System.err.printf(
                "%s: %,d organizations with %,d users in %.1f s%n",
                size, loaded, users, (System.nanoTime() - begin) / 1e9);
    }

    private static boolean loadUnlessThere(String url, Directory directory) throws Exception {
        try (var connection = DriverManager.getConnection(
                        url + (url.contains("?") ? "&" : "?") + "useServerPrepStmts=true&useBulkStmts=true",
                        System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                        System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
                var known = connection.prepareStatement("SELECT 1 FROM organization WHERE name = ?")) {
            known.setString(1, directory.name());
            if (known.executeQuery().next()) {
                return false;
            }
            try (var writer = new Writer(connection)) {
                load(directory, writer);
            }
            return true;
        }
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
