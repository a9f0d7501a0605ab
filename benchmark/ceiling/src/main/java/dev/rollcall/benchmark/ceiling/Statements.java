package dev.rollcall.benchmark.ceiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The statements that the service sends for one request of a kind, in its order. They are kept as files, one statement
/// a line, so that the benchmark can compare them with what the service really sends.
final class Statements {
    private Statements() {}

    /// The statements of a kind of request.
    static List<String> of(String kind) {
        try (var file = Statements.class.getResourceAsStream("/statements/" + kind + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("no statements of " + kind);
            }
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            return Arrays.stream(lines).filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
