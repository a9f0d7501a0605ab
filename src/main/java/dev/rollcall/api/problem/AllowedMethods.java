package dev.rollcall.api.problem;

/// What can be done at a path: the `Allow` header that a 405 must have (RFC 9110 §15.5.6) and the framework leaves
/// out. Whoever knows all endpoints has the bean of this type.
public interface AllowedMethods {
    /// The header's value for a path that answers 405.
    String at(String path);
}
