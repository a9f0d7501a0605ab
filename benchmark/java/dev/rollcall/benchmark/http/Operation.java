package dev.rollcall.benchmark.http;

import java.util.Arrays;

/// A kind of request that is measured.
public enum Operation {
    READ("read", "read by id", 32),
    FIND("find", "look-up by userName", 32),
    CREATE("create", "create", 32),
    ACTIVE("active", "PATCH of active", 32),
    // One connection where all requests are about one group: they would wait for each other.
    MEMBER_OF_FEW("member-10", "PATCH of one member, group of 10", 1),
    MEMBER_OF_MANY("member-100000", "PATCH of one member, group of 100,000", 1),
    WITHOUT_MEMBERS("group-without", "GET of that group without members", 32),
    WITH_MEMBERS("group-with", "GET of that group with members", 1),
    BULK("bulk", "bulk of 100 creates", 2);

    private final String key;
    private final String title;
    private final int connections;

    Operation(String key, String title, int connections) {
        this.key = key;
        this.title = title;
        this.connections = connections;
    }

    /// The name in scripts and results.
    public String key() {
        return key;
    }

    /// The name for readers.
    public String title() {
        return title;
    }

    /// How many connections send it at once.
    int connections() {
        return connections;
    }

    /// Whether the service is held against anything for it.
    public boolean hasCeiling() {
        return Arrays.stream(Ceiling.values()).anyMatch(ceiling -> ceiling.answers(this));
    }
}
