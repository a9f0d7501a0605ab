package dev.rollcall.scim.schema.check;

import java.util.List;

/// Definitions that the service cannot work with. The message has a line for each problem.
public final class InvalidDefinitionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public InvalidDefinitionsException(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /// One sentence for each problem, with its file and the path to its place.
    public List<String> problems() {
        return problems;
    }
}
