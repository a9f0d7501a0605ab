package dev.rollcall.refusal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A management request that cannot be carried out. The message is a sentence for the administrator who made
/// it, which says what to do instead.
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Violation> violations;

    /// Why it cannot be carried out. A kind never changes its name: callers tell cases apart by it.
    public enum Kind {
        /// What it is about is not there, or not the caller's to see.
        NOT_FOUND,
        /// Something else has the name already.
        TAKEN,
        /// What was given does not fit.
        INVALID,
        /// There are as many as there may be.
        LIMIT,
        /// What it is about is in a state that does not allow it.
        STATE,
        /// Somebody else has changed it since the caller read it.
        CHANGED,
        /// The caller may not do this.
        FORBIDDEN,
        /// The organization's plan does not include it.
        PLAN,
        /// Single sign-on comes first.
        SINGLE_SIGN_ON,
        /// A claimed domain comes first.
        DOMAIN;

        /// As it stands in the type of a problem: small letters, words joined by hyphens.
        public String keyword() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What is wrong with one field.
    ///
    /// @param field as the caller named it, with dots between the levels
    public record Violation(String field, String sentence) {}

    private RefusedException(Kind kind, String sentence, List<Violation> violations) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.violations = List.copyOf(violations);
    }

    /// Whatever the kind.
    public static RefusedException of(Kind kind, String sentence) {
        return new RefusedException(kind, sentence, List.of());
    }

    /// What it is about is not there.
    public static RefusedException notFound(String sentence) {
        return of(Kind.NOT_FOUND, sentence);
    }

    /// Something else has the name already.
    public static RefusedException taken(String sentence) {
        return of(Kind.TAKEN, sentence);
    }

    /// What was given does not fit.
    public static RefusedException invalid(String sentence) {
        return of(Kind.INVALID, sentence);
    }

    /// Several fields do not fit; all of them are named.
    public static RefusedException invalid(List<Violation> violations) {
        return new RefusedException(
                Kind.INVALID,
                violations.stream().map(Violation::sentence).collect(Collectors.joining(" ")),
                violations);
    }

    /// There are as many as there may be.
    public static RefusedException limit(String sentence) {
        return of(Kind.LIMIT, sentence);
    }

    /// Why it cannot be carried out.
    public Kind kind() {
        return kind;
    }

    /// What is wrong, by field; empty where it is not about fields.
    public List<Violation> violations() {
        return violations;
    }
}
