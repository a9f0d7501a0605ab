/// What real clients send that the RFCs do not allow, and what it is taken to mean: one constant of {@link
/// dev.rollcall.scim.tolerance.Tolerance} for each deviation. {@link dev.rollcall.scim.tolerance.Tolerances} are
/// those that one request may be forgiven, and notes which of them it needed. The only package that knows the
/// conformance modes, beside the settings of a connection.
@NullMarked
package dev.rollcall.scim.tolerance;

import org.jspecify.annotations.NullMarked;
