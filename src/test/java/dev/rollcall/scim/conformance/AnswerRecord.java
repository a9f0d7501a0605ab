package dev.rollcall.scim.conformance;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Every request of a run of a scenario with its answer, as text that is the same as long as the service answers the
/// same. Kept only where the system property `rollcall.record` names a folder; for this the runs of a repeated step go
/// one after another, and what a run makes unique is the same in each.
final class AnswerRecord {
    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("rollcall.record")).map(Path::of);
    // What time decides, and what no two requests share.
    private static final Set<String> VARYING = ignoringCase(
            "Date",
            "RateLimit",
            "Retry-After",
            "X-Rate-Limit-Remaining",
            "X-Rate-Limit-Reset",
            "X-Rate-Limit-Retry-After-Seconds",
            "X-Request-Id");

    private final Placeholders placeholders;
    private final List<String> exchanges = new ArrayList<>();

    AnswerRecord(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    private static Set<String> ignoringCase(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    /// Whether answers are kept.
    static boolean isKept() {
        return FOLDER.isPresent();
    }

    void add(Call call, Answer answer) {
        if (!isKept()) {
            return;
        }
        var text = new StringBuilder(call.method() + " " + readable(call.url()) + "\n" + answer.status() + "\n");
        answer.headers()
                .forEach((name, values) -> values.forEach(value -> text.append(name)
                        .append(": ")
                        .append(value(name, value, answer))
                        .append('\n')));
        exchanges.add(
                placeholders.replaceIn(text.append('\n').append(answer.text()).toString()));
    }

    private static String readable(String url) {
        return url.replace("%22", "\"").replace("%3A", ":").replace("%2F", "/");
    }

    // A length follows from the body, where there is one to count.
    private static String value(String name, String value, Answer answer) {
        var bytes = answer.text().getBytes(StandardCharsets.UTF_8).length;
        var counted = name.equalsIgnoreCase("Content-Length") && value.equals(Integer.toString(bytes));
        return counted || VARYING.contains(name) ? "…" : value;
    }

    /// Writes the file of this name.
    void write(String name) {
        if (FOLDER.isPresent()) {
            try {
                var text = String.join("\n\n", exchanges) + "\n";
                Files.writeString(Files.createDirectories(FOLDER.get()).resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
