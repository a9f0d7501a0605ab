package dev.rollcall.refusal;

import java.util.OptionalLong;

/// Under which condition something may be changed (RFC 9110 §13.1.1): in whatever state it is, or only in the
/// version that the administrator has seen.
public record Condition(OptionalLong version) {
    /// In whatever state it is.
    public static final Condition NONE = new Condition(OptionalLong.empty());

    /// Only in this version.
    public static Condition version(long version) {
        return new Condition(OptionalLong.of(version));
    }

    /// Refuses a change of another version.
    ///
    /// @param actual of the row, which the transaction holds
    /// @throws RefusedException {@link RefusedException.Kind#CHANGED}
    public void require(long actual) {
        if (version.isPresent() && version.getAsLong() != actual) {
            throw RefusedException.of(
                    RefusedException.Kind.CHANGED,
                    "Somebody else has changed this since you read it. Read it again, and repeat your change if it is"
                            + " still wanted.");
        }
    }
}
