package dev.rollcall.benchmark.data;

import dev.rollcall.scim.schema.ScimValue;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An organization of a certain size. Users are numbered from 0, groups too; group 0 is the largest, group 1
/// has ten members, the others are of skewed sizes, and one in ten has groups as members, too. At any size a user
/// is in as many groups, directly and through others.
///
/// @param name the organization's name, from which everything in it differs from other organizations
public record Directory(long seed, String name, int users) {
    /// The most members that group 0 has, which are there from two and a half times as many users on.
    public static final int LARGEST_GROUP = 100_000;

    /// The members of group 1.
    public static final int SMALL_GROUP = 10;

    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final int USERS_FOR_A_GROUP = 100;
    private static final double MEMBERSHIPS = 1.7;
    private static final double LARGEST_SHARE = 0.4;
    private static final int FIRST_SKEWED = 2;
    private static final double SKEW = 0.8;
    private static final int NESTING = 10;
    private static final int FIRST_NESTING = 5;
    private static final int MOST_NESTED = 3;
    private static final long MILLIS_BETWEEN = 20;
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    /// The identifier of the organization.
    public UUID id() {
        return identifier(BEGIN.toEpochMilli(), random("organization", 0));
    }

    /// The identifier of the connection through which everything came.
    public UUID connectionId() {
        return identifier(BEGIN.toEpochMilli(), random("connection", 0));
    }

    /// When a resource was created; groups come after all users.
    public Instant created(long number) {
        return BEGIN.plusMillis((number + 1) * MILLIS_BETWEEN);
    }

    /// The identifier of a user.
    public UUID userId(int number) {
        return identifier(created(number).toEpochMilli(), random("id", number));
    }

    /// The person behind a number.
    public Person person(int number) {
        return Person.of(this, number);
    }

    /// What a client sends to create a user.
    public ScimValue.Complex user(int number) {
        return person(number).body();
    }

    /// How many groups there are.
    public int groups() {
        return Math.max(2, users / USERS_FOR_A_GROUP);
    }

    /// The identifier of a group.
    public UUID groupId(int number) {
        return identifier(created((long) users + number).toEpochMilli(), random("group", number));
    }

    /// The displayName of a group.
    public String groupName(int number) {
        var random = random("group name", number);
        return Words.pick(Words.DEPARTMENTS, random) + ", " + Words.pick(Words.CITIES, random) + " " + number;
    }

    /// What a client sends to create a group, without its members.
    public ScimValue.Complex group(int number) {
        return new Members()
                .put("schemas", ScimValue.array(ScimValue.of(GROUP)))
                .put("displayName", groupName(number))
                .put("externalId", Person.reference(random("group externalId", number)))
                .complex();
    }

    /// The numbers of the users in a group, each once.
    public IntStream members(int group) {
        var random = random("members", group);
        var from = random.nextInt(users);
        var step = coprime(random.nextInt(1, Math.max(2, users)));
        return IntStream.range(0, size(group)).map(i -> (int) ((from + (long) i * step) % users));
    }

    /// The numbers of the groups in a group: later ones, so that there are no circles.
    public IntStream nested(int group) {
        return group % NESTING != FIRST_NESTING
                ? IntStream.empty()
                : IntStream.rangeClosed(group + 1, Math.min(group + MOST_NESTED, groups() - 1));
    }

    /// How many users are in a group.
    int size(int group) {
        var largest = Math.clamp(Math.round(users * LARGEST_SHARE), 1, LARGEST_GROUP);
        if (group == 0) {
            return largest;
        }
        if (group == 1) {
            return Math.min(SMALL_GROUP, users);
        }
        // Sizes fall with a power of the number, and all of them together make up the memberships that group 0 leaves.
        var rest = MEMBERSHIPS * users - largest;
        var size = rest * Math.pow(group + 0.5, -SKEW) / (integral(groups()) - integral(FIRST_SKEWED));
        return Math.clamp(Math.round(size), 1, largest);
    }

    // What the sum over the powers of the numbers before this one comes to.
    private static double integral(int end) {
        return Math.pow(end, 1 - SKEW) / (1 - SKEW);
    }

    private int coprime(int candidate) {
        return Stream.iterate(candidate, step -> step + 1)
                .filter(step -> gcd(step, users) == 1)
                .findFirst()
                .orElseThrow();
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// What stands for chance in one respect of one thing.
    RandomGenerator random(String respect, long number) {
        var mixed = seed;
        for (var part : new long[] {name.hashCode(), respect.hashCode(), number}) {
            mixed = (mixed ^ part) * 0x9E37_79B9_7F4A_7C15L;
            mixed ^= mixed >>> 29;
        }
        return new SplittableRandom(mixed);
    }

    // A UUID of version 7: rows come in the order of their identifiers, as the service's do.
    private static UUID identifier(long millis, RandomGenerator random) {
        return new UUID(
                (millis << 16) | 0x7000 | (random.nextInt() & 0xfff), (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }
}
