package dev.rollcall.security;

import java.util.Arrays;
import java.util.Optional;

/// What the token of an operator allows.
public enum OperatorScope {
    ADMIN_READ("admin.read"),
    ADMIN_WRITE("admin.write"),
    EVENTS_READ("events.read");

    private final String text;

    OperatorScope(String text) {
        this.text = text;
    }

    /// As it stands in a token.
    public String text() {
        return text;
    }

    /// The scope of this text, if there is one.
    public static Optional<OperatorScope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
