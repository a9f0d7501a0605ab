/// RFC 7644's messages and conventions over HTTP: media types, JSON, list responses, entity tags, projection
/// and search parameters, and the one place that turns failures into answers. Only this package
/// knows Jackson. Start with {@link dev.rollcall.scim.protocol.JsonReader} and {@link
/// dev.rollcall.scim.protocol.ErrorResponse}.
@NullMarked
package dev.rollcall.scim.protocol;

import org.jspecify.annotations.NullMarked;
