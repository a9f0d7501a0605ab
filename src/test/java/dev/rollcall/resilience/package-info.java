/// Whether the service keeps its word while processes die and others write the same: several packaged services
/// as processes of their own ({@link dev.rollcall.resilience.ServiceProcess}) on a database that is killed and
/// restarted, and a {@link dev.rollcall.resilience.Ledger} of what was acknowledged. These tests run in a
/// profile of their own; `CONTRIBUTING.md` has the commands.
@NullMarked
package dev.rollcall.resilience;

import org.jspecify.annotations.NullMarked;
