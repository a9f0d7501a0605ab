/// What RFC 7643 defines, as values: the value tree ({@link dev.rollcall.scim.schema.ScimValue}), schemas and
/// their attributes, resource types, attribute paths, and the reading and checking of a body against its
/// schema. Start with {@link dev.rollcall.scim.schema.ResourceType}.
@NullMarked
package dev.rollcall.scim.schema;

import org.jspecify.annotations.NullMarked;
