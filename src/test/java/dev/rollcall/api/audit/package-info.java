/// The audit at the management API, by requests.
@NullMarked
package dev.rollcall.api.audit;

import org.jspecify.annotations.NullMarked;
