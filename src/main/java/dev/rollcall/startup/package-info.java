/// The start of the service is refused where settings are wrong. Every room checks its own: it imports this one,
/// which imports none. Start with {@link dev.rollcall.startup.StartCheck}.
@NullMarked
package dev.rollcall.startup;

import org.jspecify.annotations.NullMarked;
