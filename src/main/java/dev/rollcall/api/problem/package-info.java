/// How the management API says what went wrong: problem details (RFC 9457) of a known kind, with all that is wrong by
/// field. Start with {@link dev.rollcall.api.problem.ProblemKind}.
@NullMarked
package dev.rollcall.api.problem;

import org.jspecify.annotations.NullMarked;
