/// What has become of proofs since they were given: read from the database, and remembered for less than two seconds.
/// Start with {@link dev.rollcall.token.state.Readings}.
@NullMarked
package dev.rollcall.token.state;

import org.jspecify.annotations.NullMarked;
