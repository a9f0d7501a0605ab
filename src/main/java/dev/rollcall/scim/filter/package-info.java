/// Filters of RFC 7644 §3.4.2.2: text to syntax tree ({@link dev.rollcall.scim.filter.FilterParser}), syntax
/// tree to typed conditions on a resource type ({@link dev.rollcall.scim.filter.FilterResolver}), and their
/// evaluation in memory ({@link dev.rollcall.scim.filter.FilterEvaluator}). The database runs the same
/// conditions. Start with {@link dev.rollcall.scim.filter.Filter}.
@NullMarked
package dev.rollcall.scim.filter;

import org.jspecify.annotations.NullMarked;
