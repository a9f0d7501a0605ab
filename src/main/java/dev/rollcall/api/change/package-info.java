/// What becomes of a request that changes something: one transaction with its author, under the condition of
/// `If-Match`, and no second time under the same `Idempotency-Key`. Start with {@link
/// dev.rollcall.api.change.ApiEndpoint}.
@NullMarked
package dev.rollcall.api.change;

import org.jspecify.annotations.NullMarked;
