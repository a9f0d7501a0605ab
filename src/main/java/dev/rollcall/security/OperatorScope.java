package dev.rollcall.security;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// The scopes of a list with spaces between; those that are unknown here grant nothing.
    public static Set<OperatorScope> parse(String texts) {
        var scopes = EnumSet.noneOf(OperatorScope.class);
        for (var text : texts.split(" ", -1)) {
            of(text).ifPresent(scopes::add);
        }
        return Collections.unmodifiableSet(scopes);
    }

    /// The scopes as a list with spaces between, in the order of their declaration.
    public static String format(Set<OperatorScope> scopes) {
        return scopes.stream().sorted().map(OperatorScope::text).collect(Collectors.joining(" "));
    }
}
