/// The doors of the management API: who comes with the token of an operator or with a session, and what that allows.
/// Start with {@link dev.rollcall.security.Caller}.
@NullMarked
package dev.rollcall.security;

import org.jspecify.annotations.NullMarked;
