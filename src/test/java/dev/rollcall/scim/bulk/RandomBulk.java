package dev.rollcall.scim.bulk;

import static dev.rollcall.scim.bulk.BulkClient.group;
import static dev.rollcall.scim.bulk.BulkClient.members;
import static dev.rollcall.scim.bulk.BulkClient.operation;
import static dev.rollcall.scim.bulk.BulkClient.patch;
import static dev.rollcall.scim.bulk.BulkClient.post;
import static dev.rollcall.scim.bulk.BulkClient.user;

import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Random operations that refer to each other, to themselves and to nothing. The one at place 7 has the bulkId
/// `b07`, if it has one.
final class RandomBulk {
    /// The name of a user and of a group that are there already.
    static final String TAKEN = "taken";

    private final Random random;
    private final int size;

    private RandomBulk(Random random) {
        this.random = random;
        this.size = 2 + random.nextInt(9);
    }

    static List<ScimValue.Complex> operations(Random random) {
        var bulk = new RandomBulk(random);
        var operations = new ArrayList<ScimValue.Complex>();
        for (var place = 0; place < bulk.size; place++) {
            operations.add(bulk.next(place));
        }
        return operations;
    }

    static String bulkId(int place) {
        return "b%02d".formatted(place);
    }

    private ScimValue.Complex next(int place) {
        var kind = random.nextInt(100);
        if (kind < 35) {
            return post("/Users", bulkId(place), newUser(place));
        }
        if (kind < 72) {
            return post("/Groups", bulkId(place), group(name("g", place), references(3)));
        }
        if (kind < 76) {
            return post("/Users", bulkId(place), ScimValue.Complex.EMPTY);
        }
        return other(kind);
    }

    private ScimValue.Complex other(int kind) {
        var reference = reference();
        if (kind < 81) {
            return operation("PATCH", "/Users/" + reference, patch("replace", "title", ScimValue.of("T" + kind)));
        }
        if (kind < 89) {
            return operation("PATCH", "/Groups/" + reference, patch("add", "members", members(references(2))));
        }
        if (kind < 92) {
            return operation("PUT", "/Groups/" + reference, group("put" + reference.substring(7), references(2)));
        }
        return operation("DELETE", (kind < 96 ? "/Users/" : "/Groups/") + reference, null);
    }

    private ScimValue.Complex newUser(int place) {
        return random.nextInt(100) < 50 ? user(name("u", place), reference()) : user(name("u", place));
    }

    private String name(String prefix, int place) {
        return random.nextInt(100) < 8 ? TAKEN : prefix + place;
    }

    private List<String> references(int most) {
        return Stream.generate(this::reference)
                .limit(random.nextInt(most + 1))
                .distinct()
                .toList();
    }

    // One in thirty means a bulkId that cannot be.
    private String reference() {
        return "bulkId:" + bulkId(random.nextInt(30) == 0 ? 99 : random.nextInt(size));
    }
}
