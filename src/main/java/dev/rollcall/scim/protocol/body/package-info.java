/// The bodies of requests: read as they come, within limits for each and a memory for all of them together, in gzip
/// or as they are. Start with {@link dev.rollcall.scim.protocol.body.BoundedBody}.
@NullMarked
package dev.rollcall.scim.protocol.body;

import org.jspecify.annotations.NullMarked;
