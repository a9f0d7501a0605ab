package dev.rollcall.benchmark.http;

/// What the service is held against, both answered by `benchmark/ceiling`.
public enum Ceiling {
    /// One statement, which any service must send: a row by its primary key, or one inserted.
    BARE("bare-", "one statement"),
    /// The service's own statements, one after another.
    SAME("ceiling-", "its statements");

    private final String prefix;
    private final String title;

    Ceiling(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
    }

    /// What names of its targets begin with; the service's name follows.
    public String prefix() {
        return prefix;
    }

    /// The name for readers.
    public String title() {
        return title;
    }

    /// Whether it answers requests of a kind.
    public boolean answers(Operation operation) {
        return switch (operation) {
            case READ, CREATE -> true;
            case FIND -> this == SAME;
            default -> false;
        };
    }
}
