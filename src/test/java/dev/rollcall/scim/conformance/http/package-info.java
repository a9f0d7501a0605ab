/// Requests and answers as they go over the wire: by a usual HTTP client, or byte for byte where no client
/// would send them.
@NullMarked
package dev.rollcall.scim.conformance.http;

import org.jspecify.annotations.NullMarked;
