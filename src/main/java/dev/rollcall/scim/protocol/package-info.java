/// RFC 7644's messages and conventions over HTTP: media types, JSON, list responses, errors, projection and search
/// parameters, and the limits on all of them. Only this package knows Jackson. Start with {@link
/// dev.rollcall.scim.protocol.JsonReader} and {@link dev.rollcall.scim.protocol.ErrorResponse}.
@NullMarked
package dev.rollcall.scim.protocol;

import org.jspecify.annotations.NullMarked;
