/// What administrators and operators have changed: noted with each change, in its transaction, and never taken away.
/// Start with {@link dev.rollcall.audit.Audit}.
@NullMarked
package dev.rollcall.audit;

import org.jspecify.annotations.NullMarked;
