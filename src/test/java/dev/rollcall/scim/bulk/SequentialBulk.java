package dev.rollcall.scim.bulk;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a client would have to do without `/Bulk`: one request after the other, in an order in which identifiers
/// are known before they are needed, and circles made by requests of their own once all of a circle are there.
/// Written for being right, not for being fast.
final class SequentialBulk {
    private static final Pattern REFERENCE = Pattern.compile("bulkId:(b\\d\\d)");

    private final BulkClient client;
    private final List<ScimValue.Complex> operations;
    private final Map<String, Integer> posts = new HashMap<>();
    private final Map<String, String> created = new HashMap<>();
    private final Map<Integer, String> statuses = new TreeMap<>();

    SequentialBulk(BulkClient client, List<ScimValue.Complex> operations) {
        this.client = client;
        this.operations = operations;
        for (var place = 0; place < operations.size(); place++) {
            if (method(place).equals("POST")) {
                posts.put(RandomBulk.bulkId(place), place);
            }
        }
    }

    /// The status of each operation, in the order of the operations.
    List<String> statuses() {
        for (var place = 0; place < operations.size(); place++) {
            process(place, new TreeSet<>());
        }
        return List.copyOf(statuses.values());
    }

    /// The identifiers of what was created, by bulkId.
    Map<String, String> created() {
        return created;
    }

    private void process(int place, Set<Integer> onTheWay) {
        if (statuses.containsKey(place) || !onTheWay.add(place)) {
            return;
        }
        for (var target : targets(place)) {
            process(target, onTheWay);
        }
        var circle = circle(place);
        if (circle.isEmpty()) {
            statuses.computeIfAbsent(place, this::single);
        } else if (!statuses.containsKey(place)
                && circle.stream()
                        .flatMap(member -> targets(member).stream())
                        .allMatch(target -> circle.contains(target) || statuses.containsKey(target))) {
            createAll(List.copyOf(circle));
        }
    }

    private String single(int place) {
        var refused = refusal(place, List.of());
        return refused != null ? refused : send(place, method(place), resolved(text(place, "path")), data(place));
    }

    private void createAll(List<Integer> circle) {
        var names = circle.stream().map(RandomBulk::bulkId).toList();
        for (var place : circle) {
            var refused = refusal(place, names);
            if (refused != null) {
                statuses.put(place, refused);
            }
        }
        if (circle.stream().noneMatch(statuses::containsKey)) {
            for (var place : circle) {
                var status = send(place, "POST", text(place, "path"), JsonWriter.text(unlinked(place)));
                if (!status.equals("201")) {
                    statuses.put(place, status);
                    break;
                }
            }
        }
        if (circle.stream().noneMatch(statuses::containsKey)) {
            linkAll(circle);
        }
        if (circle.stream().anyMatch(statuses::containsKey)) {
            undo(circle);
        }
        circle.forEach(place -> statuses.putIfAbsent(place, "201"));
    }

    private void linkAll(List<Integer> circle) {
        for (var place : circle) {
            if (!link(place)) {
                return;
            }
        }
    }

    private boolean link(int place) {
        var whole = resolved(data(operations.get(place)));
        var path = text(place, "path") + "/" + created.get(RandomBulk.bulkId(place));
        var status = Integer.toString(client.send("PUT", path, whole).statusCode());
        if (!status.equals("200")) {
            statuses.put(place, status);
        }
        return status.equals("200");
    }

    private void undo(List<Integer> circle) {
        for (var place : circle) {
            var id = created.remove(RandomBulk.bulkId(place));
            if (id != null) {
                client.send("DELETE", text(place, "path") + "/" + id, null);
            }
            statuses.putIfAbsent(place, "409");
        }
    }

    private String send(int place, String method, String path, @Nullable String data) {
        var answer = client.send(method, path, data);
        if (method.equals("POST") && answer.statusCode() == 201) {
            created.put(RandomBulk.bulkId(place), answer.path("id"));
        }
        return Integer.toString(answer.statusCode());
    }

    // The first reference that cannot be resolved decides.
    private @Nullable String refusal(int place, List<String> circle) {
        for (var bulkId : references(place)) {
            if (!posts.containsKey(bulkId)) {
                return "400";
            }
            if (!circle.contains(bulkId) && !created.containsKey(bulkId)) {
                return "409";
            }
        }
        return null;
    }

    private ScimValue.Complex unlinked(int place) {
        return ((ScimValue.Complex) member(place, "data")).without("members").without(BulkClient.ENTERPRISE);
    }

    private Set<Integer> circle(int place) {
        var circle = new TreeSet<Integer>();
        for (var other : reached(place)) {
            if (reached(other).contains(place)) {
                circle.add(other);
            }
        }
        return circle;
    }

    private Set<Integer> reached(int from) {
        var reached = new TreeSet<Integer>();
        var next = new ArrayList<>(targets(from));
        while (!next.isEmpty()) {
            var place = next.removeLast();
            if (reached.add(place)) {
                next.addAll(targets(place));
            }
        }
        return reached;
    }

    private Set<Integer> targets(int place) {
        var targets = new TreeSet<Integer>();
        references(place).stream().filter(posts::containsKey).map(posts::get).forEach(targets::add);
        return targets;
    }

    private List<String> references(int place) {
        return REFERENCE
                .matcher(text(place, "path") + " " + data(operations.get(place)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private @Nullable String data(int place) {
        return method(place).equals("DELETE") ? null : resolved(data(operations.get(place)));
    }

    private static String data(ScimValue.Complex operation) {
        var data = operation.find("data");
        return data == null ? "" : JsonWriter.text(data);
    }

    private String resolved(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> created.getOrDefault(found.group(1), found.group()));
    }

    private String method(int place) {
        return text(place, "method");
    }

    private String text(int place, String name) {
        return ((ScimValue.Text) member(place, name)).value();
    }

    private ScimValue member(int place, String name) {
        var member = operations.get(place).find(name);
        if (member == null) {
            throw new IllegalStateException("operation " + place + " without " + name);
        }
        return member;
    }
}
