/// The audit at the management API: read, and nothing else. Start with {@link
/// dev.rollcall.api.audit.AuditSearch}.
@NullMarked
package dev.rollcall.api.audit;

import org.jspecify.annotations.NullMarked;
