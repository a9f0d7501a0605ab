package dev.rollcall.benchmark.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Compares what the ceiling sends with what the service really sends, so that it stays the ceiling of this service.
final class CeilingStatements {
    private static final Path FILES = Path.of("benchmark/ceiling/src/main/resources/statements");

    private final SentStatements sent;
    private final ScimService service;

    CeilingStatements(SentStatements sent, ScimService service) {
        this.sent = sent;
        this.service = service;
    }

    /// Sends a request of each kind.
    ///
    /// @throws IllegalStateException where the two differ
    void check() throws IOException, InterruptedException, SQLException {
        // What its groups are called, the service asks once.
        service.send("GET", "/Users/" + Fixture.id(1), "");
        var read = sent.of(() -> service.send("GET", "/Users/" + Fixture.id(1), ""));
        compare("read", read);
        var find = "/Users?filter=userName%20eq%20%22u0000001@example.com%22";
        compare("find", sent.of(() -> service.send("GET", find, "")));
        // The ceiling of a create is what it inserts; looking who is there already is the service's own affair.
        var create = sent.of(() -> service.create("/Users", Fixture.user("drift")));
        compare(
                "create",
                create.stream().filter(one -> one.startsWith("INSERT")).toList());
    }

    private static void compare(String kind, List<String> sent) throws IOException {
        var ceiling = Files.readAllLines(FILES.resolve(kind + ".sql")).stream()
                .filter(line -> !line.isBlank())
                .map(SentStatements::withoutValues)
                .toList();
        if (!sent.equals(ceiling)) {
            throw new IllegalStateException("The service sends for " + kind + "\n  " + String.join("\n  ", sent)
                    + "\nand the ceiling\n  " + String.join("\n  ", ceiling)
                    + "\nBring " + FILES + " and the ceiling in line with the service.");
        }
    }
}
