package dev.rollcall.api.problem;

/// A request that the management API refuses by itself, for a reason that no service knows of.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    /// @param sentence for the administrator who made the request, which says what to do instead
    public ProblemException(ProblemKind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
    }

    /// Why it is refused.
    public ProblemKind kind() {
        return kind;
    }

    /// What the administrator reads.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
