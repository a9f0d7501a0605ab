package dev.rollcall.benchmark.growth;

import dev.rollcall.benchmark.data.Directory;
import dev.rollcall.scim.schema.ScimValue;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// An organization under measurement, and what is known of it.
final class Subject implements AutoCloseable {
    /// The size of the pages that are walked through.
    static final int PAGE = 100;

    private static final int LAST_PAGE = 1000;
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";

    private final String name;
    private final Directory directory;
    private final ScimCalls calls;
    private final RandomGenerator random;
    private final String visitor;
    private final int[] indexes = new int[2];
    private String deepCursor = "";
    private int pages = 1;
    private int newcomers;

    Subject(String name, Directory directory, ScimCalls calls) {
        this.name = name;
        this.directory = directory;
        this.calls = calls;
        random = new SplittableRandom(directory.seed());
        visitor = create(newcomer());
    }

    String name() {
        return name;
    }

    Directory directory() {
        return directory;
    }

    ScimCalls calls() {
        return calls;
    }

    int anyUser() {
        return random.nextInt(directory.users());
    }

    int anyGroup() {
        return random.nextInt(directory.groups());
    }

    /// Where the page after the one before begins, from half of the organization on and round.
    ///
    /// @param walk 0 or 1: each goes its own way
    int nextIndex(int walk) {
        var first = directory.users() / 2;
        var next = indexes[walk] + PAGE;
        indexes[walk] = next < first || next > directory.users() * 4 / 5 ? first + 1 : next;
        return indexes[walk];
    }

    /// Where any page begins that nobody has come to by the one before.
    int anyIndex() {
        return 2 + random.nextInt(directory.users() * 4 / 5);
    }

    /// A user who is in no group, but for the requests that change that.
    String visitor() {
        return visitor;
    }

    /// A user who is not there yet.
    ScimValue.Complex newcomer() {
        var name = "newcomer-" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + newcomers++;
        return directory
                .user(anyUser())
                .with("userName", ScimValue.of(name + "@" + directory.name() + ".example"))
                .with("externalId", ScimValue.of(name))
                .with("schemas", ScimValue.array(ScimValue.of(CORE)));
    }

    /// Creates a user and says who it is.
    String create(ScimValue.Complex body) {
        return text(calls.post("/Users", body), "id").orElseThrow();
    }

    /// Walks to the thousandth page, or the last one before that.
    void walk() {
        var cursor = "";
        for (var page = 1; page < LAST_PAGE; page++) {
            var next = text(calls.get("/Users?count=" + PAGE + "&cursor=" + cursor), "nextCursor");
            if (next.isEmpty() || page * PAGE >= directory.users() - PAGE) {
                break;
            }
            cursor = next.get();
            pages = page + 1;
        }
        deepCursor = cursor;
    }

    /// The cursor of the deepest page that was walked to.
    String deepCursor() {
        return deepCursor;
    }

    /// Its number.
    int pages() {
        return pages;
    }

    static Optional<String> text(ScimValue.Complex object, String member) {
        return object.find(member) instanceof ScimValue.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    static ScimValue.Complex patch(Map<String, ScimValue> operation) {
        return ScimValue.object(Map.of(
                "schemas", ScimValue.array(ScimValue.of("urn:ietf:params:scim:api:messages:2.0:PatchOp")),
                "Operations", ScimValue.array(ScimValue.object(operation))));
    }

    @Override
    public void close() {
        calls.send("DELETE", "/Users/" + visitor, "");
    }
}
