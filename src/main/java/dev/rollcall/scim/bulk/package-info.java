/// `/Bulk` (RFC 7644 §3.7): many operations in one request, which may refer to resources that other operations
/// of the same request create, in any direction and in circles. Each operation does what it would have done
/// alone, through {@link dev.rollcall.scim.resource.Writes}. Start with {@link
/// dev.rollcall.scim.bulk.BulkRun}.
@NullMarked
package dev.rollcall.scim.bulk;

import org.jspecify.annotations.NullMarked;
