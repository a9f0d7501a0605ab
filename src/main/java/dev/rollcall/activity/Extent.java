package dev.rollcall.activity;

/// How much of a call an entry tells.
public enum Extent {
    /// All that was asked for.
    WHOLE(0),
    /// What was done, while something that was sent was passed over.
    PARTIAL(1),
    /// What a call about another resource did to this one as well; it is counted there.
    BESIDE(2);

    private final int number;

    Extent(int number) {
        this.number = number;
    }

    /// As it is in the database.
    int number() {
        return number;
    }
}
