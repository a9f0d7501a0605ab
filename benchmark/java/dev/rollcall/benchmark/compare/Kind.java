package dev.rollcall.benchmark.compare;

/// A kind of request that is compared.
public enum Kind {
    READ("read", "read by id, users in groups", 32, 1.8),
    READ_LONER("read-loner", "read by id, users in no group", 32, 2.2),
    FIND_USER_NAME("find-userName", "find by userName", 32, 1.8),
    FIND_EXTERNAL_ID("find-externalId", "find by externalId", 32, 1.8),
    FIND_EMAILS("find-emails", "find by emails.value", 32, 1.8),
    CREATE("create", "create", 32, 1.6),
    PATCH("patch", "PATCH of one attribute", 32, 2.0),
    PUT("put", "PUT without a change", 32, 1.6),
    MEMBER("member", "one member added, removed", 32, 1.6),
    PAGE("page", "page of 100 by cursor", 32, 2.5),
    // As many at once as keep two cores busy: more would still wait for their answers when the round ends.
    BULK("bulk", "bulk of 100 creates", 4, 1.5);

    private final String key;
    private final String title;
    private final int connections;
    private final double target;

    Kind(String key, String title, int connections, double target) {
        this.key = key;
        this.title = title;
        this.connections = connections;
        this.target = target;
    }

    /// The name in scripts and results.
    public String key() {
        return key;
    }

    /// The name for readers.
    public String title() {
        return title;
    }

    /// How many requests a second the new build is meant to answer for one of the old.
    public double target() {
        return target;
    }

    /// How many connections send it at once.
    int connections() {
        return connections;
    }
}
