package dev.rollcall.scim.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The operators of RFC 7644 Table 3 that take a value. The keyword is the constant's name in any letter case.
public enum CompareOp {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE;

    /// The operator with this keyword in any case; empty where there is none.
    public static Optional<CompareOp> of(String keyword) {
        return Arrays.stream(values())
                .filter(op -> op.name().equalsIgnoreCase(keyword))
                .findFirst();
    }

    /// The keyword as the RFC writes it.
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// True for `co`, `sw` and `ew`, which look into a string.
    public boolean isSubstring() {
        return switch (this) {
            case CO, SW, EW -> true;
            case EQ, NE, GT, GE, LT, LE -> false;
        };
    }

    /// True for `gt`, `ge`, `lt` and `le`, which need an order.
    public boolean isOrdering() {
        return switch (this) {
            case GT, GE, LT, LE -> true;
            case EQ, NE, CO, SW, EW -> false;
        };
    }
}
