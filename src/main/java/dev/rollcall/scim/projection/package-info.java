/// Which attributes of a resource an answer shows: the `returned` characteristic of the schema, narrowed by
/// `attributes` or `excludedAttributes` (RFC 7644 §3.9). Start with {@link
/// dev.rollcall.scim.projection.Projector}.
@NullMarked
package dev.rollcall.scim.projection;

import org.jspecify.annotations.NullMarked;
