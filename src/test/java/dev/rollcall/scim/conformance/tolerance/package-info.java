/// What each tolerance does on a running service: a table of what is sent, in every way in which it can be sent, on
/// connections that forgive it and on others. Start reading at {@link
/// dev.rollcall.scim.conformance.tolerance.ToleranceTableTest}.
@NullMarked
package dev.rollcall.scim.conformance.tolerance;

import org.jspecify.annotations.NullMarked;
