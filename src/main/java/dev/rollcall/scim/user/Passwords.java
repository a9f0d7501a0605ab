package dev.rollcall.scim.user;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import java.util.Optional;
import java.util.Set;

/// `password` among the attributes of a user: it goes in and never comes out.
final class Passwords {
    static final String ATTRIBUTE = "password";

    private Passwords() {}

    /// The password among the attributes.
    static Optional<String> among(ScimValue.Complex attributes) {
        return attributes.find(ATTRIBUTE) instanceof ScimValue.Text(var password)
                ? Optional.of(password)
                : Optional.empty();
    }

    /// The attributes without it.
    static ScimValue.Complex without(ScimValue.Complex attributes) {
        return attributes.without(ATTRIBUTE);
    }

    /// True where it is one of the attributes.
    static boolean isIn(Set<ResolvedAttribute> attributes) {
        return attributes.stream().anyMatch(path -> path.toString().equals(ATTRIBUTE));
    }
}
