package dev.rollcall.scim.conformance;

import dev.rollcall.activity.Result;
import dev.rollcall.activity.summary.Counts;
import dev.rollcall.activity.summary.PingOneCounters;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// What a client counts while it syncs, from the answers that it gets, to be compared with what the service has
/// recorded of the same calls: by resource type, method and whether it was done. For several threads.
final class ScenarioCounts {
    private static final int REFUSED = 400;
    private static final Set<Integer> NOT_RECORDED = Set.of(401, 429);
    private static final Set<Integer> RECORDED_OF_READS = Set.of(400, 403, 413, 415);
    private static final int FAILED = 500;
    private static final int LOOKS = 200;

    private final Map<String, Long> sent = new TreeMap<>();

    /// A call that is recorded, as the database has it.
    record Recorded(String type, String method, Result result, long calls) {}

    /// Counts a call by its answer.
    synchronized void count(String method, String url, Answer answer) {
        if (url.toLowerCase(Locale.ROOT).endsWith("/bulk") && answer.status() < REFUSED) {
            operations(answer).forEach(this::countOperation);
            return;
        }
        var isRefused = answer.status() >= REFUSED;
        var isRead = method.equals("GET") || method.equals("HEAD") || url.contains("/.search");
        if (NOT_RECORDED.contains(answer.status())
                || (isRead && !RECORDED_OF_READS.contains(answer.status()) && answer.status() < FAILED)) {
            return;
        }
        sent.merge(key(type(url), method, isRefused), 1L, Long::sum);
    }

    private static List<ScimValue.Complex> operations(Answer answer) {
        return answer.at("body/Operations").orElseThrow() instanceof ScimValue.MultiValued(var operations)
                ? operations.stream().map(ScimValue.Complex.class::cast).toList()
                : List.of();
    }

    private void countOperation(ScimValue.Complex operation) {
        var isRefused = Integer.parseInt(text(operation, "status")) >= REFUSED;
        sent.merge(key(type(text(operation, "location")), text(operation, "method"), isRefused), 1L, Long::sum);
    }

    private static String text(ScimValue.Complex object, String name) {
        return object.find(name) instanceof ScimValue.Text(var text) ? text : "";
    }

    private static String type(String url) {
        var path = url.replaceFirst("[?].*", "").toLowerCase(Locale.ROOT);
        return path.contains("/users") ? "User" : path.contains("/groups") ? "Group" : "";
    }

    private static String key(String type, String method, boolean isRefused) {
        return type + " " + method + (isRefused ? " refused" : " done");
    }

    /// What differs from what is recorded; nothing if the list is empty. What is refused is recorded in a moment.
    synchronized List<String> differences(Supplier<List<Recorded>> recorded) {
        var rows = recorded.get();
        for (var look = 0; look < LOOKS && !byKey(rows).equals(sent); look++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            rows = recorded.get();
        }
        var differences = new ArrayList<String>();
        if (!byKey(rows).equals(sent)) {
            differences.add("the client counts " + sent + ", the service " + byKey(rows));
        }
        for (var type : List.of("User", "Group")) {
            differences.addAll(differences(type, rows));
        }
        return differences;
    }

    /// What was done for resources of this type.
    synchronized long done(String type) {
        return sum(type, " done");
    }

    /// What was refused.
    synchronized long refused(String type) {
        return sum(type, " refused");
    }

    /// The five counters, as the client has them and as the service makes them of its own.
    private List<String> differences(String type, List<Recorded> rows) {
        var counters = PingOneCounters.of(rows.stream()
                .filter(row -> row.type().equals(type))
                .map(row -> Counts.of(row.result(), row.calls(), 0))
                .reduce(Counts.NONE, Counts::plus));
        var failed = refused(type);
        var done = done(type);
        var isEqual = counters.failed() == failed
                && counters.impacted() == failed + done
                && counters.success() + counters.unsynced() + counters.partialSynced() == done;
        return isEqual
                ? List.of()
                : List.of(type + ": the client counts " + done + " done and " + failed + " failed, the summary "
                        + counters);
    }

    private long sum(String type, String end) {
        return sent.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(type + " ") && entry.getKey().endsWith(end))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Long> byKey(List<Recorded> rows) {
        var byKey = new TreeMap<String, Long>();
        rows.forEach(row ->
                byKey.merge(key(row.type(), row.method(), row.result() == Result.REFUSED), row.calls(), Long::sum));
        return byKey;
    }
}
