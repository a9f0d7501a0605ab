package dev.rollcall.benchmark.http;

/// A kind of request that is measured.
public enum Operation {
    READ("read", "read by id", 32, true),
    FIND("find", "look-up by userName", 32, true),
    CREATE("create", "create", 32, true),
    ACTIVE("active", "PATCH of active", 32, false),
    // One connection where all requests are about one group: they would wait for each other.
    MEMBER_OF_FEW("member-10", "PATCH of one member, group of 10", 1, false),
    MEMBER_OF_MANY("member-100000", "PATCH of one member, group of 100,000", 1, false),
    WITHOUT_MEMBERS("group-without", "GET of that group without members", 32, false),
    WITH_MEMBERS("group-with", "GET of that group with members", 1, false),
    BULK("bulk", "bulk of 100 creates", 2, false);

    private final String key;
    private final String title;
    private final int connections;
    private final boolean hasCeiling;

    Operation(String key, String title, int connections, boolean hasCeiling) {
        this.key = key;
        this.title = title;
        this.connections = connections;
        this.hasCeiling = hasCeiling;
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

    /// Whether `benchmark/ceiling` answers it.
    public boolean hasCeiling() {
        return hasCeiling;
    }
}
