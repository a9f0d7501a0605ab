/// Runs: what an identity provider writes in one go, such as a sync. Start with {@link
/// dev.rollcall.activity.run.Runs}.
@NullMarked
package dev.rollcall.activity.run;

import org.jspecify.annotations.NullMarked;
