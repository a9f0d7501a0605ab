/// A customer of the product comes in, from nothing to the audit. Start with
/// {@link dev.rollcall.api.flow.ManagementFlowIT}.
@NullMarked
package dev.rollcall.api.flow;

import org.jspecify.annotations.NullMarked;
