package dev.rollcall.connection.credential;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a credential may do (RFC 6749 §3.3).
public enum Scope {
    READ(Scope.READ_TEXT),
    WRITE(Scope.WRITE_TEXT);

    /// {@link #READ}, as it stands in a token and in an annotation.
    public static final String READ_TEXT = "scim.read";
    /// {@link #WRITE}, as it stands in a token and in an annotation.
    public static final String WRITE_TEXT = "scim.write";

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /// As it stands in a token.
    public String text() {
        return text;
    }

    /// The scope of this text, if there is one.
    public static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    /// The scopes of a list with spaces between; those that are unknown here grant nothing.
    public static Set<Scope> parse(String texts) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var text : texts.split(" ", -1)) {
            of(text).ifPresent(scopes::add);
        }
        return Collections.unmodifiableSet(scopes);
    }

    /// The scopes as a list with spaces between, in the order of their declaration.
    public static String format(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
