package dev.rollcall.security.operator;

/// A token at the only time when it is seen.
public record IssuedOperatorToken(OperatorToken about, String token) {
    /// Without the token.
    @Override
    public String toString() {
        return about.toString();
    }
}
